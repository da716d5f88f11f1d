package vn.vigil.roster.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.vigil.roster.watch.WatchHouse.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Duty;
import vn.vigil.testkit.Databases;

/** Changing duties, and being reminded of them, on either database. */
class SwapStoriesTest {
    private static final LocalDate THURSDAY = RosterHouse.MONDAY.plusDays(3);
    private static final LocalDate FRIDAY = RosterHouse.MONDAY.plusDays(4);

    private final SlotKey thursday = WatchHouse.slot(THURSDAY, "ngay");
    private final SlotKey friday = WatchHouse.slot(FRIDAY, "dem");

    @TempDir
    Path folder;

    private WatchHouse house(Databases database) {
        WatchHouse w = new WatchHouse(database, folder);
        w.give(thursday, "hoa");
        w.give(friday, "dung");
        return w;
    }

    private static String holder(WatchHouse w, SlotKey slot) {
        for (Duty duty : w.house.plans.duties(WatchHouse.span("02 00:00", "12 00:00"))) {
            if (duty.slot().key().equals(slot)) {
                return duty.member() == null ? null : duty.member().value();
            }
        }
        return null;
    }

    /** Minutes of duty by member, from Monday on. */
    private static Map<String, Long> hours(WatchHouse w) {
        Map<String, Long> sums = new TreeMap<>();
        for (Duty duty : w.house.plans.duties(WatchHouse.span("02 06:00", "12 06:00"))) {
            String who = duty.open() ? "nobody" : duty.member().value();
            sums.merge(who, duty.span().length().toMinutes(), Long::sum);
        }
        return sums;
    }

    @ParameterizedTest
    @EnumSource
    void aSwapIsOfferedAcceptedApprovedAndUndone(Databases database) {
        try (WatchHouse w = house(database)) {
            Map<String, Long> before = hours(w);
            SavedSwap offered = w.watch.requestSwap(w.hoa, thursday, "dung", friday);
            CaseId id = offered.swap().id();
            assertEquals(Swap.State.OFFERED, offered.swap().state());
            assertEquals(-1, offered.effects().get(1).nights(), "Dũng gives a night away");
            assertEquals(
                    0,
                    offered.effects().get(0).minutes()
                            + offered.effects().get(1).minutes());
            assertTrue(w.watch.requestSwap(w.hoa, thursday, "dung", friday).unchanged());
            refused(ErrorKind.CONFLICT, () -> w.watch.requestSwap(w.hoa, thursday, "dung", null));
            refused(ErrorKind.DENIED, () -> w.watch.acceptSwap(w.hoa, id));
            refused(ErrorKind.REFUSED, () -> w.watch.approveSwap(w.house.lan, id));
            assertEquals(
                    Swap.State.ACCEPTED, w.watch.acceptSwap(w.dung, id).swap().state());
            assertTrue(w.watch.acceptSwap(w.dung, id).unchanged());
            assertEquals("hoa", holder(w, thursday), "nothing has changed hands yet");
            refused(ErrorKind.DENIED, () -> w.watch.approveSwap(w.dung, id));
            assertEquals(
                    Swap.State.APPLIED,
                    w.watch.approveSwap(w.house.lan, id).swap().state());
            assertTrue(w.watch.approveSwap(w.house.lan, id).unchanged());
            assertEquals("dung", holder(w, thursday));
            assertEquals("hoa", holder(w, friday));
            assertEquals(sum(before), sum(hours(w)), "swaps conserve hours");
            assertEquals(before, hours(w));
            assertEquals(
                    List.of(
                            "dung@example.vn: Bạn được đề nghị đổi ca (" + id + ")",
                            "lan@example.vn: Có đề nghị đổi ca chờ duyệt (" + id + ")",
                            "hoa@example.vn: Ca trực của bạn đã được đổi (" + id + ")",
                            "dung@example.vn: Ca trực của bạn đã được đổi (" + id + ")"),
                    w.mails());
            refused(ErrorKind.DENIED, () -> w.watch.cancelSwap(w.hoa, id, "đổi ý"));
            w.watch.cancelSwap(w.house.lan, id, "đổi ý");
            assertTrue(w.watch.cancelSwap(w.house.lan, id, "đổi ý").unchanged());
            assertEquals("hoa", holder(w, thursday));
            assertEquals("dung", holder(w, friday));
            refused(ErrorKind.REFUSED, () -> w.watch.acceptSwap(w.dung, id));
        }
    }

