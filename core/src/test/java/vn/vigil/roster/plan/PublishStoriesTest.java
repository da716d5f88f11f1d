package vn.vigil.roster.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Severity;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.LeaveKind;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.testkit.Databases;

/** A roster is sealed, and changes only with a reason; what is past only by erratum. On either database. */
class PublishStoriesTest {
    private static final LocalDate FIRST = RosterHouse.MONDAY.plusDays(7);
    private static final LocalDate LAST = FIRST.plusDays(6);

    @TempDir
    Path folder;

    private static SlotKey seat(LocalDate day, String shift) {
        return new SlotKey(day, shift, SeatRole.WATCHER, 1);
    }

    private static ErrorKind refused(Runnable act) {
        return assertThrows(VigilException.class, act::run).kind();
    }

    /** Who has the seat, and somebody lawful who could have it instead. */
    private static MemberId holder(RosterHouse house, SlotKey key) {
        return house.plans.explain(key).holder().id();
    }

    private static MemberId another(RosterHouse house, SlotKey key) {
        return house.plans.explain(key).others().get(0).standIn().member().id();
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyRosterIsOneGapAndIsNotPublished(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            GenerateStoriesTest.team(house, 9);
            CheckReport empty = house.plans.check(FIRST, LAST);
            assertEquals(Severity.CRITICAL, empty.severity());
            assertEquals(7 * 24 * 60, empty.openMinutes());
            assertEquals(100.0, empty.openPercent());
            assertEquals(
                    ErrorKind.REFUSED, refused(() -> house.plans.publish(house.lan, FIRST, LAST, null, false, null)));
            assertEquals(
                    ErrorKind.REFUSED, refused(() -> house.plans.publish(house.lan, FIRST, LAST, null, true, " ")));
            Published made = house.plans.publish(house.lan, FIRST, LAST, null, true, "Chưa tuyển đủ người");
            assertEquals(21, made.open().size());
            assertEquals("Chưa tuyển đủ người", made.publication().reason());
            assertTrue(house.ledger.verify().intact());
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterPublishingEveryChangeHasAReason(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            GenerateStoriesTest.team(house, 9);
            GenerateStoriesTest.generate(house, GenerateStoriesTest.days(FIRST, LAST));
            assertEquals(Severity.OK, house.plans.check(FIRST, LAST).severity());
            Published made = house.plans.publish(house.lan, FIRST, LAST, "45/TB-TNC", false, null);
            assertEquals("ROS-2026-0001", made.publication().id());
            assertEquals(21, made.changes().size());
            assertFalse(made.shortNotice());
            assertTrue(house.plans
                    .publish(house.lan, FIRST, LAST, null, false, null)
                    .unchanged());
            assertEquals(List.of(), house.plans.differences(FIRST, LAST));

            SlotKey friday = seat(FIRST.plusDays(4), "chieu");
            MemberId before = holder(house, friday);
            MemberId after = another(house, friday);
            assertEquals(ErrorKind.REFUSED, refused(() -> house.plans.assign(house.lan, friday, after.value(), null)));
            assertEquals(ErrorKind.REFUSED, refused(() -> house.plans.clear(house.lan, friday, null)));
            assertEquals(before, holder(house, friday));
            SeatChanged changed = house.plans.assign(house.lan, friday, after.value(), "Đổi theo đề nghị");
            assertEquals("ROS-2026-0001", changed.publication());
            assertTrue(
                    house.plans.assign(house.lan, friday, after.value(), null).unchanged());
            Difference difference = house.plans.differences(FIRST, LAST).get(0);
            assertEquals(before, difference.before());
            assertEquals(after, difference.after());
            assertEquals("Đổi theo đề nghị", difference.reason());
            assertEquals(1, house.plans.differences(FIRST, LAST).size());
            assertTrue(house.plans.check(FIRST, LAST).findings().stream()
                    .anyMatch(f -> f.kind() == Finding.Kind.EDITED && f.severity() == Severity.OK));

            Published again = house.plans.publish(house.lan, FIRST, LAST, null, false, null);
            assertEquals(2, again.publication().revision());
            assertEquals("ROS-2026-0002", again.publication().id());
            assertNotEquals(made.publication().digest(), again.publication().digest());
            assertEquals(1, again.changes().size());
            assertEquals(List.of(), house.plans.differences(FIRST, LAST));
            assertEquals(before, house.plans.sealed("ROS-2026-0001").get(friday));
            assertTrue(house.ledger.verify().intact());
        }
    }

    @ParameterizedTest
    @EnumSource
    void illnessChangesAPublishedRosterAsLittleAsPossible(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            GenerateStoriesTest.team(house, 9);
            GenerateStoriesTest.generate(house, GenerateStoriesTest.days(FIRST, LAST));
            house.plans.publish(house.lan, FIRST, LAST, null, false, null);
            SlotKey friday = seat(FIRST.plusDays(4), "dem");
            MemberId ill = holder(house, friday);
            house.books.addLeave(
                    house.lan,
                    ill,
                    new TimeSpan(Instant.parse("2026-03-12T17:00:00Z"), Instant.parse("2026-03-14T17:00:00Z")),
                    LeaveKind.SICK,
                    null,
                    null);
            assertEquals(Severity.CRITICAL, house.plans.check(FIRST, LAST).severity());
            assertEquals(
                    ErrorKind.REFUSED,
                    refused(() -> GenerateStoriesTest.generate(house, GenerateStoriesTest.days(FIRST, LAST))));
            GenerateRequest replan =
                    new GenerateRequest(FIRST, LAST, Engine.AUTO, 1, null, null, FIRST.plusDays(2), "Ốm", false);
            int moved = 0;
            Generated made = GenerateStoriesTest.generate(house, replan);
            for (CellChange change : made.changes()) {
                assertFalse(change.slot().day().isBefore(FIRST.plusDays(2)));
                moved += change.before().equals(ill) ? 1 : 0;
            }
            // Only what the ill one had on those days is given to others.
            assertEquals(moved, made.changes().size());
            assertTrue(moved >= 1 && moved <= 2, made.changes().toString());
            assertEquals(List.of(), made.open());
            assertEquals("Ốm", house.plans.differences(FIRST, LAST).get(0).reason());
            assertEquals(
                    List.of(), GenerateStoriesTest.generate(house, replan).changes(), "the second call moves nobody");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesLeavesGapsAheadAndThePastAsItWas(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            GenerateStoriesTest.team(house, 9);
            GenerateStoriesTest.generate(house, GenerateStoriesTest.days(FIRST, LAST));
            SlotKey early = seat(FIRST.plusDays(1), "sang");
            SlotKey late = seat(FIRST.plusDays(5), "sang");
            MemberId other = another(house, late);
            house.plans.assign(house.lan, early, holder(house, early).value(), null);
            MemberId leaver = holder(house, late);
            house.plans.publish(house.lan, FIRST, LAST, null, false, null);
            house.world.pass(Duration.ofDays(10));
            LocalDate lastDay = FIRST.plusDays(3);
            house.people.end(house.people.actor("lan"), leaver, lastDay, "Chuyển công tác", false);
            int gaps = 0;
            for (Finding f : house.plans.check(FIRST, LAST).findings()) {
                if (f.kind() == Finding.Kind.LEFT) {
                    assertTrue(f.slot().day().isAfter(lastDay), f.slot().toString());
                    assertEquals(leaver, f.member());
                    gaps++;
                }
            }
            assertTrue(gaps > 0);
            Difference gone = house.plans.differences(late.day(), late.day()).stream()
                    .filter(d -> d.slot().equals(late))
                    .findFirst()
                    .orElseThrow();
            assertNull(gone.after());
            assertEquals(leaver, gone.before());

            // The early shift is over: it is put right by an erratum, with a reason, and not otherwise.
            assertEquals(
                    ErrorKind.REFUSED, refused(() -> house.plans.assign(house.lan, early, other.value(), "Ghi nhầm")));
            assertEquals(ErrorKind.REFUSED, refused(() -> house.plans.correct(house.lan, early, other.value(), null)));
            assertEquals(
                    ErrorKind.REFUSED, refused(() -> house.plans.correct(house.lan, seat(LAST, "dem"), "minh", "x")));
            SeatChanged corrected = house.plans.correct(house.lan, early, "minh", "Ghi nhầm người");
            if (!corrected.unchanged()) {
                assertTrue(house.plans.differences(early.day(), early.day()).stream()
                        .anyMatch(d -> d.erratum() && d.reason().equals("Ghi nhầm người")));
            }
            assertEquals(new MemberId("minh"), holder(house, early));
            assertTrue(house.ledger.verify().intact());
        }
    }
}
