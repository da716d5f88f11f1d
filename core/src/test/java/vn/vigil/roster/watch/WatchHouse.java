package vn.vigil.roster.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.notify.CommandHook;
import vn.vigil.notify.MailServer;
import vn.vigil.notify.Outbox;
import vn.vigil.notify.OutboxEntry;
import vn.vigil.notify.OutboxFilter;
import vn.vigil.notify.Targets;
import vn.vigil.notify.Webhook;
import vn.vigil.people.Actor;
import vn.vigil.people.MemberChange;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Source;
import vn.vigil.testkit.Databases;

/**
 * A site whose one post is watched by day (06–18) and by night (18–06). Hoa stands Monday's day, Dũng the night after, Hoa again
 * Tuesday's day; it is Monday 2 March 2026, 14:05. Mail is set up; nobody sends it.
 */
final class WatchHouse implements AutoCloseable {
    final RosterHouse house;
    final Watch watch;
    final Outbox outbox;
    final List<Matter> matters = new ArrayList<>();
    final List<CameraId> essentials = new ArrayList<>();
    final SlotKey day = slot(RosterHouse.MONDAY, "ngay");
    final SlotKey night = slot(RosterHouse.MONDAY, "dem");
    final SlotKey tuesday = slot(RosterHouse.MONDAY.plusDays(1), "ngay");
    final Actor hoa;
    final Actor dung;

    WatchHouse(Databases database, Path folder, Setting setting, String value) {
        house = new RosterHouse(database, folder);
        house.member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
        house.member("dung", "Phạm Văn Dũng", Office.TEAM_MEMBER);
        phone("lan", "0901000001");
        phone("hoa", "0901000003");
        phone("dung", "0901000004");
        house.post("chinh");
        house.shift("ngay", "chinh", "06:00", "18:00");
        house.shift("dem", "chinh", "18:00", "06:00");
        give(day, "hoa");
        give(night, "dung");
        give(tuesday, "hoa");
        hoa = house.people.actor("hoa");
        dung = house.people.actor("dung");
        Config config = house.config.with(Setting.MAIL_HOST, "mail.example").with(setting, value);
        outbox = new Outbox(house.world, house.store, new NoTargets());
        watch = new Watch(
                house.world,
                config,
                house.store,
                house.ledger,
                house.people,
                house.books,
                house.plans,
                this::outboxOrDeath,
                () -> () -> matters,
                () -> () -> essentials);
    }

    WatchHouse(Databases database, Path folder) {
        this(database, folder, Setting.LANG, "vi");
    }

    /** Whether the process dies as soon as it is about to write a message. */
    boolean dead;

    private Outbox outboxOrDeath() {
        if (dead) {
            throw new IllegalStateException("the process died");
        }
        return outbox;
    }

    private record NoTargets() implements Targets {
        @Override
        public MailServer mail() {
            return null;
        }

        @Override
        public Webhook webhook() {
            return null;
        }

        @Override
        public CommandHook command() {
            return null;
        }
    }

    private void phone(String member, String phone) {
        house.people.correct(
                house.lan,
                new MemberId(member),
                new MemberChange(null, phone, member + "@example.vn", null, null),
                "số mới",
                false);
    }

    static SlotKey slot(LocalDate day, String shift) {
        return new SlotKey(day, shift, SeatRole.WATCHER, 1);
    }

    void give(SlotKey slot, String member) {
        house.store.write(tx -> {
            house.plans.give(
                    tx, house.lan, List.of(new Cell(slot, new MemberId(member), Source.MANUAL, false)), "xếp tay");
            return null;
        });
    }

    /** It is that time in Vietnam. */
    WatchHouse at(String time) {
        house.world.jumpClock(t(time));
        return this;
    }

    static Instant t(String time) {
        return Instant.parse("2026-03-" + time.replace(' ', 'T') + ":00+07:00");
    }

    static TimeSpan span(String from, String to) {
        return new TimeSpan(t(from), t(to));
    }

    static CheckIn now() {
        return new CheckIn(null, null, null);
    }

    /** Who is there, one word a seat: a name, ! for nobody, ? for somebody who has not come. */
    String stands() {
        StringBuilder out = new StringBuilder();
        for (Stand s : watch.at(house.world.now(), StandFilter.ALL)) {
            out.append(out.length() == 0 ? "" : " ");
            out.append(s.gap() ? "!" : s.who() == null ? s.body() : s.who().id().value());
            out.append(!s.gap() && s.expected() && s.checkedIn() == null ? "?" : "");
        }
        return out.toString();
    }

    List<String> mails() {
        List<String> mails = new ArrayList<>();
        for (OutboxEntry e : outbox.list(OutboxFilter.newest(100))) {
            mails.add(0, e.recipient() + ": " + e.subject());
        }
        return mails;
    }

    static VigilException refused(ErrorKind kind, Runnable work) {
        VigilException e = assertThrows(VigilException.class, work::run);
        assertEquals(kind, e.kind(), e.id());
        return e;
    }

    @Override
    public void close() {
        boolean intact = house.ledger.verify().intact();
        house.close();
        assertEquals(true, intact);
    }
}
