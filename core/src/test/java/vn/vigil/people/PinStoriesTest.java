package vn.vigil.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** PINs prove, wait after wrong tries, and are taken away by two. The names are made up. */
class PinStoriesTest {
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId HOA = new MemberId("hoa");
    private static final MemberId ADMIN = new MemberId("quan-tri");
    private static final MemberId DUNG = new MemberId("dung");

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private final List<Store> opened = new ArrayList<>();
    private Config config;
    private Store store;
    private Ledger ledger;
    private People people;

    private void open(Databases database) {
        config = database.config(world, folder);
        Store.create(config.home(), config, world).close();
        reopen();
        join(LAN, "Nguyễn Thị Lan", "0912 000 111", Office.TEAM_LEADER);
        join(HOA, "Trần Thị Hoa", "0912 345 987", Office.TEAM_MEMBER);
        join(ADMIN, "Đỗ Quản Trị", "0912 000 333", Office.ADMINISTRATOR);
        join(DUNG, "Phạm Văn Dũng", "0912 000 444", Office.TEAM_DEPUTY);
    }

    /** As another process has it. */
    private void reopen() {
        store = Store.open(config.home(), config, world);
        opened.add(store);
        ledger = new Ledger(store, world);
        people = new People(store, ledger, config, world);
    }

    private void join(MemberId id, String name, String phone, Office office) {
        people.add(
                people.actor(null),
                new NewMember(id, name, phone, null, null, null, EnumSet.of(office), null, null),
                false);
    }

    @AfterEach
    void theLedgerHolds() {
        if (store != null) {
            assertTrue(ledger.verify().intact());
        }
        opened.forEach(Store::close);
    }

    private Actor as(MemberId id) {
        return people.actor(id.value());
    }

    private void set(MemberId id, String pin) {
        people.setPin(as(id), id, null, pin.toCharArray(), false);
    }

    private Actor prove(MemberId id, String pin) {
        return people.provePin(as(id), pin.toCharArray());
    }

    private static VigilException refused(ErrorKind kind, Runnable work) {
        VigilException e = assertThrows(VigilException.class, work::run);
        assertEquals(kind, e.kind(), () -> e.id() + " " + e.why());
        return e;
    }

    private VigilException wrong(MemberId id) {
        VigilException e = refused(ErrorKind.DENIED, () -> prove(id, "0852"));
        assertEquals("VG-PEOPLE-PIN", e.id());
        return e;
    }

