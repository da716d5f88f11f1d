package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.StandIn;
import vn.vigil.store.Tx;

/** Who should have come and did not; told once. */
final class NoShows {
    private static final String KIND = "no-show";

    /** So many stand-ins are named in a letter. */
    private static final int NAMED = 5;

    private final Room room;
    private final Letterbox letters;

    NoShows(Room room, Letterbox letters) {
        this.room = room;
        this.letters = letters;
    }

    List<Missing> look(Duration grace) {
        Instant now = room.now();
        // Most runs find nothing, and then nothing is written.
        List<Missing> found = room.store().read(tx -> find(tx, now, grace));
        boolean news = false;
        for (Missing missing : found) {
            news |= missing.news();
        }
        return news ? room.store().write(tx -> tell(tx, find(tx, now, grace), now)) : found;
    }

    private List<Missing> find(Tx tx, Instant now, Duration grace) throws SQLException {
        List<Duty> duties = new ArrayList<>(
                room.plans().duties(tx, new TimeSpan(now.minus(Duration.ofDays(2)), now.plusSeconds(1))));
        duties.sort(Desk.IN_TIME);
        Set<DutyKind> expected = room.expected();
        List<Attendance> rows = SqlAttendanceStore.days(tx, room.day(now).minusDays(4), room.day(now), false);
        List<SqlAttendanceStore.Told> told =
                SqlAttendanceStore.told(tx, room.day(now).minusDays(2), room.day(now));
        Presence.Chain chain = new Presence.Chain(duties);
        List<Missing> found = new ArrayList<>();
        for (Duty duty : duties) {
            if (!Room.expects(expected, duty)
                    || !duty.span().contains(now)
                    || duty.span().from().plus(grace).isAfter(now)
                    || Presence.came(duty, rows, chain, now.plusNanos(1000))) {
                continue;
            }
            TimeSpan rest = new TimeSpan(now, duty.span().to());
            Member member = room.member(tx, duty.member());
            found.add(new Missing(
                    duty,
                    new Stand.Person(member.id(), member.name(), member.phone()),
                    Duration.between(duty.span().from(), now).toMinutes(),
                    lawful(room.plans().standIns(tx, duty.slot().key(), rest, Set.of(duty.member()))),
                    !told.contains(mark(duty))));
        }
        return found;
    }

    static List<StandIn> lawful(List<StandIn> all) {
        List<StandIn> lawful = new ArrayList<>();
        for (StandIn standIn : all) {
            if (standIn.lawful()) {
                lawful.add(standIn);
            }
        }
        return lawful;
    }

    private static SqlAttendanceStore.Told mark(Duty duty) {
        return new SqlAttendanceStore.Told(KIND, duty.slot().key(), duty.span().from(), duty.member());
    }

    /** The mark, the ledger and the messages are one: told once, whatever dies in between. */
    private List<Missing> tell(Tx tx, List<Missing> found, Instant now) throws SQLException {
        Actor house = new Actor(null, room.world().osUser(), Proof.SELECTED, Set.of());
        for (Missing missing : found) {
            if (!missing.news()) {
                continue;
            }
            SqlAttendanceStore.tell(tx, mark(missing.duty()), now);
            MemberId member = missing.person().id();
            SlotKey slot = missing.duty().slot().key();
            room.enter(
                    tx,
                    house,
                    "roster.no-show",
                    "slot/" + slot,
                    Map.of(
                            "member",
                            member.value(),
                            "due",
                            missing.duty().span().from().toString()));
            letters.tellLeaders(tx, letter(missing), room.leaders(tx, now));
        }
        return found;
    }

    private Letterbox.Letter letter(Missing m) {
        String since = room.time(m.duty().span().from());
        List<Message> body = new ArrayList<>();
        body.add(WatchText.MAIL_NO_SHOW.with(
                m.person().name(),
                m.duty().slot().shift().name(),
                m.duty().slot().post().name(),
                since,
                room.time(m.duty().span().to())));
        body.add(
                m.person().phone() == null
                        ? WatchText.MAIL_NO_PHONE.with()
                        : WatchText.MAIL_PHONE.with(m.person().phone()));
        body.add((m.standIns().isEmpty() ? WatchText.MAIL_NO_STAND_IN : WatchText.MAIL_STAND_INS).with());
        for (int i = 0; i < Math.min(NAMED, m.standIns().size()); i++) {
            Member member = m.standIns().get(i).member();
            body.add(WatchText.MAIL_STAND_IN.with(i + 1, member.name(), member.phone() == null ? "–" : member.phone()));
        }
        body.add(WatchText.MAIL_NO_SHOW_NEXT.with(
                m.person().id(), m.duty().slot().key()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("slot", m.duty().slot().key().toString());
        facts.put("member", m.person().id().value());
        facts.put("due", m.duty().span().from().toString());
        String key = "roster-no-show/" + m.duty().slot().key() + "/"
                + m.duty().span().from() + "/" + m.person().id();
        return new Letterbox.Letter(
                key,
                KIND,
                WatchText.MAIL_NO_SHOW_SUBJECT.with(
                        m.person().name(), m.duty().slot().post().name()),
                body,
                facts);
    }
}
