package vn.vigil.roster.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.testkit.Databases;

/** Duties are shared by availability, and what is left over is carried on. */
class FairnessStoriesTest {
    @TempDir
    Path folder;

    private static Account account(FairnessReport report, String who) {
        return report.accounts().stream()
                .filter(a -> a.member().id().value().equals(who))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void leaveMakesNoDebtAndNewcomersStartLevel(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            house.post("chinh");
            house.shift("ngay", "chinh", "06:00", "18:00");
            LocalDate first = LocalDate.parse("2026-04-01");
            LocalDate last = LocalDate.parse("2026-04-30");
            YearBench.leave(house, "minh", LocalDate.parse("2026-04-11"), LocalDate.parse("2026-04-20"));
            GenerateStoriesTest.generate(house, GenerateStoriesTest.days(first, last));
            FairnessReport april = house.plans.fairness(first, last);
            // Thirty days among two, one of whom was there for twenty of them.
            assertEquals(18 * 720, account(april, "lan").of(Measure.HOURS).target(), 1);
            assertEquals(12 * 720, account(april, "minh").of(Measure.HOURS).target(), 1);
            assertEquals(20, account(april, "minh").availableDays(), 0.001);
            assertEquals(0, april.spread(Measure.HOURS), 1);
            // Who joins in May owes nothing for April.
            house.member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
            house.people.end(house.lan, new MemberId("hoa"), LocalDate.parse("2026-03-31"), "Chưa bắt đầu", false);
            FairnessReport again = house.plans.fairness(first, last);
            assertTrue(again.accounts().stream()
                    .noneMatch(a -> a.member().id().value().equals("hoa")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosedQuarterIsCarriedIntoTheNext(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            house.post("chinh");
            house.shift("ngay", "chinh", "06:00", "18:00");
            for (LocalDate day = RosterHouse.MONDAY.plusDays(1); day.isBefore(RosterHouse.MONDAY.plusDays(6)); ) {
                SlotKey seat = new SlotKey(day, "ngay", SeatRole.WATCHER, 1);
                house.plans.assign(house.lan, seat, "lan", null);
                day = day.plusDays(1);
            }
            Quarter quarter = Quarter.parse("2026-Q1");
            assertEquals(
                    ErrorKind.REFUSED,
                    assertThrows(VigilException.class, () -> house.plans.close(house.lan, quarter, null))
                            .kind());
            house.world.pass(Duration.ofDays(40));
            FairnessReport closed = house.plans.close(house.lan, quarter, null);
            double lan = account(closed, "lan").of(Measure.HOURS).balance();
            assertEquals(2.5 * 720, lan, 1);
            assertTrue(house.plans.close(house.lan, quarter, null).unchanged());
            FairnessReport next =
                    house.plans.fairness(quarter.next().first(), quarter.next().last());
            assertEquals("2026-Q1", next.carriedFrom());
            assertEquals(lan, account(next, "lan").of(Measure.HOURS).carry(), 1);
            assertEquals(-lan, account(next, "minh").of(Measure.HOURS).carry(), 1);
            // The next month pays it back.
            LocalDate first = LocalDate.parse("2026-05-01");
            GenerateStoriesTest.generate(house, GenerateStoriesTest.days(first, LocalDate.parse("2026-05-31")));
            FairnessReport paid =
                    house.plans.fairness(quarter.next().first(), quarter.next().last());
            assertTrue(
                    Math.abs(account(paid, "lan").of(Measure.HOURS).balance()) <= 720,
                    account(paid, "lan").toString());
            house.plans.correct(
                    house.lan,
                    new SlotKey(RosterHouse.MONDAY.plusDays(1), "ngay", SeatRole.WATCHER, 1),
                    "minh",
                    "Ghi nhầm người");
            assertEquals(
                    ErrorKind.CONFLICT,
                    assertThrows(VigilException.class, () -> house.plans.close(house.lan, quarter, null))
                            .kind());
            FairnessReport anew = house.plans.close(house.lan, quarter, "Đính chính một ca");
            assertEquals(1.5 * 720, account(anew, "lan").of(Measure.HOURS).balance(), 1);
        }
    }

    /** A year, month by month, with leave at random: nobody is left behind. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aYearOfMonthsStaysEven(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            FairnessReport year = YearBench.year(house, 2026, 2);
            assertEquals(12, year.accounts().size());
            for (Measure m : List.of(Measure.NIGHTS, Measure.WEEKENDS, Measure.TET)) {
                assertTrue(YearBench.spread(year, m) <= 1.5, m + " " + YearBench.spread(year, m));
                assertTrue(YearBench.amongEquals(year, m) <= 1, m + " " + YearBench.amongEquals(year, m));
            }
        }
    }
}
