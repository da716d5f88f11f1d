package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Power;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.book.LeaveKind;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Objection;
import vn.vigil.roster.plan.Overlay;
import vn.vigil.roster.plan.Source;
import vn.vigil.roster.plan.StandIn;
import vn.vigil.roster.plan.Stretch;
import vn.vigil.store.Tx;

/** One stands in for another: in sickness, in an emergency, by a leader's word. What {@link Watch} says of it. */
final class StandingIn {
    /** The reason that is kept where nobody gave one. */
    private static final String EMERGENCY = "nhận thay khẩn cấp";

    private final Room room;
    private final Attendances attendances;
    private final Letterbox letters;

    StandingIn(Room room, Attendances attendances, Letterbox letters) {
        this.room = room;
        this.attendances = attendances;
        this.letters = letters;
    }

    // Sickness

    Sick sick(Actor actor, ReportSick told) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        Member member = room.people().show(told.person());
        Member other = told.replacement() == null ? null : room.people().show(told.replacement());
        if (other != null) {
            room.people().require(actor, Power.MANAGE_ROSTER);
        }
        String reason = room.words("--reason", told.reason());
        if (told.until() != null && !told.until().isAfter(now)) {
            throw Room.usage("VG-WATCH-BACKWARDS", WatchText.UNTIL_PAST.with(room.time(told.until())));
        }
        return room.store().write(tx -> {
            Leave before = current(tx, member.id(), now);
            Instant until = told.until() != null ? told.until() : before != null ? null : back(tx, member.id(), now);
            boolean unchanged = true;
            Leave leave = before;
            if (before == null || until != null && until.isAfter(before.span().to())) {
                Instant from = before == null ? now : before.span().to();
                leave = room.books()
                        .addLeave(actor, member.id(), new TimeSpan(from, until), LeaveKind.SICK, reason, null);
                unchanged = false;
            } else if (until != null && until.isBefore(before.span().to())) {
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-WATCH-SICK-DIFFERENT",
                                WatchText.SICK_LONGER.with(
                                        member.name(),
                                        before.id(),
                                        room.time(before.span().to())))
                        .next(WatchText.NEXT_LEAVE.with(before.id()));
            }
            TimeSpan away = new TimeSpan(now, leave.span().to());
            List<Sick.Opened> opened = new ArrayList<>();
            for (Duty duty : duties(tx, away)) {
                if (member.id().equals(duty.member())) {
                    opened.add(open(
                            tx,
                            actor,
                            duty,
                            Spans.both(duty.span(), away),
                            member,
                            other,
                            leave.id().toString()));
                }
            }
            unchanged &= other == null || opened.isEmpty();
            return new Sick(new Stand.Person(member.id(), member.name(), member.phone()), leave, opened, unchanged);
        });
    }

    private List<Duty> duties(Tx tx, TimeSpan span) throws SQLException {
        List<Duty> duties = new ArrayList<>(room.plans().duties(tx, span));
        duties.sort(Desk.IN_TIME);
        return duties;
    }

    /** The sick leave that holds now, with those that follow it without a break: the last of them. */
    private Leave current(Tx tx, MemberId member, Instant now) throws SQLException {
        LocalDate day = room.day(now);
        Leave last = null;
        Instant at = now;
        for (Leave leave :
                room.books().book(tx, day.minusDays(1), day.plusDays(400)).leaves()) {
            if (leave.member().equals(member)
                    && leave.kind() == LeaveKind.SICK
                    && leave.span().contains(at)) {
                last = leave;
                at = leave.span().to();
            }
        }
        return last;
    }

    private Instant back(Tx tx, MemberId member, Instant now) throws SQLException {
        Instant until = room.day(now).plusDays(1).atStartOfDay(room.zone()).toInstant();
        Instant end = until;
        for (Duty duty : duties(tx, new TimeSpan(now, until))) {
            end = member.equals(duty.member()) ? Spans.later(end, duty.span().to()) : end;
        }
        return end;
    }

    private Sick.Opened open(Tx tx, Actor actor, Duty duty, TimeSpan part, Member member, Member other, String why)
            throws SQLException {
        List<StandIn> standIns =
                NoShows.lawful(room.plans().standIns(tx, duty.slot().key(), part, Set.of(member.id())));
        if (other == null) {
            return new Sick.Opened(duty, part, standIns, null);
        }
        refuseUnlawful(room.plans().objections(tx, duty.slot().key(), part, other.id()), other, duty, false);
        if (part.equals(duty.slot().span())) {
            room.hand(tx, actor, duty.slot().key(), other.id(), Source.OVERRIDE, why);
        } else {
            room.plans().stand(tx, actor, new Stretch(duty.slot().key(), part, other.id(), Source.OVERRIDE, why));
        }
        return new Sick.Opened(duty, part, standIns, new Stand.Person(other.id(), other.name(), other.phone()));
    }

    private void refuseUnlawful(List<Objection> objections, Member member, Duty duty, boolean anyway) {
        VigilException e = Room.refused(
                "VG-WATCH-UNLAWFUL",
                WatchText.MAY_NOT_STAND.with(member.name(), duty.slot().key()));
        boolean hard = false;
        for (Objection objection : objections) {
            if (objection.hard()) {
                hard = true;
                e.why(said(objection));
            }
        }
        if (hard && !anyway) {
            throw e.next(WatchText.NEXT_OTHER.with());
        }
    }

    static Message said(Objection o) {
        return o.article() == null ? o.sentence() : WatchText.WITH_ARTICLE.with(o.sentence(), o.article());
    }

    // Emergencies

    Taken take(Actor actor, SlotKey slot, String reason) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        String why = room.words("--reason", reason);
        Member me = actor.member();
        return room.store().write(tx -> {
            List<Duty> near = attendances.near(tx, now);
            List<Attendance> rows = SqlAttendanceStore.days(
                    tx, room.day(now).minusDays(3), room.day(now).plusDays(1), false);
            Duty duty = takeable(tx, near, rows, me, slot, now);
            Stand.Person person = new Stand.Person(me.id(), me.name(), me.phone());
            if (me.id().equals(duty.member())) {
                SavedAttendance there = attendances.arrive(tx, actor, duty, near, me.id(), now, Attendance.How.SELF);
                return new Taken(duty, duty.span(), person, there.attendance(), List.of(), there.unchanged());
            }
            TimeSpan part = new TimeSpan(now, duty.span().to());
            List<Objection> objections = room.plans().objections(tx, duty.slot().key(), part, me.id());
            room.plans()
                    .stand(
                            tx,
                            actor,
                            new Stretch(duty.slot().key(), part, me.id(), Source.TAKE, why == null ? EMERGENCY : why));
            Duty mine = new Duty(duty.slot(), me.id(), null, part, Source.TAKE);
            Attendance there = attendances
                    .arrive(tx, actor, mine, near, me.id(), now, Attendance.How.TAKE)
                    .attendance();
            letters.tellLeaders(tx, letter(tx, duty, me, now, why), room.leaders(tx, now));
            return new Taken(duty, part, person, there, objections, false);
        });
    }

    private Duty takeable(Tx tx, List<Duty> near, List<Attendance> rows, Member me, SlotKey slot, Instant now)
            throws SQLException {
        LocalDate day = room.day(now);
        Watcher watcher = room.books().book(tx, day, day).watcher(me.id());
        Presence.Chain chain = new Presence.Chain(near);
        List<Duty> free = new ArrayList<>();
        Duty attended = null;
        for (Duty duty : near) {
            SlotKey key = duty.slot().key();
            if (!duty.span().contains(now) || (slot == null ? key.role() != SeatRole.WATCHER : !key.equals(slot))) {
                continue;
            }
            if (me.id().equals(duty.member())) {
                return duty;
            }
            boolean there = duty.member() != null && Presence.entry(duty, rows, chain, now) != null;
            if (there || duty.body() != null && slot == null) {
                attended = there ? duty : attended;
            } else if (watcher != null
                    && watcher.fits(key.role(), duty.slot().post().id(), day)) {
                free.add(duty);
            } else if (slot != null) {
                throw Room.refused("VG-WATCH-NO-WATCHER", WatchText.NOT_A_WATCHER.with(me.name(), key));
            }
        }
        if (free.size() == 1) {
            return free.get(0);
        }
        if (free.size() > 1) {
            VigilException e = Room.usage("VG-WATCH-WHICH", WatchText.SEVERAL_SEATS.with());
            for (Duty duty : free) {
                e.next(WatchText.NEXT_TAKE_SLOT.with(duty.slot().key()));
            }
            throw e;
        }
        if (attended != null) {
            throw Room.refused(
                            "VG-WATCH-ATTENDED",
                            WatchText.SEAT_ATTENDED.with(attended.slot().key()))
                    .why(WatchText.ON_WATCH_IS.with(attended.slot().post().name(), room.named(tx, attended.member())));
        }
        if (watcher == null) {
            throw Room.refused("VG-WATCH-NO-WATCHER", WatchText.NO_WATCHER.with(me.name()));
        }
        if (slot != null) {
            room.seat(tx, slot);
        }
        throw Room.refused("VG-WATCH-NOTHING-TO-TAKE", WatchText.NOTHING_TO_TAKE.with(room.time(now)))
                .next(WatchText.NEXT_WHO.with());
    }

    private Letterbox.Letter letter(Tx tx, Duty duty, Member me, Instant now, String why) throws SQLException {
        List<Message> body = new ArrayList<>();
        Object before = duty.member() != null
                ? room.named(tx, duty.member())
                : duty.body() != null ? duty.body() : WatchText.NOBODY.with();
        body.add(WatchText.MAIL_TAKEN.with(
                me.name(),
                duty.slot().shift().name(),
                duty.slot().post().name(),
                room.time(now),
                room.time(duty.span().to())));
        body.add(WatchText.MAIL_TAKEN_FROM.with(before));
        if (why != null) {
            body.add(WatchText.MAIL_REASON.with(why));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("slot", duty.slot().key().toString());
        facts.put("member", me.id().value());
        facts.put("from", now.toString());
        return new Letterbox.Letter(
                "roster-take/" + duty.slot().key() + "/" + now + "/" + me.id(),
                "take",
                WatchText.MAIL_TAKEN_SUBJECT.with(me.name(), duty.slot().post().name()),
                body,
                facts);
    }

    // By a leader's word

    Taken override(Actor actor, AddOverride asked) {
        room.people().require(actor, Power.MANAGE_ROSTER);
        Member member = room.people().show(asked.person());
        String why = room.demanded("--reason", asked.reason());
        return room.store().write(tx -> {
            List<Duty> seat = room.seat(tx, asked.slot());
            TimeSpan shift = seat.get(0).slot().span();
            Instant from = asked.from() == null ? shift.from() : asked.from();
            Instant to = asked.to() == null ? shift.to() : asked.to();
            if (!from.isBefore(to)) {
                throw Room.usage("VG-WATCH-BACKWARDS", WatchText.BACKWARDS.with());
            }
            TimeSpan part = new TimeSpan(from, to);
            if (!shift.covers(part)) {
                // An override never moves the borders of a shift.
                throw Room.usage(
                        "VG-WATCH-BORDERS",
                        WatchText.BEYOND_BORDERS.with(asked.slot(), room.time(shift.from()), room.time(shift.to())));
            }
            Stand.Person person = new Stand.Person(member.id(), member.name(), member.phone());
            Duty first = null;
            boolean all = true;
            for (Duty duty : seat) {
                if (duty.span().overlaps(part)) {
                    first = first == null ? duty : first;
                    all &= member.id().equals(duty.member());
                }
            }
            if (all) {
                return new Taken(first, part, person, null, List.of(), true);
            }
            if (!part.to().isAfter(room.now())) {
                throw Room.refused("VG-WATCH-PAST", WatchText.PAST_SEAT.with(asked.slot()))
                        .next(WatchText.NEXT_LOG.with());
            }
            List<Objection> objections = room.plans().objections(tx, asked.slot(), part, member.id());
            refuseUnlawful(objections, member, first, asked.anyway());
            room.plans().stand(tx, actor, new Stretch(asked.slot(), part, member.id(), Source.OVERRIDE, why));
            return new Taken(first, part, person, null, objections, false);
        });
    }

    List<Overlay> overrides(LocalDate first, LocalDate last) {
        return room.store().read(tx -> room.plans().overlays(tx, first, last));
    }

    /** Takes an override back that has not begun; one that has is history. */
    SavedOverride withdraw(Actor actor, long id, String reason) {
        room.people().require(actor, Power.MANAGE_ROSTER);
        String why = room.demanded("--reason", reason);
        Instant now = room.now();
        return room.store().write(tx -> {
            Overlay there = room.plans().overlay(tx, id);
            if (there == null) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-WATCH-NO-OVERRIDE", WatchText.NO_OVERRIDE.with(id))
                        .next(WatchText.NEXT_OVERRIDES.with());
            }
            if (there.withdrawnAt() != null) {
                return new SavedOverride(there, true);
            }
            if (!there.stretch().span().from().isAfter(now)) {
                throw Room.refused("VG-WATCH-BEGUN", WatchText.OVERRIDE_BEGUN.with(id))
                        .next(WatchText.NEXT_OVERRIDE_BACK.with(there.stretch().slot()));
            }
            room.plans().withdraw(tx, actor, there, why);
            return new SavedOverride(room.plans().overlay(tx, id), false);
        });
    }
}