    private static long sum(Map<String, Long> hours) {
        long sum = 0;
        for (long minutes : hours.values()) {
            sum += minutes;
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void aChainOfSwapsConservesHours(Databases database) {
        try (WatchHouse w = house(database)) {
            w.house.member("thu", "Đỗ Thị Thu", Office.TEAM_MEMBER);
            SlotKey last = WatchHouse.slot(FRIDAY.plusDays(2), "ngay");
            w.give(last, "thu");
            long before = sum(hours(w));
            apply(w, "hoa", thursday, "dung", friday);
            apply(w, "hoa", friday, "thu", last);
            apply(w, "thu", friday, "dung", thursday);
            assertEquals(before, sum(hours(w)));
            assertEquals("thu", holder(w, thursday));
            assertEquals("dung", holder(w, friday));
            assertEquals("hoa", holder(w, last));
            assertEquals(3, w.watch.swaps(true).size());
            assertEquals(0, w.watch.swaps(false).size());
        }
    }

    private static void apply(WatchHouse w, String who, SlotKey slot, String with, SlotKey back) {
        CaseId id = w.watch
                .requestSwap(w.house.people.actor(who), slot, with, back)
                .swap()
                .id();
        w.watch.acceptSwap(w.house.people.actor(with), id);
        w.watch.approveSwap(w.house.lan, id);
    }

    @ParameterizedTest
    @EnumSource
    void aSeatThatIsHeldByAnOverrideIsSwappedToo(Databases database) {
        try (WatchHouse w = house(database)) {
            w.house.member("thu", "Đỗ Thị Thu", Office.TEAM_MEMBER);
            w.watch.override(w.house.lan, new AddOverride(thursday, null, null, "thu", "họp", false));
            assertEquals("thu", holder(w, thursday));
            apply(w, "thu", thursday, "dung", friday);
            assertEquals("dung", holder(w, thursday));
            assertEquals("thu", holder(w, friday));
            w.watch.cancelSwap(w.house.lan, w.watch.swaps(true).get(0).swap().id(), "thôi");
            assertEquals("thu", holder(w, thursday));
            assertEquals("dung", holder(w, friday));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSeatThatWentElsewhereMakesASwapVoidAndOneThatBeganExpires(Databases database) {
        try (WatchHouse w = house(database)) {
            w.house.member("thu", "Đỗ Thị Thu", Office.TEAM_MEMBER);
            CaseId first =
                    w.watch.requestSwap(w.hoa, thursday, "dung", null).swap().id();
            w.give(thursday, "thu");
            assertEquals(
                    Swap.State.VOID, w.watch.acceptSwap(w.dung, first).swap().state());
            assertEquals("thu", holder(w, thursday));
            refused(ErrorKind.REFUSED, () -> w.watch.cancelSwap(w.house.lan, first, null));
            CaseId second =
                    w.watch.requestSwap(w.dung, friday, "thu", null).swap().id();
            w.house.world.pass(Duration.ofDays(5));
            assertEquals(0, w.watch.swaps(false).size());
            assertEquals(
                    Swap.State.EXPIRED,
                    w.watch
                            .acceptSwap(w.house.people.actor("thu"), second)
                            .swap()
                            .state());
            assertEquals("dung", holder(w, friday));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatRulesForbidIsNotOfferedAndSwapsMindTheCutOff(Databases database) {
        try (WatchHouse w = house(database)) {
            w.house.books.setRule(
                    w.house.lan, new Rule(RuleId.REST, null, RuleMode.HARD, 0, 720, "Điều 110 Bộ luật Lao động 2019"));
            SlotKey saturday = WatchHouse.slot(FRIDAY.plusDays(1), "ngay");
            w.give(saturday, "hoa");
            assertTrue(refused(ErrorKind.REFUSED, () -> w.watch.requestSwap(w.hoa, saturday, "dung", null))
                    .why()
                    .toString()
                    .contains("Điều 110"));
            // With the night before given in exchange there is nothing against it.
            assertFalse(w.watch.requestSwap(w.hoa, saturday, "dung", friday).unchanged());
            assertEquals("hoa", holder(w, saturday), "asking what rules say has changed nothing");
            // Tonight is too near for the holders, and not for the leader.
            refused(ErrorKind.REFUSED, () -> w.watch.requestSwap(w.dung, w.night, "hoa", null));
            w.house.member("thu", "Đỗ Thị Thu", Office.TEAM_MEMBER);
            assertFalse(w.watch.requestSwap(w.house.lan, w.night, "thu", null).unchanged());
            refused(ErrorKind.REFUSED, () -> w.watch.requestSwap(w.hoa, w.day, "dung", null));
            refused(ErrorKind.DENIED, () -> w.watch.requestSwap(w.dung, thursday, "dung", null));
            refused(ErrorKind.NOT_FOUND, () -> w.watch.acceptSwap(w.dung, new CaseId("SWP", 2026, 77)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasADutySoonIsRemindedOnceAndAgainWhenItChangesHands(Databases database) {
        try (WatchHouse w = house(database)) {
            assertEquals(List.of("dung remind", "hoa remind"), told(w));
            assertEquals(List.of(), told(w));
            assertEquals(2, w.mails().size());
            w.give(w.tuesday, "dung");
            assertEquals(List.of("hoa release", "dung changed"), told(w));
            assertEquals(List.of(), told(w));
            w.give(w.tuesday, "hoa");
            assertEquals(List.of("dung release", "hoa changed"), told(w));
            assertEquals(6, w.mails().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfThePublishedRosterIsToldFarAhead(Databases database) {
        try (WatchHouse w = house(database)) {
            w.house.plans.publish(w.house.lan, THURSDAY, FRIDAY, "12/KH-TNC", true, "thử");
            assertEquals(List.of("dung remind", "hoa remind"), told(w));
            w.give(thursday, "dung");
            assertEquals(List.of("hoa release", "dung changed"), told(w));
            assertEquals(List.of(), told(w));
            w.at("04 14:05");
            assertEquals(List.of("dung remind"), told(w), "and reminded when it comes near");
            w.give(thursday, "hoa");
            assertEquals(List.of("dung release", "hoa changed"), told(w));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSwapThatLeadsNowhereIsFoundInTheRoster(Databases database) {
        try (WatchHouse w = house(database)) {
            w.watch.requestSwap(w.hoa, thursday, "dung", null);
            assertEquals(
                    0,
                    w.house
                            .store
                            .read(tx -> w.watch.findings(tx, THURSDAY, FRIDAY))
                            .size());
            w.give(thursday, "lan");
            assertEquals(
                    thursday,
                    w.house
                            .store
                            .read(tx -> w.watch.findings(tx, THURSDAY, FRIDAY))
                            .get(0)
                            .slot());
            assertEquals(
                    0,
                    w.house
                            .store
                            .read(tx -> w.watch.findings(tx, FRIDAY, FRIDAY))
                            .size());
        }
    }

    private static List<String> told(WatchHouse w) {
        List<String> told = new ArrayList<>();
        for (Reminder r : w.watch.remind(Duration.ofHours(24))) {
            told.add(r.person().id() + " " + r.what().id());
        }
        return told;
    }
}
