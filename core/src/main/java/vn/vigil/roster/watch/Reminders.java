package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.ledger.Proof;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.plan.Difference;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;

/** Tells people of the duties that begin soon: once for each duty, and again when it changes hands. */
final class Reminders {
    private static final String REMIND = "remind";
    private static final String RELEASE = "release";
    private static final String CHANGED = "changed";

    /** So far ahead changes of published rosters are looked for. */
    private static final int PUBLISHED_DAYS = 62;

    private final Room room;
    private final Letterbox letters;

    Reminders(Room room, Letterbox letters) {
        this.room = room;
        this.letters = letters;
    }

    List<Reminder> remind(Duration before) {
        return room.store().write(tx -> remind(tx, room.now(), before));
    }

    private List<Reminder> remind(Tx tx, Instant now, Duration before) throws SQLException {
        TimeSpan soon = new TimeSpan(now, now.plus(before));
        List<SqlAttendanceStore.Told> told =
                new ArrayList<>(SqlAttendanceStore.told(tx, room.day(now).minusDays(1), room.day(soon.to())));
        List<Duty> duties = new ArrayList<>(room.plans().duties(tx, soon));
        duties.sort(Desk.IN_TIME);
        List<Leave> leaves = room.books()
                .book(tx, room.day(now).minusDays(1), room.day(soon.to()))
                .leaves();
        List<Reminder> sent = new ArrayList<>();
        for (Duty duty : duties) {
            if (!duty.span().from().isAfter(now)) {
                continue;
            }
            release(tx, duty, duties, told, now, sent);
            boolean away = false;
            for (Leave leave : leaves) {
                away |= leave.member().equals(duty.member()) && leave.span().overlaps(duty.span());
            }
            if (duty.member() != null && !away && !knows(told, duty, duty.member())) {
                Reminder.What what = others(told, duty) ? Reminder.What.CHANGED : Reminder.What.REMIND;
                sent.add(send(tx, duty, duty.member(), what, REMIND, told, now));
            }
        }
        changes(tx, now, soon.to(), told, sent);
        return sent;
    }

    /** What changed in the published roster beyond that time: whose duty it was, and whose it is. */
    private void changes(Tx tx, Instant now, Instant after, List<SqlAttendanceStore.Told> known, List<Reminder> sent)
            throws SQLException {
        LocalDate last = room.day(now).plusDays(PUBLISHED_DAYS);
        List<Difference> all = room.plans().differences(room.day(now), last);
        if (all.isEmpty()) {
            return;
        }
        List<SqlAttendanceStore.Told> told =
                new ArrayList<>(SqlAttendanceStore.told(tx, room.day(now).minusDays(1), last));
        for (Difference d : all) {
            if (d.span() != null || d.erratum()) {
                continue;
            }
            Duty duty = room.seat(tx, d.slot()).get(0);
            if (!duty.span().from().isAfter(after)) {
                continue;
            }
            String lastTold = last(told, duty, d.before());
            if (d.before() != null && !RELEASE.equals(lastTold)) {
                sent.add(send(tx, duty, d.before(), Reminder.What.RELEASE, RELEASE, told, now));
            }
            lastTold = last(told, duty, d.after());
            if (d.after() != null && (lastTold == null || lastTold.equals(RELEASE))) {
                sent.add(send(tx, duty, d.after(), Reminder.What.CHANGED, CHANGED, told, now));
            }
        }
        known.addAll(told);
    }

    /** The last that a member was told of a duty; null: nothing. */
    private static String last(List<SqlAttendanceStore.Told> told, Duty duty, MemberId member) {
        String last = null;
        for (SqlAttendanceStore.Told t : told) {
            boolean that = t.slot().equals(duty.slot().key()) && t.member().equals(member);
            last = that && !t.kind().equals("no-show") ? t.kind() : last;
        }
        return last;
    }

