package vn.vigil.roster.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.testkit.Databases;

/** Rosters are made, stay as they are, and say why there is none, on either database. */
class GenerateStoriesTest {
    private static final LocalDate FIRST = RosterHouse.MONDAY.plusDays(7);
    private static final LocalDate LAST = FIRST.plusDays(27);

    @TempDir
    Path folder;

    static void rule(RosterHouse house, RuleId id, RuleMode mode, long bound) {
        house.books.setRule(house.lan, new Rule(id, null, mode, mode == RuleMode.SOFT ? 10 : 0, bound, null));
    }

    /** Twelve people with Lan and Minh, three shifts of eight hours a day, the rules that the search must hold. */
    static void team(RosterHouse house, int people) {
        for (int i = 3; i <= people; i++) {
            house.member("nv" + (i < 10 ? "0" : "") + i, "Nguyễn Văn " + (char) ('A' + i), Office.TEAM_MEMBER);
        }
        house.post("chinh");
        house.shift("sang", "chinh", "06:00", "14:00");
        house.shift("chieu", "chinh", "14:00", "22:00");
        house.shift("dem", "chinh", "22:00", "06:00");
        rule(house, RuleId.REST, RuleMode.HARD, 720);
        rule(house, RuleId.DAY_HOURS, RuleMode.HARD, 720);
        rule(house, RuleId.WEEKLY_REST, RuleMode.HARD, 1440);
        rule(house, RuleId.NIGHTS_IN_A_ROW, RuleMode.HARD, 3);
        rule(house, RuleId.DAYS_IN_A_ROW, RuleMode.HARD, 6);
    }

    static GenerateRequest days(LocalDate from, LocalDate to) {
        return new GenerateRequest(from, to, Engine.AUTO, 1, null, null, null, null, false);
    }

    static Generated generate(RosterHouse house, GenerateRequest request) {
        return house.plans.generate(house.lan, request, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void aMonthIsFilledLawfullyAndOnce(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            team(house, 12);
            Generated made = generate(house, days(FIRST, LAST));
            assertFalse(made.unchanged());
            assertEquals(84, made.seats());
            assertEquals(List.of(), made.open());
            assertEquals(84, made.changes().size());
            Map<MemberId, Integer> each = new TreeMap<>();
            for (CellChange change : made.changes()) {
                each.merge(change.after(), 1, Integer::sum);
            }
            assertTrue(each.values().stream().allMatch(n -> n == 7), each.toString());
            Generated again = generate(house, days(FIRST, LAST));
            assertTrue(again.unchanged());
            assertEquals(made.digest(), again.digest());
            assertTrue(house.ledger.verify().intact());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void tooFewPeopleAreToldByArithmeticAndByRules(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            team(house, 3);
            List<String> told = new ArrayList<>();
            VigilException e =
                    assertThrows(VigilException.class, () -> generate(house, days(FIRST, FIRST.plusDays(6))));
            assertEquals(ErrorKind.INFEASIBLE, e.kind());
            e.why().forEach(w -> told.add(w.key().id()));
            assertTrue(told.contains("capacity-free"), told.toString());
            assertTrue(e.why().size() > 2, told.toString());
            assertFalse(e.next().isEmpty());
            rule(house, RuleId.MONTH_OVERTIME, RuleMode.HARD, 60);
            rule(house, RuleId.OFFICE_HOURS, RuleMode.HARD, 0);
            e = assertThrows(VigilException.class, () -> generate(house, days(FIRST, LAST)));
            assertEquals("capacity-short", e.why().get(0).key().id());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void withoutAnybodyTheArithmeticSaysSo(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            team(house, 2);
            for (String id : List.of("lan", "minh")) {
                house.books.setWatcher(house.lan, new MemberId(id), false, false, null, Set.of());
            }
            VigilException e =
                    assertThrows(VigilException.class, () -> generate(house, days(FIRST, FIRST.plusDays(1))));
            assertEquals("capacity-none", e.why().get(0).key().id());
            assertEquals(
                    ErrorKind.NOT_FOUND,
                    assertThrows(
                                    VigilException.class,
                                    () -> generate(
                                            house, days(LocalDate.parse("2025-06-01"), LocalDate.parse("2025-06-02"))))
                            .kind());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLockedOrGivenByHandStays(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            team(house, 9);
            LocalDate last = FIRST.plusDays(6);
            SlotKey locked = new SlotKey(FIRST.plusDays(2), "dem", SeatRole.WATCHER, 1);
            SlotKey given = new SlotKey(FIRST.plusDays(4), "sang", SeatRole.WATCHER, 1);
            house.plans.assign(house.lan, locked, "lan", null);
            house.plans.lock(house.lan, List.of(locked), true);
            house.plans.assign(house.lan, given, "minh", null);
            assertEquals(List.of(), generate(house, days(FIRST, last)).open());
            assertEquals("lan", house.plans.explain(locked).holder().id().value());
            assertTrue(house.plans.explain(locked).locked());
            assertEquals("minh", house.plans.explain(given).holder().id().value());
            assertEquals(Source.MANUAL, house.plans.explain(given).source());
            // Another seed: another roster, and they are still there.
            Generated other =
                    generate(house, new GenerateRequest(FIRST, last, Engine.SOLVE, 77, null, null, null, null, false));
            assertFalse(other.changes().isEmpty());
            assertTrue(other.changes().stream()
                    .noneMatch(c -> c.slot().equals(locked) || c.slot().equals(given)));
            assertTrue(house.ledger.verify().intact());
        }
    }
}
