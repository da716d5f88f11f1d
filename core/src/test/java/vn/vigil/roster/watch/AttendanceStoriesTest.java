package vn.vigil.roster.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.vigil.roster.watch.WatchHouse.now;
import static vn.vigil.roster.watch.WatchHouse.refused;
import static vn.vigil.roster.watch.WatchHouse.span;
import static vn.vigil.roster.watch.WatchHouse.t;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.config.Home;
import vn.vigil.config.Setting;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Who came, who did not, and how the watch was kept, on either database. */
class AttendanceStoriesTest {
    private static final Duration GRACE = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void somebodyComesLateOnceAndGoes(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            assertEquals("hoa?", w.stands());
            SavedAttendance came = w.watch.checkIn(w.hoa, new CheckIn(null, null, t("02 06:20")));
            assertEquals(20, came.attendance().lateMinutes());
            assertFalse(came.unchanged());
            assertTrue(w.watch.checkIn(w.hoa, now()).unchanged(), "twice is once");
            assertEquals("hoa", w.stands());
            VigilException e = refused(ErrorKind.REFUSED, () -> w.watch.checkIn(w.dung, now()));
            assertTrue(e.why().toString().contains("Lê Thị Hoa (hoa)"), "who is on watch is told");
            assertTrue(e.next().get(0).args().contains(w.dung.memberId()));
            refused(ErrorKind.USAGE, () -> w.watch.checkIn(w.hoa, new CheckIn(null, null, t("02 15:00"))));
            refused(ErrorKind.DENIED, () -> w.watch.checkIn(w.dung, new CheckIn("hoa", null, null)));
            w.at("02 18:02");
            assertFalse(w.watch.checkOut(w.hoa, now()).unchanged());
            assertTrue(w.watch.checkOut(w.hoa, now()).unchanged());
            refused(ErrorKind.REFUSED, () -> w.watch.checkOut(w.dung, now()));
            // The leader enters it for who has no login; an hour early is early enough.
            w.at("03 05:10");
            SavedAttendance early = w.watch.checkIn(w.house.lan, new CheckIn("hoa", null, null));
            assertEquals(Attendance.How.BY_OTHER, early.attendance().how());
            assertEquals(w.tuesday, early.attendance().slot());
            assertEquals(0, early.attendance().lateMinutes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoShowIsToldOnce(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            w.at("02 06:10");
            assertEquals(List.of(), w.watch.missing(GRACE), "within the grace nobody is missed");
            w.at("02 06:16");
            List<Missing> missing = w.watch.missing(GRACE);
            assertEquals(1, missing.size());
            assertEquals("hoa", missing.get(0).person().id().value());
            assertEquals(16, missing.get(0).lateMinutes());
            assertTrue(missing.get(0).news());
            assertTrue(missing.get(0).standIns().stream()
                    .noneMatch(s -> s.member().id().value().equals("hoa")));
            assertFalse(missing.get(0).standIns().isEmpty());
            assertEquals(List.of("lan@example.vn: Lê Thị Hoa chưa đến trực tại Phòng trực chinh"), w.mails());
            w.at("02 06:21");
            assertFalse(w.watch.missing(GRACE).get(0).news(), "still missing, and told before");
            assertEquals(1, w.mails().size());
            w.watch.checkIn(w.hoa, now());
            assertEquals(List.of(), w.watch.missing(GRACE));
            // The holder of a duty that is over is in the report, not in the alarm.
            w.at("03 06:05");
            assertEquals(List.of(), w.watch.missing(GRACE));
            assertEquals(
                    List.of("2026-03-02/dem/watcher-1"),
                    w.watch.coverage(span("02 00:00", "03 06:00")).noShows().stream()
                            .map(Coverage.NoShow::slot)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void lateIsCoveredByWhoStaysAndNobodyIsAGap(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            w.watch.checkIn(w.hoa, new CheckIn(null, null, t("02 06:00")));
            w.at("02 18:25");
            w.watch.checkIn(w.dung, now());
            w.at("03 09:00");
            Coverage c = w.watch.coverage(span("02 06:00", "04 00:00"));
            Coverage.OfPost post = c.posts().get(0);
            // A night over midnight counts once; Hoa stays until Dũng comes; nobody comes on Tuesday morning.
            assertEquals(27 * 60, post.requiredMinutes());
            assertEquals(24 * 60, post.keptMinutes());
            assertEquals(24 * 60, post.enteredMinutes());
            assertEquals(25, post.lateMinutes());
            assertEquals(1, post.lateDuties());
            assertEquals(List.of(span("03 06:00", "03 09:00")), post.gaps());
            assertEquals(3 * 60, post.gapMinutes());
            assertEquals(t("03 09:00"), c.span().to(), "what is to come is not counted");
            // From the paper book afterwards: kept, and told apart.
            SavedAttendance paper =
                    w.watch.log(w.dung, new PaperWatch("hoa", "ngay", null, null, t("03 08:00"), "sổ số 1, trang 12"));
            assertEquals(Attendance.How.PAPER, paper.attendance().how());
            post = w.watch.coverage(span("02 06:00", "04 00:00")).posts().get(0);
            assertEquals(26 * 60, post.keptMinutes());
            assertEquals(2 * 60, post.paperMinutes());
            assertEquals(List.of(span("03 08:00", "03 09:00")), post.gaps());
            assertTrue(w.watch
                    .log(w.dung, new PaperWatch("hoa", "ngay", null, null, t("03 08:00"), "sổ số 1, trang 12"))
                    .unchanged());
            refused(
                    ErrorKind.CONFLICT,
                    () -> w.watch.log(w.dung, new PaperWatch("hoa", "ngay", null, null, t("03 07:00"), null)));
            refused(
                    ErrorKind.USAGE,
                    () -> w.watch.log(w.dung, new PaperWatch("hoa", "ngay", null, null, t("03 10:00"), null)));
            refused(
                    ErrorKind.NOT_FOUND,
                    () -> w.watch.log(w.dung, new PaperWatch("hoa", "ngy", null, null, null, null)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntryIsPutRightByAnErratumThatKeepsBoth(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            Attendance was = w.watch
                    .checkIn(w.hoa, new CheckIn(null, null, t("02 08:00")))
                    .attendance();
            CorrectAttendance right = new CorrectAttendance(t("02 06:00"), null, null, false, "quên ghi");
            refused(ErrorKind.DENIED, () -> w.watch.correct(w.hoa, was.id(), right));
            refused(
                    ErrorKind.USAGE,
                    () -> w.watch.correct(
                            w.house.lan, was.id(), new CorrectAttendance(null, null, null, true, "a\u0007b")));
            Attendance is = w.watch.correct(w.house.lan, was.id(), right).attendance();
            assertEquals(was.id(), is.follows());
            assertEquals(0, is.lateMinutes());
            assertEquals(
                    1,
                    w.watch
                            .attendance(span("02 00:00", "03 00:00"), null, false)
                            .size());
            List<Attendance> both = w.watch.attendance(span("02 00:00", "03 00:00"), null, true);
            assertEquals(2, both.size());
            assertEquals(t("02 08:00"), both.get(1).in());
            assertEquals("quên ghi", both.get(1).corrected().why());
            refused(ErrorKind.REFUSED, () -> w.watch.correct(w.house.lan, was.id(), right));
            // Who leaves takes nothing of the past along.
            w.at("03 09:00");
            Coverage before = w.watch.coverage(span("02 06:00", "02 18:00"));
            w.house.people.end(w.house.lan, w.hoa.memberId(), RosterHouse.MONDAY.plusDays(1), "chuyển công tác", false);
            assertEquals(before, w.watch.coverage(span("02 06:00", "02 18:00")));
            assertEquals(720, before.members().get(0).keptMinutes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void guardsNeedNotCheckInUnlessTheSiteSaysSo(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder, Setting.ROSTER_CHECKIN, "none")) {
            w.at("02 20:00");
            assertEquals("dung", w.stands());
            assertEquals(List.of(), w.watch.missing(GRACE));
            Coverage.OfPost post =
                    w.watch.coverage(span("02 06:00", "02 20:00")).posts().get(0);
            assertEquals(14 * 60, post.assumedMinutes());
            assertEquals(0, post.enteredMinutes());
            assertEquals(List.of(), post.gaps());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsOffSickIsNotThereAndSomebodyStandsIn(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            w.house.member("thu", "Đỗ Thị Thu", Office.TEAM_MEMBER);
            w.at("02 13:00");
            Sick sick = w.watch.sick(w.dung, new ReportSick("hoa", t("04 00:00"), null, "sốt"));
            assertEquals(List.of(w.day, w.tuesday), slots(sick));
            assertEquals(t("02 13:00"), sick.opened().get(0).part().from());
            assertFalse(sick.opened().get(0).standIns().isEmpty());
            assertEquals("!", w.stands());
            Sick again = w.watch.sick(w.dung, new ReportSick("hoa", null, null, "sốt"));
            assertTrue(again.unchanged());
            assertEquals(sick.leave().id(), again.leave().id());
            refused(ErrorKind.CONFLICT, () -> w.watch.sick(w.dung, new ReportSick("hoa", t("03 00:00"), null, null)));
            refused(ErrorKind.DENIED, () -> w.watch.sick(w.dung, new ReportSick("hoa", null, "thu", null)));
            Sick replaced = w.watch.sick(w.house.lan, new ReportSick("hoa", null, "thu", null));
            assertFalse(replaced.unchanged());
            assertEquals("thu", replaced.opened().get(0).replacement().id().value());
            assertEquals("thu?", w.stands());
            assertTrue(w.watch
                    .sick(w.house.lan, new ReportSick("hoa", null, "thu", null))
                    .unchanged());
            w.at("03 07:00");
            assertEquals("thu?", w.stands());
            w.at("02 07:00");
            assertEquals("hoa?", w.stands(), "what was before she fell ill stays hers");
        }
    }

    private static List<Object> slots(Sick sick) {
        List<Object> slots = new java.util.ArrayList<>();
        sick.opened().forEach(o -> slots.add(o.duty().slot().key()));
        return slots;
    }

    @ParameterizedTest
    @EnumSource
    void anEmptySeatIsTakenAtOnceAndTheLeaderHearsOfIt(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            Taken taken = w.watch.take(w.dung, null, null);
            assertEquals(w.day, taken.duty().slot().key());
            assertEquals(span("02 14:05", "02 18:00"), taken.part());
            assertEquals(0, taken.attendance().lateMinutes());
            assertEquals("dung", w.stands());
            assertEquals(1, w.mails().size());
            assertTrue(w.watch.take(w.dung, null, null).unchanged());
            assertEquals(1, w.mails().size());
            refused(ErrorKind.REFUSED, () -> w.watch.take(w.hoa, null, null));
            // The borders of the shift have not moved.
            assertEquals(
                    t("02 06:00"),
                    w.house
                            .plans
                            .duties(span("02 06:00", "02 18:00"))
                            .get(0)
                            .slot()
                            .span()
                            .from());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOverrideStaysWithinItsShift(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            w.house.member("thu", "Đỗ Thị Thu", Office.TEAM_MEMBER);
            AddOverride beyond = new AddOverride(w.night, t("02 17:00"), null, "thu", "họp", false);
            refused(ErrorKind.USAGE, () -> w.watch.override(w.house.lan, beyond));
            AddOverride some = new AddOverride(w.night, t("02 20:00"), t("02 22:00"), "thu", "họp", false);
            refused(ErrorKind.DENIED, () -> w.watch.override(w.hoa, some));
            assertFalse(w.watch.override(w.house.lan, some).unchanged());
            assertTrue(w.watch.override(w.house.lan, some).unchanged());
            w.at("02 21:00");
            assertEquals("thu?", w.stands());
            refused(ErrorKind.REFUSED, () -> w.watch.withdraw(w.house.lan, 1, "thôi"));
            w.at("02 19:00");
            assertFalse(w.watch.withdraw(w.house.lan, 1, "thôi").unchanged());
            assertTrue(w.watch.withdraw(w.house.lan, 1, "thôi").unchanged());
            w.at("02 21:00");
            assertEquals("dung?", w.stands());
            assertEquals(
                    1, w.watch.overrides(RosterHouse.MONDAY, RosterHouse.MONDAY).size());
            refused(ErrorKind.NOT_FOUND, () -> w.watch.withdraw(w.house.lan, 9, "thôi"));
            assertNull(w.watch
                    .at(t("02 21:00"), new StandFilter("chinh", null))
                    .get(0)
                    .body());
            refused(ErrorKind.NOT_FOUND, () -> w.watch.at(t("02 21:00"), new StandFilter("chin", null)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasReallyStoodIsKnownAfterwards(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            TimeSpan both = span("02 06:00", "03 06:00");
            w.at("03 09:00");
            assertEquals(List.of("hoa", "dung"), really(w, both), "where nobody is ever entered the roster counts");
            w.watch.log(w.hoa, new PaperWatch("lan", "ngay", RosterHouse.MONDAY, null, null, null));
            assertEquals(List.of("lan", "nobody"), really(w, both));
            w.watch.log(w.hoa, new PaperWatch("dung", "dem", RosterHouse.MONDAY, null, null, null));
            assertEquals(List.of("lan", "dung"), really(w, both));
        }
    }

    private static List<String> really(WatchHouse w, TimeSpan span) {
        return w.house.store.read(tx -> w.watch.really(tx, w.house.plans.duties(tx, span))).stream()
                .map(d -> d.member() == null ? "nobody" : d.member().value())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatDiesBetweenAlertAndMarkIsToldOnceAfterwards(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            w.dead = true;
            assertThrows(IllegalStateException.class, () -> w.watch.missing(GRACE));
            assertEquals(List.of(), w.mails(), "nothing half-told");
            w.dead = false;
            assertTrue(w.watch.missing(GRACE).get(0).news());
            assertFalse(w.watch.missing(GRACE).get(0).news());
            assertEquals(1, w.mails().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNightThatTheClockMakesLongerIsKeptWhole(Databases database) throws IOException {
        Path settings = Home.of(TestWorld.create(), folder).configFile();
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "zone = Europe/London\n");
        try (WatchHouse w = new WatchHouse(database, folder)) {
            LocalDate day = LocalDate.parse("2026-10-24");
            w.house.world.jumpClock(Instant.parse("2026-10-26T12:00:00Z"));
            SlotKey night = WatchHouse.slot(day, "dem");
            w.give(night, "dung");
            w.watch.log(w.hoa, new PaperWatch("dung", "dem", day, null, null, null));
            TimeSpan longer =
                    new TimeSpan(Instant.parse("2026-10-24T17:00:00Z"), Instant.parse("2026-10-25T06:00:00Z"));
            Coverage.OfPost post = w.watch.coverage(longer).posts().get(0);
            assertEquals(13 * 60, post.requiredMinutes());
            assertEquals(13 * 60, post.paperMinutes());
            assertEquals(List.of(), post.gaps());
        }
    }
}
