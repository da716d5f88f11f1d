package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Power;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;

/** Coming and going. What {@link Watch} says of it. */
final class Attendances {
    /** So early somebody may come for a duty. */
    static final Duration EARLY = Duration.ofMinutes(60);

    private final Room room;
    private final Desk desk;

    Attendances(Room room, Desk desk) {
        this.room = room;
        this.desk = desk;
    }

    SavedAttendance checkIn(Actor actor, CheckIn asked) {
        Instant now = room.now();
        Member member = room.person(actor, asked.person());
        Instant at = asked.at() == null ? now : asked.at();
        notInFuture("--at", at, now);
        return room.store().write(tx -> {
            List<Duty> near = near(tx, at);
            Duty duty = find(tx, near, member, asked.slot(), at);
            boolean self = member.id().equals(actor.memberId());
            return arrive(tx, actor, duty, near, member.id(), at, self ? Attendance.How.SELF : Attendance.How.BY_OTHER);
        });
    }

    /** Enters that the holder of a duty is there, unless it is on record already. */
    SavedAttendance arrive(
            Tx tx, Actor actor, Duty duty, List<Duty> near, MemberId member, Instant at, Attendance.How how)
            throws SQLException {
        SlotKey key = duty.slot().key();
        List<Attendance> rows = SqlAttendanceStore.days(tx, key.day(), key.day(), false);
        Presence.Chain chain = new Presence.Chain(near);
        for (Attendance row : rows) {
            boolean same = row.slot().equals(key) && row.member().equals(member);
            if (same && chain.reach(row).isAfter(at)) {
                return new SavedAttendance(row, true);
            }
        }
        Attendance entry = entry(tx, actor, duty, member, at, null, how, null, null);
        SqlAttendanceStore.insert(tx, entry);
        Map<String, Object> details = details(entry);
        details.put("lateMinutes", entry.lateMinutes());
        room.enter(tx, actor, "roster.checkin", entry.id().toString(), details);
        return new SavedAttendance(entry, false);
    }

    private Attendance entry(
            Tx tx,
            Actor actor,
            Duty duty,
            MemberId member,
            Instant in,
            Instant out,
            Attendance.How how,
            String sheet,
            CaseId follows)
            throws SQLException {
        Instant now = room.now();
        return new Attendance(
                SqlAttendanceStore.nextId(tx, "watch_attendance", SqlAttendanceStore.SERIES, room.year(now)),
                duty.slot().key(),
                duty.slot().post().id(),
                member,
                in,
                out,
                duty.span().from(),
                duty.span().to(),
                how,
                sheet,
                now,
                Room.by(actor),
                follows,
                null);
    }

    SavedAttendance checkOut(Actor actor, CheckIn asked) {
        Instant now = room.now();
        Member member = room.person(actor, asked.person());
        Instant at = asked.at() == null ? now : asked.at();
        notInFuture("--at", at, now);
        return room.store().write(tx -> {
            Attendance open = null;
            Attendance left = null;
            for (Attendance row : SqlAttendanceStore.of(tx, member.id(), at.minus(Duration.ofDays(2)))) {
                if (asked.slot() == null || row.slot().equals(asked.slot())) {
                    open = row.out() == null && !row.in().isAfter(at) ? row : open;
                    left = row.out() != null ? row : left;
                }
            }
            if (open == null && left != null) {
                return new SavedAttendance(left, true);
            }
            if (open == null || !open.in().isBefore(at)) {
                throw Room.refused("VG-WATCH-NOT-IN", WatchText.NOT_CHECKED_IN.with(member.name()))
                        .next(WatchText.NEXT_CHECKIN.with());
            }
            SqlAttendanceStore.out(tx, open.id(), at);
            room.enter(
                    tx,
                    actor,
                    "roster.checkout",
                    open.id().toString(),
                    Map.of("member", member.id().value(), "at", at.toString()));
            return new SavedAttendance(SqlAttendanceStore.get(tx, open.id()), false);
        });
    }