    @ParameterizedTest
    @EnumSource
    void aPinProvesItsOwnerAndNobodyElse(Databases database) {
        open(database);
        assertEquals(
                "VG-PEOPLE-NO-PIN",
                refused(ErrorKind.DENIED, () -> prove(HOA, "2580")).id());
        set(HOA, "2580");
        set(LAN, "mật khẩu dài hơn bốn số");
        assertEquals(Proof.PIN, prove(HOA, "2580").proof());
        assertEquals("pin", prove(HOA, "2580").who().proof().word());
        assertEquals(Proof.PIN, prove(LAN, "mật khẩu dài hơn bốn số").proof());
        wrong(HOA);
        refused(ErrorKind.DENIED, () -> prove(LAN, "2580"));
        refused(ErrorKind.DENIED, () -> people.provePin(people.actor(null), "2580".toCharArray()));
        String lines = String.join("\n", ledger.linesOf("member/hoa"));
        assertTrue(lines.contains("people.pin.set") && lines.contains("people.pin.wrong"));
        assertFalse(lines.contains("2580") || lines.contains("argon2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "0000",
                "7777777",
                "1234",
                "4321",
                "6789",
                "7890",
                "890123",
                "3210",
                "1212",
                "909090",
                "5987",
                "9123",
                "aaaa",
                "abcd",
                "25\u000080"
            })
    void whatAnybodyWouldTryIsRefused(String weak) {
        open(Databases.SQLITE);
        VigilException e = refused(ErrorKind.USAGE, () -> set(HOA, weak));
        assertEquals("VG-PEOPLE-PIN-WEAK", e.id());
        assertFalse(people.hasPin(HOA));
        assertFalse(e.why().toString().contains("'" + weak + "'"));
    }

    @Test
    void sixtyFourCharactersWillDoAndOneMoreWillNot() {
        open(Databases.SQLITE);
        refused(ErrorKind.USAGE, () -> set(HOA, "1357924680".repeat(6) + "13579"));
        set(HOA, "1357924680".repeat(6) + "1357");
        assertTrue(people.hasPin(HOA));
    }

    @ParameterizedTest
    @EnumSource
    void wrongTriesCostEverMoreTimeAlsoInAnotherProcessAndTheRightOneClearsThem(Databases database) {
        open(database);
        set(HOA, "2580");
        wrong(HOA);
        wrong(HOA);
        wrong(HOA);
        reopen();
        // Now even the right one waits, and says how long.
        VigilException waits = refused(ErrorKind.DENIED, () -> prove(HOA, "2580"));
        assertEquals("VG-PEOPLE-PIN-WAIT", waits.id());
        assertEquals("30s", waits.why().get(0).args().get(1));
        world.pass(Duration.ofSeconds(29));
        refused(ErrorKind.DENIED, () -> prove(HOA, "2580"));
        world.pass(Duration.ofSeconds(1));
        wrong(HOA);
        world.pass(Duration.ofSeconds(59));
        refused(ErrorKind.DENIED, () -> prove(HOA, "2580"));
        world.pass(Duration.ofSeconds(1));
        assertEquals(Proof.PIN, prove(HOA, "2580").proof());
        wrong(HOA);
        wrong(HOA);
        assertEquals(Proof.PIN, prove(HOA, "2580").proof());
        // Somebody else is not kept waiting.
        set(LAN, "1470");
        assertEquals(Proof.PIN, prove(LAN, "1470").proof());
    }

    @Test
    void theDelayGrowsToFourHoursAndNoClockShortensIt() {
        assertEquals(Duration.ZERO, Pins.delay(2));
        assertEquals(Duration.ofSeconds(30), Pins.delay(3));
        assertEquals(Duration.ofMinutes(4), Pins.delay(6));
        assertEquals(Duration.ofHours(4), Pins.delay(12));
        assertEquals(Duration.ofHours(4), Pins.delay(Integer.MAX_VALUE));
        open(Databases.SQLITE);
        set(HOA, "2580");
        wrong(HOA);
        wrong(HOA);
        wrong(HOA);
        // Set back by two hours, the delay is its full length and no longer.
        world.jumpClock(world.now().minus(Duration.ofHours(2)));
        VigilException waits = refused(ErrorKind.DENIED, () -> prove(HOA, "2580"));
        assertEquals("30s", waits.why().get(0).args().get(1));
    }

    @ParameterizedTest
    @EnumSource
    void guessingAtOnceIsCountedOneByOne(Databases database) throws Exception {
        open(database);
        set(HOA, "2580");
        int guessers = 6;
        CyclicBarrier start = new CyclicBarrier(guessers);
        List<String> answers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < guessers; i++) {
            Store own = Store.open(config.home(), config, world);
            opened.add(own);
            People others = new People(own, new Ledger(own, world), config, world);
            threads.add(new Thread(() -> {
                try {
                    start.await();
                    others.provePin(others.actor("hoa"), "0852".toCharArray());
                } catch (VigilException e) {
                    answers.add(e.id());
                } catch (Exception e) {
                    answers.add(e.toString());
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        // Two are free, the third brings the delay, and none gets past it.
        Collections.sort(answers);
        assertEquals(
                List.of(
                        "VG-PEOPLE-PIN",
                        "VG-PEOPLE-PIN",
                        "VG-PEOPLE-PIN",
                        "VG-PEOPLE-PIN-WAIT",
                        "VG-PEOPLE-PIN-WAIT",
                        "VG-PEOPLE-PIN-WAIT"),
                answers);
    }

    /** Else a dry run would tell a right guess from a wrong one and count neither. */
    @Test
    void aRehearsalJudgesNoPin() {
        open(Databases.SQLITE);
        set(HOA, "2580");
        store.rehearse();
        assertEquals(Proof.SELECTED, prove(HOA, "2580").proof());
        assertEquals(Proof.SELECTED, prove(HOA, "0852").proof());
        people.setPin(as(HOA), HOA, "0852".toCharArray(), "1470".toCharArray(), true);
        reopen();
        assertEquals(Proof.PIN, prove(HOA, "2580").proof());
    }

    @ParameterizedTest
    @EnumSource
    void aPinIsChangedOnlyWithThePresentOne(Databases database) {
        open(database);
        set(HOA, "2580");
        refused(ErrorKind.DENIED, () -> set(HOA, "1470"));
        refused(ErrorKind.DENIED, () -> people.setPin(as(LAN), HOA, null, "1470".toCharArray(), false));
        refused(ErrorKind.DENIED, () -> people.setPin(as(HOA), HOA, "0852".toCharArray(), "1470".toCharArray(), false));
        assertEquals(Proof.PIN, prove(HOA, "2580").proof());
        people.setPin(as(HOA), HOA, "2580".toCharArray(), "1470".toCharArray(), false);
        assertEquals(Proof.PIN, prove(HOA, "1470").proof());
        wrong(HOA);
    }

    @ParameterizedTest
    @EnumSource
    void aForgottenPinIsTakenAwayByLeaderAndAdministratorTogether(Databases database) {
        open(database);
        set(HOA, "2580");
        refused(ErrorKind.NOT_FOUND, () -> people.confirmPinReset(as(ADMIN), HOA, false));
        refused(ErrorKind.DENIED, () -> people.askPinReset(as(DUNG), HOA, "quên", false));
        refused(ErrorKind.DENIED, () -> people.askPinReset(people.actor(null), HOA, "quên", false));
        assertTrue(people.askPinReset(as(LAN), HOA, "quên", true));
        assertTrue(people.askPinReset(as(LAN), HOA, "quên", false));
        assertFalse(people.askPinReset(as(LAN), HOA, "quên", false));
        refused(ErrorKind.CONFLICT, () -> people.askPinReset(as(ADMIN), HOA, "quên", false));
        refused(ErrorKind.DENIED, () -> people.confirmPinReset(as(LAN), HOA, false));
        people.confirmPinReset(as(ADMIN), HOA, true);
        assertTrue(people.hasPin(HOA));
        people.confirmPinReset(as(ADMIN), HOA, false);
        assertFalse(people.hasPin(HOA));
        refused(ErrorKind.NOT_FOUND, () -> people.confirmPinReset(as(ADMIN), HOA, false));
        refused(ErrorKind.REFUSED, () -> people.askPinReset(as(ADMIN), HOA, "quên", false));
        set(HOA, "1470");
        String lines = String.join("\n", ledger.linesOf("member/hoa"));
        assertTrue(lines.contains("people.pin.reset-asked") && lines.contains("\"askedBy\":\"lan\""));
        assertTrue(lines.contains("\"person\":\"quan-tri\""));
    }

    @Test
    void oneWhoHoldsBothOfficesIsStillOnePersonAndARequestLapses() {
        open(Databases.SQLITE);
        people.appoint(people.actor(null), LAN, Office.ADMINISTRATOR, LocalDate.parse("2026-03-02"), null, false);
        set(HOA, "2580");
        people.askPinReset(as(LAN), HOA, "quên", false);
        VigilException e = assertThrows(VigilException.class, () -> people.confirmPinReset(as(LAN), HOA, false));
        assertTrue(List.of("VG-PEOPLE-ONE-PERSON", "VG-PEOPLE-POWER").contains(e.id()), e.id());
        assertTrue(people.hasPin(HOA));
        world.pass(Duration.ofDays(8));
        refused(ErrorKind.NOT_FOUND, () -> people.confirmPinReset(as(ADMIN), HOA, false));
        assertTrue(people.hasPin(HOA));
    }

    /** On a shared account anybody can name two people; so whoever of them has a PIN proves by it. */
    @ParameterizedTest
    @EnumSource
    void whoTakesAPinAwayProvesByTheirOwn(Databases database) {
        open(database);
        set(HOA, "2580");
        set(LAN, "1470");
        VigilException unproved = refused(ErrorKind.DENIED, () -> people.askPinReset(as(LAN), HOA, "quên", false));
        assertEquals("VG-PEOPLE-PROVE", unproved.id());
        people.askPinReset(prove(LAN, "1470"), HOA, "quên", false);
        people.confirmPinReset(as(ADMIN), HOA, false);
        // The leader's own is forgotten: then the administrator's proof and the request must do.
        set(ADMIN, "3690");
        people.askPinReset(as(LAN), LAN, "quên", false);
        refused(ErrorKind.DENIED, () -> people.confirmPinReset(as(ADMIN), LAN, false));
        people.confirmPinReset(prove(ADMIN, "3690"), LAN, false);
        assertFalse(people.hasPin(LAN));
    }

    /** The deputy takes the leader's part while she is away; a delegate never does. */
    @Test
    void theDeputyTakesTheLeadersPartInHerAbsenceOnly() {
        open(Databases.SQLITE);
        set(HOA, "2580");
        refused(ErrorKind.DENIED, () -> people.askPinReset(as(DUNG), HOA, "quên", false));
        people.addAbsence(as(LAN), LAN, null, null, AbsenceKind.LEAVE, null, false);
        people.askPinReset(as(DUNG), HOA, "quên", false);
        people.confirmPinReset(as(ADMIN), HOA, false);
        assertFalse(people.hasPin(HOA));
    }
}
