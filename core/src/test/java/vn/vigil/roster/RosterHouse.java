package vn.vigil.roster;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.calendar.DayClass;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.Shift;
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
    public final Actor lan;

    public RosterHouse(Databases database, Path folder) {
        config = database.config(world, folder);
        store = Store.create(config.home(), config, world);
        ledger = new Ledger(store, world);
        people = new People(store, ledger, config, world);
        books = new Books(world, config, store, ledger, people, PublicHolidays.shipped()::dayClass);
        plans = new Plans(world, config, store, ledger, people, books);
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
