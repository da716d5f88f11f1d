package vn.vigil.roster.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.DayClass;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Pattern;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.testkit.Databases;

/** Those who watch have a day job as well, and patterns that they walk. On either database. */
class OfficeStoriesTest {
    private static final LocalDate TUESDAY = RosterHouse.MONDAY.plusDays(1);

    @TempDir
    Path folder;

    private static SlotKey seat(LocalDate day, String shift) {
        return new SlotKey(day, shift, SeatRole.WATCHER, 1);
    }

    private static void rule(RosterHouse house, RuleId id, RuleMode mode, long bound) {
        house.books.setRule(house.lan, new Rule(id, null, mode, mode == RuleMode.SOFT ? 5 : 0, bound, null));
    }

    private static List<String> against(RosterHouse house, SlotKey slot, String who) {
        List<String> told = new ArrayList<>();
        for (Objection o : house.store.read(tx -> house.plans.objections(tx, slot, null, new MemberId(who)))) {
            told.add(o.obstacle().id());
        }
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void theMorningAfterANightIsFreeOrTheNightIsNotStood(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            house.post("chinh");
            house.shift("ngay", "chinh", "08:00", "16:00");
            house.shift("dem", "chinh", "22:00", "06:00");
            rule(house, RuleId.REST, RuleMode.HARD, 720);
            // Nobody said that office hours are busy time: the watch stands in for the office.
            assertEquals(List.of(), against(house, seat(TUESDAY, "ngay"), "lan"));
            assertEquals(List.of(), against(house, seat(TUESDAY, "dem"), "lan"));
            rule(house, RuleId.OFFICE_HOURS, RuleMode.HARD, 0);
            assertEquals(List.of("office-hours"), against(house, seat(TUESDAY, "ngay"), "lan"));
            assertEquals(List.of("rest"), against(house, seat(TUESDAY, "dem"), "lan"));
            // Saturday night ends on a Sunday, when nobody is at the office.
            assertEquals(List.of(), against(house, seat(LocalDate.parse("2026-03-07"), "dem"), "lan"));
            rule(house, RuleId.MORNING_OFF, RuleMode.HARD, 0);
            rule(house, RuleId.DAY_HOURS, RuleMode.HARD, 720);
            assertEquals(List.of(), against(house, seat(TUESDAY, "dem"), "lan"));
            house.plans.assign(house.lan, seat(TUESDAY, "dem"), "lan", null);
            List<FreeTime> free = house.store.read(tx -> SqlPlanStore.free(tx, TUESDAY, TUESDAY.plusDays(3)));
            // Twelve hours after six in the morning: the whole of Wednesday's office.
            assertEquals(
                    List.of(
                            new TimeSpan(Instant.parse("2026-03-04T00:30:00Z"), Instant.parse("2026-03-04T04:30:00Z")),
                            new TimeSpan(Instant.parse("2026-03-04T06:00:00Z"), Instant.parse("2026-03-04T10:00:00Z"))),
                    free.stream().map(FreeTime::span).toList());
            assertEquals(seat(TUESDAY, "dem"), free.get(0).slot());
            house.plans.clear(house.lan, seat(TUESDAY, "dem"), null);
            assertEquals(List.of(), house.store.read(tx -> SqlPlanStore.free(tx, TUESDAY, TUESDAY.plusDays(3))));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void whatIsStoodByTelephoneIsNoWorkingTime(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            house.post("chinh");
            rule(house, RuleId.REST, RuleMode.HARD, 720);
            rule(house, RuleId.OFFICE_HOURS, RuleMode.HARD, 0);
            rule(house, RuleId.MONTH_OVERTIME, RuleMode.HARD, 60);
            rule(house, RuleId.DAYS_IN_A_ROW, RuleMode.HARD, 1);
            house.books.addShift(
                    house.lan,
                    new Shift(
                            "lanh-dao",
                            "chinh",
                            "Lãnh đạo trực",
                            LocalTime.parse("07:00"),
                            LocalTime.parse("07:00"),
                            true,
                            DutyKind.BY_TELEPHONE,
                            0,
                            1,
                            EnumSet.allOf(DayClass.class),
                            0,
                            false,
                            null,
                            LocalDate.parse("2026-01-01"),
                            null));
            Generated made =
                    GenerateStoriesTest.generate(house, GenerateStoriesTest.days(TUESDAY, TUESDAY.plusDays(27)));
            assertEquals(28, made.filled());
            assertEquals(0, made.capacity().seats());
            assertEquals(28, made.capacity().freeSeats());
            assertTrue(made.capacity().enough());
            assertEquals(List.of(), made.free());
        }
    }

    @ParameterizedTest
    @EnumSource
    void patternsAreArithmeticAndTheSearchFillsWhatTheyLeave(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            List<MemberId> four = new ArrayList<>();
            for (String id : List.of("an", "binh", "chi", "dung")) {
                four.add(house.member(id, "Trần Văn " + id, Office.TEAM_MEMBER));
            }
            house.post("chinh");
            house.shift("ngay", "chinh", "06:00", "18:00");
            house.shift("dem", "chinh", "18:00", "06:00");
            rule(house, RuleId.REST, RuleMode.HARD, 720);
            List<Pattern.Crew> crews = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                crews.add(new Pattern.Crew("Kíp " + (i + 1), i, List.of(four.get(i))));
            }
            List<String> cycle = new ArrayList<>(List.of("ngay", "dem"));
            cycle.add(null);
            cycle.add(null);
            house.books.addPattern(
                    house.lan, new Pattern("ngay-dem", cycle, TUESDAY, crews, LocalDate.parse("2026-01-01"), null));
            LocalDate last = TUESDAY.plusDays(15);
            Generated made = GenerateStoriesTest.generate(house, GenerateStoriesTest.days(TUESDAY, last));
            assertEquals("pattern", made.engine());
            assertEquals(32, made.filled());
            assertEquals(
                    new MemberId("an"),
                    made.changes().get(1).after(),
                    made.changes().toString());
            for (Shown.Row row : house.plans.show(TUESDAY, last).rows()) {
                assertEquals(Source.PATTERN, row.duty().source());
            }
            // An is away for three days: the pattern alone leaves holes, the search moves as few as it can.
            house.books.addLeave(
                    house.lan,
                    four.get(0),
                    new TimeSpan(Instant.parse("2026-03-05T17:00:00Z"), Instant.parse("2026-03-08T17:00:00Z")),
                    vn.vigil.roster.book.LeaveKind.ANNUAL,
                    null,
                    null);
            GenerateRequest patternOnly =
                    new GenerateRequest(TUESDAY, last, Engine.PATTERN, 1, null, null, null, null, false);
            VigilException e =
                    assertThrows(VigilException.class, () -> GenerateStoriesTest.generate(house, patternOnly));
            assertTrue(e.next().toString().contains("ENGINE_NEXT"), e.next().toString());
            Generated again = GenerateStoriesTest.generate(house, GenerateStoriesTest.days(TUESDAY, last));
            assertEquals("solve", again.engine());
            assertEquals(32, again.filled());
            assertTrue(again.changes().size() <= 2, again.changes().toString());
            for (CellChange change : again.changes()) {
                assertEquals(four.get(0), change.before());
                assertFalse(four.get(0).equals(change.after()));
            }
        }
    }
}