    SavedAttendance paper(Actor actor, PaperWatch told) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        Member member = room.people().show(told.person());
        LocalDate day = told.day() == null ? room.day(now) : told.day();
        String sheet = room.words("--sheet", told.sheet());
        return room.store().write(tx -> {
            List<Attendance> rows = SqlAttendanceStore.days(tx, day, day, false);
            Duty duty = seatFor(tx, member, day, told.shift(), rows);
            TimeSpan whole = duty.slot().span();
            Instant from = told.from() == null ? duty.span().from() : told.from();
            Instant to = told.to() == null ? duty.span().to() : told.to();
            within(whole, duty, from, to);
            notInFuture("--to", to, now);
            for (Attendance row : rows) {
                boolean mine =
                        row.slot().equals(duty.slot().key()) && row.member().equals(member.id());
                if (mine && row.how() == Attendance.How.PAPER && row.in().equals(from) && to.equals(row.out())) {
                    return new SavedAttendance(row, true);
                }
                Instant end = row.out() == null ? row.end() : row.out();
                if (row.member().equals(member.id()) && row.in().isBefore(to) && from.isBefore(end)) {
                    throw new VigilException(
                                    ErrorKind.CONFLICT,
                                    "VG-WATCH-ATTENDANCE-DIFFERENT",
                                    WatchText.ON_RECORD_OTHERWISE.with(member.name(), row.slot()))
                            .why(WatchText.ON_RECORD_AS.with(
                                    row.id(),
                                    room.time(row.in()),
                                    room.time(end),
                                    row.how().with()))
                            .next(WatchText.NEXT_CORRECT.with(row.id()));
                }
            }
            Attendance entry = entry(tx, actor, duty, member.id(), from, to, Attendance.How.PAPER, sheet, null);
            SqlAttendanceStore.insert(tx, entry);
            room.enter(tx, actor, "roster.log", entry.id().toString(), details(entry));
            return new SavedAttendance(entry, false);
        });
    }

    private void within(TimeSpan whole, Duty duty, Instant from, Instant to) {
        Duration overlap = Duration.ofMinutes(duty.slot().shift().handoverMinutes());
        if (!from.isBefore(to)) {
            throw Room.usage("VG-WATCH-BACKWARDS", WatchText.BACKWARDS.with());
        }
        if (from.isBefore(whole.from().minus(EARLY))
                || to.isAfter(whole.to().plus(EARLY).plus(overlap))
                || !from.isBefore(whole.to())
                || !to.isAfter(whole.from())) {
            throw Room.usage(
                    "VG-WATCH-OUTSIDE",
                    WatchText.OUTSIDE_SHIFT.with(duty.slot().key(), room.time(whole.from()), room.time(whole.to())));
        }
    }

    /** The seat that a member stood: their own, else one that nobody was entered for, else the first. */
    private Duty seatFor(Tx tx, Member member, LocalDate day, String shift, List<Attendance> rows) throws SQLException {
        SlotKey any = SlotKey.parse(day + "/" + shift);
        if (any == null) {
            throw Room.usage("VG-WATCH-SLOT-FORM", WatchText.SLOT_FORM.with(shift));
        }
        Duty free = null;
        Duty first = null;
        for (Duty duty : near(tx, room.seat(tx, any).get(0).span().from())) {
            if (duty.slot().key().day().equals(day) && duty.slot().key().shift().equals(shift)) {
                if (member.id().equals(duty.member())) {
                    return duty;
                }
                boolean taken = false;
                for (Attendance row : rows) {
                    taken |= row.slot().equals(duty.slot().key());
                }
                first = first == null ? duty : first;
                free = free == null && !taken ? duty : free;
            }
        }
        return free != null ? free : first;
    }

    SavedAttendance correct(Actor actor, CaseId id, CorrectAttendance asked) {
        room.people().require(actor, Power.MANAGE_ROSTER);
        Instant now = room.now();
        String why = room.demanded("--reason", asked.reason());
        Member person = asked.person() == null ? null : room.people().show(asked.person());
        return room.store().write(tx -> {
            Attendance was = need(tx, id);
            if (!was.holds()) {
                throw Room.refused(
                                "VG-WATCH-CORRECTED",
                                WatchText.IS_CORRECTED.with(id, was.corrected().why()))
                        .next(WatchText.NEXT_ATTENDANCE_LIST.with());
            }
            MemberId member = person == null ? was.member() : person.id();
            Instant in = asked.in() == null ? was.in() : asked.in();
            Instant out = asked.out() == null ? was.out() : asked.out();
            notInFuture("--in", in, now);
            if (out != null) {
                notInFuture("--out", out, now);
                if (!in.isBefore(out)) {
                    throw Room.usage("VG-WATCH-BACKWARDS", WatchText.BACKWARDS.with());
                }
            }
            boolean same = member.equals(was.member())
                    && in.equals(was.in())
                    && (out == null ? was.out() == null : out.equals(was.out()));
            if (same && !asked.withdraw()) {
                return new SavedAttendance(was, true);
            }
            SqlAttendanceStore.correct(tx, id, new Attendance.Corrected(now, Room.by(actor), why));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("was", details(was));
            details.put("reason", why);
            if (asked.withdraw()) {
                room.enter(tx, actor, "roster.attendance.withdraw", id.toString(), details);
                return new SavedAttendance(SqlAttendanceStore.get(tx, id), false);
            }
            Attendance right = new Attendance(
                    SqlAttendanceStore.nextId(tx, "watch_attendance", SqlAttendanceStore.SERIES, room.year(now)),
                    was.slot(),
                    was.post(),
                    member,
                    in,
                    out,
                    was.due(),
                    was.end(),
                    was.how(),
                    was.sheet(),
                    now,
                    Room.by(actor),
                    id,
                    null);
            SqlAttendanceStore.insert(tx, right);
            details.put("is", details(right));
            room.enter(tx, actor, "roster.attendance.correct", right.id().toString(), details);
            return new SavedAttendance(right, false);
        });
    }

    List<Attendance> list(TimeSpan span, MemberId member, boolean corrected) {
        return room.store().read(tx -> {
            List<Attendance> all = new ArrayList<>();
            LocalDate first = room.day(span.from()).minusDays(1);
            for (Attendance row : SqlAttendanceStore.days(tx, first, room.day(span.to()), corrected)) {
                Instant end = row.out() == null ? row.end() : row.out();
                if (row.in().isBefore(span.to())
                        && end.isAfter(span.from())
                        && (member == null || member.equals(row.member()))) {
                    all.add(row);
                }
            }
            return all;
        });
    }

    private static Attendance need(Tx tx, CaseId id) throws SQLException {
        Attendance row = SqlAttendanceStore.get(tx, id);
        if (row == null) {
            throw Room.notFound(
                    WatchText.NO_ATTENDANCE,
                    id,
                    SqlAttendanceStore.ids(tx, "watch_attendance"),
                    WatchText.NEXT_ATTENDANCE_LIST);
        }
        return row;
    }

    /** Duties around a moment, in order. */
    List<Duty> near(Tx tx, Instant at) throws SQLException {
        List<Duty> duties =
                room.plans().duties(tx, new TimeSpan(at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(2))));
        duties.sort(Desk.IN_TIME);
        return duties;
    }

    /** The duty that a member comes for: one that runs, else the next that begins soon. */
    private Duty find(Tx tx, List<Duty> near, Member member, SlotKey slot, Instant at) throws SQLException {
        if (slot != null) {
            room.seat(tx, slot);
        }
        Duty soon = null;
        for (Duty duty : near) {
            if (member.id().equals(duty.member())
                    && (slot == null || slot.equals(duty.slot().key()))) {
                if (duty.span().contains(at)) {
                    return duty;
                }
                boolean early =
                        duty.span().from().isAfter(at) && !duty.span().from().isAfter(at.plus(EARLY));
                soon = soon == null && early ? duty : soon;
            }
        }
        if (soon != null) {
            return soon;
        }
        throw notOnRoster(tx, member, at);
    }

    /** Who is not on the roster hears who is, and what to do if nobody comes. */
    VigilException notOnRoster(Tx tx, Member member, Instant at) throws SQLException {
        VigilException e =
                Room.refused("VG-WATCH-NOT-ON-ROSTER", WatchText.NOT_ON_ROSTER.with(member.name(), room.time(at)));
        for (Stand stand : desk.at(tx, at, StandFilter.ALL)) {
            Object who = stand.gap()
                    ? WatchText.NOBODY.with()
                    : stand.who() != null
                            ? stand.who().name() + " (" + stand.who().id() + ")"
                            : stand.body();
            e.why(WatchText.ON_WATCH_IS.with(stand.postName(), who));
        }
        return e.next(WatchText.NEXT_TAKE.with(member.id()));
    }

    void notInFuture(String option, Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw Room.usage("VG-WATCH-FUTURE", WatchText.IN_FUTURE.with(option, room.time(at)));
        }
    }

    static Map<String, Object> details(Attendance a) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("slot", a.slot().toString());
        details.put("member", a.member().value());
        details.put("in", a.in().toString());
        details.put("out", a.out() == null ? null : a.out().toString());
        details.put("how", a.how().id());
        if (a.sheet() != null) {
            details.put("sheet", a.sheet());
        }
        return details;
    }
}
