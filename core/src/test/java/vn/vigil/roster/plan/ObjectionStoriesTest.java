package vn.vigil.roster.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.LeaveKind;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.testkit.Databases;

/** What speaks against a member's standing a seat, and who could stand it instead, on either database. */
class ObjectionStoriesTest {
    private static final LocalDate TUESDAY = RosterHouse.MONDAY.plusDays(1);

    @TempDir
    Path folder;

    private static SlotKey seat(LocalDate day, String shift) {
        return new SlotKey(day, shift, SeatRole.WATCHER, 1);
    }

    private static void rule(RosterHouse house, RuleId id, RuleMode mode, long bound, String article) {
        house.books.setRule(house.lan, new Rule(id, null, mode, mode == RuleMode.SOFT ? 7 : 0, bound, article));
    }

    private static void give(RosterHouse house, SlotKey slot, MemberId member) {
        house.store.write(tx -> {
            house.plans.give(tx, house.lan, List.of(new Cell(slot, member, Source.MANUAL, false)), null);
            return null;
        });
    }

    private static List<String> against(RosterHouse house, SlotKey slot, TimeSpan part, MemberId who) {
        List<String> told = new ArrayList<>();
        for (Objection o : house.store.read(tx -> house.plans.objections(tx, slot, part, who))) {
            told.add(o.obstacle().id() + (o.hard() ? "" : " soft " + o.weight()));
        }
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsTold(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            MemberId hoa = house.member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
            house.post("chinh");
            house.shift("ngay", "chinh", "06:00", "18:00");
            house.shift("dem", "chinh", "18:00", "06:00");
            rule(house, RuleId.REST, RuleMode.HARD, 720, "Điều 110 Bộ luật Lao động 2019");
            rule(house, RuleId.DAY_HOURS, RuleMode.SOFT, 720, null);
            SlotKey monday = seat(RosterHouse.MONDAY, "dem");
            SlotKey morning = seat(TUESDAY, "ngay");
            assertEquals(List.of(), against(house, morning, null, hoa));
            give(house, monday, hoa);
            assertEquals(List.of("rest", "day-hours soft 7"), against(house, morning, null, hoa));
            Objection rest = house.store
                    .read(tx -> house.plans.objections(tx, morning, null, hoa))
                    .get(0);
            assertEquals("Điều 110 Bộ luật Lao động 2019", rest.article());
            // What she stands of the seat itself speaks against nothing.
            assertEquals(List.of(), against(house, monday, null, hoa));
            // The last four hours come late enough after the night.
            TimeSpan noon = new TimeSpan(Instant.parse("2026-03-03T07:00:00Z"), Instant.parse("2026-03-03T11:00:00Z"));
            assertEquals(List.of("rest"), against(house, morning, noon, hoa));
            house.books.addLeave(
                    house.lan,
                    hoa,
                    new TimeSpan(Instant.parse("2026-03-03T17:00:00Z"), Instant.parse("2026-03-04T17:00:00Z")),
                    LeaveKind.ANNUAL,
                    null,
                    null);
            assertEquals(List.of("leave"), against(house, seat(TUESDAY.plusDays(1), "ngay"), null, hoa));
            house.books.setWatcher(house.lan, hoa, true, false, TUESDAY, Set.of("kho"));
            assertEquals(List.of("shadow", "post", "rest", "day-hours soft 7"), against(house, morning, null, hoa));
            assertEquals(
                    List.of("no-part"), against(house, morning, null, new MemberId("khong-co")), "nobody by that name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoOwesTheWatchIsAskedFirst(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            MemberId hoa = house.member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
            MemberId dung = house.member("dung", "Phạm Văn Dũng", Office.TEAM_MEMBER);
            MemberId an = house.member("an", "Vũ Hà An", Office.TEAM_MEMBER);
            house.post("chinh");
            house.shift("ngay", "chinh", "06:00", "18:00");
            rule(house, RuleId.REST, RuleMode.HARD, 24 * 60, null);
            give(house, seat(RosterHouse.MONDAY, "ngay"), hoa);
            give(house, seat(TUESDAY, "ngay"), dung);
            give(house, seat(TUESDAY.plusDays(3), "ngay"), dung);
            SlotKey wednesday = seat(TUESDAY.plusDays(1), "ngay");
            List<String> told = new ArrayList<>();
            for (StandIn s : house.store.read(tx ->
                    house.plans.standIns(tx, wednesday, null, Set.of(new MemberId("lan"), new MemberId("minh"))))) {
                told.add(s.member().id() + " " + (s.balanceMinutes() < 0 ? "owes" : "did") + " "
                        + (s.lawful()
                                ? "lawful"
                                : s.objections().get(0).obstacle().id()));
            }
            // Nobody by accident: An did nothing yet; Dũng stood until yesterday evening.
            assertEquals(List.of("an owes lawful", "hoa did lawful", "dung did rest"), told);
            VigilException e = assertThrows(
                    VigilException.class,
                    () -> house.store.read(tx -> house.plans.standIns(tx, seat(TUESDAY, "ngai"), null, Set.of())));
            assertEquals(ErrorKind.NOT_FOUND, e.kind());
            assertTrue(e.why().toString().contains(TUESDAY + "/ngay/watcher-1"));
            assertFalse(house.store.read(tx -> house.plans.standIns(tx, wednesday, null, Set.of(an))).stream()
                    .anyMatch(s -> s.member().id().equals(an)));
        }
    }
}
