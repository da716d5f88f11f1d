package vn.vigil.camera.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.people.Office;
import vn.vigil.testkit.Databases;
import vn.vigil.text.Lang;

/** From the fault to the letter, run by run; on both databases. */
class AlertStoriesTest {
    @TempDir
    Path folder;

    private AlertHouse house;

    /** Lan leads in English, Binh is her deputy, Chi heads the committee. */
    private void open(Databases database) {
        house = AlertHouse.open(database, folder);
        house.member("lan", Office.TEAM_LEADER, Lang.EN);
        house.member("binh", Office.TEAM_DEPUTY, null);
        house.member("chi", Office.STEERING_HEAD, Lang.EN);
        house.cameras("ok-", 20);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static CaseId id(int number) {
        return new CaseId("ALR", 2026, number);
    }

    @ParameterizedTest
    @EnumSource
    void oneOutageIsToldOnceAndItsEndOnce(Databases database) {
        open(database);
        assertEquals(List.of(), house.run().told());
        house.down("gate-1", "Cổng chính", "", "", false);
        Reconciled run = house.next();
        assertEquals(List.of(id(1)), run.opened().stream().map(Alert::id).toList());
        assertEquals("v1:down:gate-1:2026-03-02T07:05:00Z", run.opened().get(0).key());
        assertEquals(List.of("lan: [vigil] camera gate-1 (Cổng chính): down"), house.subjects());
        assertEquals(List.of(), house.next().told());
        assertEquals(List.of(), house.subjects());
        house.up("gate-1");
        house.next();
        assertEquals(List.of("lan: [vigil] camera gate-1 (Cổng chính): well again after 15m"), house.subjects());
        assertEquals(List.of(), house.next().told());
        assertEquals(List.of(), house.alerts.list(false));
        house.down("gate-1");
        assertEquals(id(2), house.next().opened().get(0).id(), "a new outage is a new alert");
        assertEquals(
                List.of(),
                house.store.verifySchema().stream()
                        .filter(d -> !d.contains("post_box"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aLetterSaysWhatSinceWhenAndWhatToDoInItsReadersLanguage(Databases database) {
        open(database);
        house.down("gate-1", "Cổng chính", "", "", true);
        house.run();
        AlertHouse.Letter english = house.mail().stream()
                .filter(l -> l.to().equals("lan"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "Alert: ALR-2026-0001\n"
                        + "State: down\n"
                        + "Since: 2026-03-02T14:05:00+07:00 (0s ago)\n"
                        + "Found: unreachable\n"
                        + "It watches an essential place.\n"
                        + "What to do next:\n"
                        + "Find the fault: vigil camera doctor gate-1\n"
                        + "Say that you are on it: vigil camera alert ack ALR-2026-0001\n",
                english.body());
        house.world.pass(Duration.ofMinutes(15));
        house.run();
        AlertHouse.Letter vietnamese = house.mail().stream()
                .filter(l -> l.to().equals("binh"))
                .findFirst()
                .orElseThrow();
        assertEquals("[vigil] báo lên cấp trên – camera gate-1 (Cổng chính): hỏng", vietnamese.subject());
        assertTrue(
                vietnamese
                        .body()
                        .startsWith(
                                "Đã 15m mà chưa ai tiếp nhận cảnh báo này, nên nay báo đến Tổ trưởng và các Tổ phó.\n"),
                vietnamese.body());
    }

    @ParameterizedTest
    @EnumSource
    void unansweredAnOutageGoesUpTheLadderAndIsThenRepeated(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        assertEquals(List.of("lan: [vigil] camera gate-1: down"), house.subjects());
        house.world.pass(Duration.ofMinutes(25));
        house.run();
        assertEquals(List.of(), house.subjects());
        house.next();
        assertEquals(2, house.subjects().size(), "leader and deputy");
        house.world.pass(Duration.ofMinutes(30));
        house.run();
        assertEquals(List.of("chi: [vigil] nobody has answered – camera gate-1: down"), house.subjects());
        house.world.pass(Duration.ofMinutes(55));
        house.run();
        assertEquals(List.of(), house.subjects());
        house.next();
        assertEquals(3, house.subjects().size(), "after an hour of silence all three hear it again");
    }

    @ParameterizedTest
    @EnumSource
    void anEssentialCameraGoesUpTwiceAsFastAndAFaultOfThePictureNotToTheCommittee(Databases database) {
        open(database);
        house.down("gate-1", "gate-1", "", "", true);
        house.degraded("hall-1");
        house.run();
        house.subjects();
        house.world.pass(Duration.ofMinutes(15));
        assertEquals(2, house.run().told().get(0).told().level());
        house.world.pass(Duration.ofMinutes(15));
        assertEquals(
                List.of(3, 2),
                house.run().told().stream().map(a -> a.told().level()).toList());
        house.subjects();
        house.world.pass(Duration.ofMinutes(60));
        house.run();
        assertEquals(5, house.subjects().size(), "gate-1 to three, hall-1 to two");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerStopsRepeatsUntilItExpires(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        house.subjects();
        assertTrue(house.alerts
                .acknowledge(house.actor("lan"), id(1), "đang đến", Duration.ofHours(8), false)
                .changed());
        house.world.pass(Duration.ofHours(7));
        assertEquals(List.of(), house.run().told());
        assertEquals(Alert.State.ACKED, house.alerts.get(id(1)).state(house.world.now()));
        house.world.pass(Duration.ofHours(1));
        assertEquals(1, house.run().told().size());
        assertEquals(List.of("lan: [vigil] still unanswered – camera gate-1: down"), house.subjects());
        house.world.pass(Duration.ofMinutes(30));
        house.run();
        assertEquals(2, house.subjects().size(), "and from there on it goes up as before");
    }

    @ParameterizedTest
    @EnumSource
    void theSameAnswerAgainIsUnchangedAndAnotherOneIsAConflict(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        assertTrue(house.alerts
                .acknowledge(house.actor("lan"), id(1), "x", null, false)
                .changed());
        assertFalse(house.alerts
                .acknowledge(house.actor("lan"), id(1), "x", null, false)
                .changed());
        VigilException e = assertThrows(
                VigilException.class, () -> house.alerts.acknowledge(house.actor("binh"), id(1), "x", null, false));
        assertEquals(ErrorKind.CONFLICT, e.kind());
        assertTrue(house.alerts
                .acknowledge(house.actor("binh"), id(1), "x", null, true)
                .changed());
        assertEquals("binh", house.alerts.get(id(1)).ack().by());
        assertEquals(
                ErrorKind.NOT_FOUND,
                assertThrows(VigilException.class, () -> house.alerts.get(new CaseId("INC", 2026, 1)))
                        .kind());
        assertTrue(house.ledger.verify().intact());
    }

    @ParameterizedTest
    @EnumSource
    void aPersonClosesAnOutageForGoodAndTheNextOneIsNew(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        house.subjects();
        assertEquals(
                ErrorKind.USAGE,
                assertThrows(VigilException.class, () -> house.alerts.close(house.actor("lan"), id(1), " "))
                        .kind());
        assertTrue(house.alerts
                .close(house.actor("lan"), id(1), "chuyển sang sửa chữa")
                .changed());
        assertFalse(house.alerts
                .close(house.actor("lan"), id(1), "chuyển sang sửa chữa")
                .changed());
        house.world.pass(Duration.ofDays(2));
        assertEquals(List.of(), house.run().told());
        house.up("gate-1");
        assertEquals(List.of(), house.next().told());
        house.down("gate-1");
        assertEquals(id(2), house.next().opened().get(0).id());
        assertEquals(
                ErrorKind.REFUSED,
                assertThrows(
                                VigilException.class,
                                () -> house.alerts.acknowledge(house.actor("lan"), id(1), null, null, false))
                        .kind());
    }

    @ParameterizedTest
    @EnumSource
    void fiveHundredCamerasBehindOneSwitchAreOneAlertWithTheEssentialOnesFirst(Databases database) {
        open(database);
        for (int i = 1; i <= 500; i++) {
            house.down("c" + i, "Cửa " + i, "tủ mạng A", "", i == 499);
        }
        Reconciled run = house.run();
        assertEquals(1, run.opened().size());
        Alert alert = run.opened().get(0);
        assertEquals(Alert.Kind.UPLINK, alert.kind());
        assertEquals("tủ mạng A", alert.name());
        assertEquals("c499", alert.bad().get(0).camera().value());
        AlertHouse.Letter letter = house.mail().stream()
                .filter(l -> l.to().equals("lan"))
                .findFirst()
                .orElseThrow();
        assertEquals("[vigil] 500 cameras behind tủ mạng A: down", letter.subject());
        String[] lines = letter.body().split("\n");
        assertEquals("- c499 (Cửa 499), essential place: unreachable", lines[5]);
        assertEquals("… and 480 more; all of them: vigil camera alert show ALR-2026-0001", lines[25]);
        assertEquals("Look at tủ mạng A first: power, cable, port.", lines[27]);
        for (int i = 1; i <= 499; i++) {
            house.up("c" + i);
        }
        assertEquals(List.of(), house.next().told(), "one is still bad");
        assertEquals(1, house.alerts.get(id(1)).bad().size());
        house.up("c500");
        house.next();
        AlertHouse.Letter end = house.mail().stream()
                .filter(l -> l.to().equals("lan"))
                .findFirst()
                .orElseThrow();
        assertEquals("[vigil] 500 cameras behind tủ mạng A: well again after 10m", end.subject());
    }

    @ParameterizedTest
    @EnumSource
    void aStormThatGrowsOverTwoRunsStaysOneAlertAndSpeaksAtEachDoubling(Databases database) {
        open(database);
        house.cameras("far-", 100);
        house.down("a1", "a1", "sw-a", "", false);
        assertEquals(Alert.Kind.CAMERA, house.run().opened().get(0).kind());
        house.subjects();
        house.world.pass(AlertHouse.INTERVAL);
        house.down("a2", "a2", "sw-a", "", false);
        house.down("a3", "a3", "sw-a", "", false);
        Reconciled second = house.run();
        assertEquals(List.of(), second.opened());
        assertEquals(Alert.Kind.UPLINK, house.alerts.get(id(1)).kind());
        assertEquals(List.of("lan: [vigil] more cameras – 3 cameras behind sw-a: down"), house.subjects());
        house.world.pass(AlertHouse.INTERVAL);
        house.down("a4", "a4", "sw-a", "", false);
        house.run();
        assertEquals(List.of(), house.subjects(), "one more is no news");
        house.world.pass(AlertHouse.INTERVAL);
        house.down("a5", "a5", "sw-a", "", true);
        house.run();
        assertEquals(1, house.subjects().size(), "an essential one is");
        house.world.pass(Duration.ofMinutes(6));
        house.down("a6", "a6", "sw-a", "", false);
        assertEquals(1, house.run().opened().size(), "what fails later fails by itself");
    }

    @ParameterizedTest
    @EnumSource
    void aRecorderIsNearerThanItsSwitchAndStrangersStayApart(Databases database) {
        open(database);
        house.cameras("far-", 100);
        house.down("r1", "r1", "sw-a", "192.0.2.7", false);
        house.down("r2", "r2", "sw-a", "192.0.2.7", false);
        house.down("lone-1");
        house.down("lone-2");
        List<Alert> opened = house.run().opened();
        assertEquals(
                List.of("host 192.0.2.7", "camera lone-1", "camera lone-2"),
                opened.stream().map(a -> a.kind().word() + " " + a.name()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aThirdOfAllCamerasAtOnceIsTheNetworkAndTakesSmallerAlertsOver(Databases database) {
        open(database);
        house.down("a1", "a1", "sw-a", "", false);
        house.down("a2", "a2", "sw-a", "", false);
        house.down("b1");
        assertEquals(2, house.run().opened().size());
        house.subjects();
        house.world.pass(AlertHouse.INTERVAL);
        for (int i = 1; i <= 8; i++) {
            house.down("ok-" + i);
        }
        Reconciled run = house.run();
        assertEquals(List.of(), run.opened());
        assertEquals(List.of(), run.closed(), "nothing has recovered");
        Alert network = house.alerts.get(id(1));
        assertEquals(Alert.Kind.NETWORK, network.kind());
        assertEquals(11, network.bad().size());
        assertEquals(id(1), house.alerts.get(id(2)).closing().mergedInto());
        assertEquals(List.of("lan: [vigil] more cameras – 11 cameras all over the network: down"), house.subjects());
    }

    @ParameterizedTest
    @EnumSource
    void whoWasNotLookedAtIsNeitherWellNorRepeated(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        house.subjects();
        Condition known = house.bad.remove("gate-1");
        house.all.remove("gate-1");
        house.world.pass(Duration.ofHours(3));
        assertEquals(List.of(), house.run().told(), "under maintenance, say");
        assertNull(house.alerts.get(id(1)).closing());
        house.bad.put("gate-1", known);
        assertEquals(1, house.run(Set.of()).told().size(), "bad still, though this run could not look");
    }

    @ParameterizedTest
    @EnumSource
    void aWorseFaultOfTheSameCameraIsTheSameAlertToldAgain(Databases database) {
        open(database);
        house.degraded("gate-1");
        house.run();
        house.world.pass(AlertHouse.INTERVAL);
        house.down("gate-1");
        assertEquals(List.of(), house.run().opened());
        assertEquals(
                List.of("lan: [vigil] camera gate-1: degraded", "lan: [vigil] worse now – camera gate-1: down"),
                house.subjects());
    }

    @ParameterizedTest
    @EnumSource
    void aCrashBeforeTheCommitLosesNothingAndOneAfterItDoublesNothing(Databases database) {
        open(database);
        house.down("gate-1");
        assertThrows(
                IllegalStateException.class,
                () -> house.store.write(tx -> {
                    house.alerts.reconcile(tx, house.world.now(), List.copyOf(house.bad.values()), Set.of());
                    throw new IllegalStateException("killed");
                }));
        assertEquals(List.of(), house.alerts.list(true));
        assertEquals(List.of(), house.mail());
        house.run();
        try (AlertHouse next = house.again()) {
            assertEquals(List.of(), next.run().told(), "killed between commit and delivery, and run again");
            assertEquals(List.of("lan: [vigil] camera gate-1: down"), next.subjects(), "the letter still waits");
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoRunsThatRaceTellOnce(Databases database) throws Exception {
        open(database);
        for (int i = 1; i <= 12; i++) {
            house.down("c" + i, "c" + i, i < 7 ? "sw-a" : "sw-b", "", false);
        }
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (AlertHouse other = house.again()) {
            Future<Reconciled> one = both.submit(() -> {
                go.await();
                return house.run();
            });
            Future<Reconciled> two = both.submit(() -> {
                go.await();
                return other.run();
            });
            go.countDown();
            assertEquals(1, one.get().opened().size() + two.get().opened().size());
        } finally {
            both.shutdown();
        }
        assertEquals(List.of("lan: [vigil] 12 cameras all over the network: down"), house.subjects());
    }

    @ParameterizedTest
    @EnumSource
    void whatACameraIsCalledForgesNeitherHeaderNorLine(Databases database) {
        open(database);
        house.down("gate-1", "x\r\nBcc: all@site.example\u202Ecod\u001b[2J", "", "", false);
        house.run();
        for (AlertHouse.Letter l : house.mail()) {
            assertFalse(l.subject().contains("\n") || l.subject().contains("\r"), l.subject());
            assertTrue(l.subject().contains("x\\r\\nBcc: all@site.example\\u202ecod\\u001b[2J"), l.subject());
            assertFalse(l.body().contains("\nBcc"), l.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyInOfficeIsToldOfInTheResult(Databases database) {
        house = AlertHouse.open(database, folder);
        house.down("gate-1");
        assertEquals(1, house.run().untold().size());
        assertEquals(1, house.mail().size(), "the site's own channels hear of it all the same");
        assertEquals(
                ErrorKind.NOT_FOUND,
                assertThrows(VigilException.class, () -> house.alerts.test(house.actor(null), null))
                        .kind());
    }

    @ParameterizedTest
    @EnumSource
    void mailThatDoesNotLeaveIsAnAlertThatNoMailTells(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        house.world.pass(Duration.ofMinutes(31));
        Reconciled run = house.run();
        assertNotNull(run.mailStuck());
        assertEquals(
                List.of("mail-stuck"),
                run.opened().stream().map(a -> a.kind().word()).toList());
        assertEquals(List.of(), house.next().opened(), "it is one alert");
        CaseId stuck = run.mailStuck().id();
        assertEquals(
                ErrorKind.REFUSED,
                assertThrows(VigilException.class, () -> house.alerts.resend(house.actor("lan"), stuck))
                        .kind());
        assertFalse(house.subjects().stream().anyMatch(s -> s.contains("messages")));
        assertNull(house.next().mailStuck(), "the mail has left");
        assertEquals(1, house.alerts.list(false).size());
    }

    @ParameterizedTest
    @EnumSource
    void resendingAndTestingSpeakAtOnceAndOnceAMinute(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        house.mail();
        Mailed again = house.alerts.resend(house.actor("lan"), id(1));
        assertEquals(2, again.deliveries().size(), "the person and the site's channels");
        assertFalse(house.alerts.resend(house.actor("lan"), id(1)).news());
        Mailed test = house.alerts.test(house.actor("binh"), "chi");
        assertEquals(
                List.of("chi"),
                test.persons().stream().map(r -> r.member().value()).toList());
        assertEquals(2, test.deliveries().size());
        assertEquals(
                List.of("opened", "opened", "resent", "resent"),
                house.alerts.told(id(1)).stream().map(ToldOnce::what).toList());
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonClosedIsNotToldAsRecovered(Databases database) {
        open(database);
        house.down("gate-1");
        house.run();
        house.alerts.close(house.actor("lan"), id(1), "đã biết");
        house.mail();
        assertTrue(house.alerts.resend(house.actor("lan"), id(1)).news());
        house.store.write(tx -> tx.run("update post_box set sent = 0 where message_key like '%resent%'"));
        assertTrue(house.mail().stream()
                .anyMatch(l -> l.body().contains("Closed by lan at 2026-03-02T14:05:00+07:00: đã biết")));
    }

    @ParameterizedTest
    @EnumSource
    void twoMissedIntervalsAreNoticedAndToldOnce(Databases database) {
        open(database);
        Instant lastEnd = null;
        for (int i = 0; i < 4; i++) {
            assertNull(beat());
            lastEnd = house.world.now();
            house.world.pass(AlertHouse.INTERVAL);
        }
        house.world.pass(Duration.ofMinutes(30));
        Alert gap = beat();
        assertEquals(Alert.Kind.NOT_RUN, gap.kind());
        assertEquals(lastEnd, gap.since());
        assertEquals(house.world.now(), gap.closing().at());
        AlertHouse.Letter letter = house.mail().stream()
                .filter(l -> l.to().equals("lan"))
                .findFirst()
                .orElseThrow();
        assertEquals("[vigil] no checks of cameras for 35m", letter.subject());
        house.world.pass(AlertHouse.INTERVAL);
        assertNull(beat());
        assertEquals(List.of(), house.mail());
        assertEquals(1, house.alerts.list(true).size());
    }

    private Alert beat() {
        return house.store.write(tx -> {
            Alert gap = house.alerts.began(tx, house.world.now(), 1, 1, 20);
            house.alerts.finished(tx, house.world.now(), 1, 1);
            return gap;
        });
    }

    @ParameterizedTest
    @EnumSource
    void freshnessGoesByThePartThatIsFurthestBehind(Databases database) {
        open(database);
        Duration limit = Duration.ofMinutes(15);
        assertEquals("CRITICAL", house.alerts.freshness(limit).severity().name(), "never run");
        house.store.write(tx -> house.alerts.began(tx, house.world.now(), 1, 2, 10));
        house.store.write(tx -> {
            house.alerts.finished(tx, house.world.now(), 1, 2);
            return null;
        });
        assertEquals(2, house.alerts.freshness(limit).part(), "the second machine has never run");
        house.store.write(tx -> house.alerts.began(tx, house.world.now(), 1, 1, 20));
        assertNull(house.alerts.freshness(limit).finishedAt(), "begun is not finished");
        house.store.write(tx -> {
            house.alerts.finished(tx, house.world.now(), 1, 1);
            return null;
        });
        house.world.pass(limit);
        assertEquals("OK", house.alerts.freshness(limit).severity().name());
        house.world.pass(Duration.ofSeconds(1));
        assertEquals("CRITICAL", house.alerts.freshness(limit).severity().name());
        assertEquals(limit.plusSeconds(1), house.alerts.freshness(limit).age());
    }
}