    /** Those who were told of the duty and have it no more. */
    private void release(
            Tx tx, Duty duty, List<Duty> duties, List<SqlAttendanceStore.Told> told, Instant now, List<Reminder> sent)
            throws SQLException {
        List<MemberId> before = new ArrayList<>();
        for (SqlAttendanceStore.Told t : told) {
            if (t.slot().equals(duty.slot().key())
                    && t.from().equals(duty.span().from())
                    && !before.contains(t.member())
                    && !t.kind().equals("no-show")
                    && !RELEASE.equals(last(told, duty, t.member()))) {
                before.add(t.member());
            }
        }
        for (MemberId member : before) {
            boolean has = false;
            for (Duty other : duties) {
                has |= other.slot().key().equals(duty.slot().key()) && member.equals(other.member());
            }
            if (!has) {
                sent.add(send(tx, duty, member, Reminder.What.RELEASE, RELEASE, told, now));
            }
        }
    }

    /** Whether the last that a member was told of a duty is that it is theirs. */
    private static boolean knows(List<SqlAttendanceStore.Told> told, Duty duty, MemberId member) {
        boolean knows = false;
        for (SqlAttendanceStore.Told t : told) {
            if (t.slot().equals(duty.slot().key())
                    && t.from().equals(duty.span().from())
                    && t.member().equals(member)) {
                knows = t.kind().equals(REMIND) || t.kind().equals(RELEASE)
                        ? t.kind().equals(REMIND)
                        : knows;
            }
        }
        return knows;
    }

    private static boolean others(List<SqlAttendanceStore.Told> told, Duty duty) {
        for (SqlAttendanceStore.Told t : told) {
            if (t.slot().equals(duty.slot().key())
                    && t.from().equals(duty.span().from())
                    && t.kind().equals(REMIND)
                    && !t.member().equals(duty.member())) {
                return true;
            }
        }
        return false;
    }

    private Reminder send(
            Tx tx,
            Duty duty,
            MemberId id,
            Reminder.What what,
            String kind,
            List<SqlAttendanceStore.Told> told,
            Instant now)
            throws SQLException {
        Member member = room.member(tx, id);
        int before = 0;
        for (SqlAttendanceStore.Told t : told) {
            before += t.slot().equals(duty.slot().key()) && t.member().equals(id) ? 1 : 0;
        }
        SqlAttendanceStore.Told mark =
                new SqlAttendanceStore.Told(kind, duty.slot().key(), duty.span().from(), id);
        SqlAttendanceStore.tell(tx, mark, now);
        told.add(mark);
        room.enter(
                tx,
                new Actor(null, room.world().osUser(), Proof.SELECTED, Set.of()),
                "roster.remind",
                "slot/" + duty.slot().key(),
                Map.of("member", id.value(), "what", what.id()));
        String key = "roster-" + mark.kind() + "/" + duty.slot().key() + "/"
                + duty.span().from() + "/" + before;
        List<String> channels = letters.put(tx, letter(key, duty, what), member);
        return new Reminder(duty, new Stand.Person(id, member.name(), member.phone()), what, channels);
    }

    private Letterbox.Letter letter(String key, Duty duty, Reminder.What what) {
        String from = room.time(duty.span().from());
        String to = room.time(duty.span().to());
        String shift = duty.slot().shift().name();
        String post = duty.slot().post().name();
        WatchText subject =
                switch (what) {
                    case REMIND -> WatchText.MAIL_REMIND_SUBJECT;
                    case CHANGED -> WatchText.MAIL_CHANGED_SUBJECT;
                    case RELEASE -> WatchText.MAIL_RELEASE_SUBJECT;
                };
        WatchText line =
                switch (what) {
                    case REMIND -> WatchText.MAIL_REMIND;
                    case CHANGED -> WatchText.MAIL_CHANGED;
                    case RELEASE -> WatchText.MAIL_RELEASE;
                };
        List<Message> body = new ArrayList<>();
        body.add(line.with(shift, post, from, to));
        if (what != Reminder.What.RELEASE) {
            body.add(WatchText.MAIL_KIND.with(
                    duty.slot().shift().kind().with(), duty.slot().key().role().with()));
            body.add(WatchText.MAIL_CANNOT_COME.with());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("slot", duty.slot().key().toString());
        facts.put("from", duty.span().from().toString());
        facts.put("to", duty.span().to().toString());
        return new Letterbox.Letter(key, what.id(), subject.with(shift, from), body, facts);
    }
}
