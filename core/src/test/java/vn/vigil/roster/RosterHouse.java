package vn.vigil.roster;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.calendar.DayClass;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.register.Register;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.holiday.Holidays;
import vn.vigil.roster.paper.RosterPapers;
import vn.vigil.roster.plan.Plans;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/**
 * A site with a team, for tests of its rosters: Lan leads, Minh is her deputy. The world begins on Monday 2 March 2026 at 14:05 in
 * Vietnam.
 */
public final class RosterHouse implements AutoCloseable {
    public static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    public final TestWorld world = TestWorld.create();
    public final Config config;
    public final Store store;
    public final Ledger ledger;
    public final People people;
    public final Books books;
    public final Plans plans;
    public final Register register;
    public final RosterPapers papers;
    public final Actor lan;

    public RosterHouse(Databases database, Path folder) {
        config = database.config(world, folder);
        store = Store.create(config.home(), config, world);
        ledger = new Ledger(store, world);
        people = new People(store, ledger, config, world);
        books = new Books(world, config, store, ledger, people, new Holidays(world, config, store, ledger, people));
        plans = new Plans(world, config, store, ledger, people, books);
        register = new Register(world, config, store, ledger, people, () -> null);
        papers = new RosterPapers(
                world,
                config,
                store,
                people,
                register,
                books,
                plans,
                config.home().templates());
        member("lan", "Nguyễn Thị Lan", Office.TEAM_LEADER);
        member("minh", "Trần Văn Minh", Office.TEAM_DEPUTY);
        lan = people.actor("lan");
    }

    /** A member with an office, from 1 January 2026 on. */
    public MemberId member(String id, String name, Office office) {
        MemberId member = new MemberId(id);
        people.add(
                people.actor(null),
                new NewMember(
                        member, name, null, null, null, null, EnumSet.of(office), LocalDate.parse("2026-01-01"), null),
                false);
        return member;
    }

    public Post post(String id) {
        return books.addPost(lan, new Post(id, "Phòng trực " + id, null, LocalDate.parse("2026-01-01"), null));
    }

    /** Puts a published roster there, with the holders of its seats. */
    public void published(String id, LocalDate first, LocalDate last, Map<SlotKey, MemberId> seats) {
        world.pass(Duration.ofMinutes(10));
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, world.now());
        store.write(tx -> {
            tx.run(
                    "insert into roster_publication (id, year, number, revision, from_day, to_day, digest, published_us,"
                            + " published_by) values (?, 2026, ?, 1, ?, ?, ?, ?, 'lan')",
                    id,
                    Integer.parseInt(id.substring(9)),
                    first.toString(),
                    last.toString(),
                    "0123456789abcdef".repeat(4),
                    now);
            for (Map.Entry<SlotKey, MemberId> seat : seats.entrySet()) {
                SlotKey k = seat.getKey();
                tx.run(
                        "insert into roster_published_cell (publication_id, day, shift_id, role, seat, member_id)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        id,
                        k.day().toString(),
                        k.shift(),
                        k.role().id(),
                        k.seat(),
                        seat.getValue() == null ? null : seat.getValue().value());
            }
            return null;
        });
    }

    /** A shift on site with one watcher, every day; it crosses midnight when it ends no later than it starts. */
    public Shift shift(String id, String post, String start, String end) {
        LocalTime from = LocalTime.parse(start);
        LocalTime to = LocalTime.parse(end);
        Set<DayClass> days = EnumSet.allOf(DayClass.class);
        return books.addShift(
                lan,
                new Shift(
                        id,
                        post,
                        "Ca " + id,
                        from,
                        to,
                        !to.isAfter(from),
                        DutyKind.ON_SITE,
                        1,
                        0,
                        days,
                        0,
                        true,
                        null,
                        LocalDate.parse("2026-01-01"),
                        null));
    }

    @Override
    public void close() {
        store.close();
    }
}
