package vn.vigil.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Ledger;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/**
 * Who acts for whom (A11): the team deputy while the leader is away, the committee's deputy only by a written delegation. It is
 * Monday 2 March 2026, 14:05; the names are made up.
 */
class ActingStoriesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId DUNG = new MemberId("dung");
    private static final MemberId HOA = new MemberId("hoa");
    private static final MemberId MINH = new MemberId("minh");
    private static final MemberId TAM = new MemberId("tam");
    private static final MemberId GIANG = new MemberId("giang");

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private Store store;
    private Ledger ledger;
    private People people;
    private Actor account;

    private void open(Databases database) {
        Config config = database.config(world, folder);
        store = Store.create(config.home(), config, world);
        ledger = new Ledger(store, world);
        people = new People(store, ledger, config, world);
        account = people.actor(null);
        join(LAN, "Nguyễn Thị Lan", Office.TEAM_LEADER);
        join(DUNG, "Phạm Văn Dũng", Office.TEAM_DEPUTY);
        join(HOA, "Trần Thị Hoa", Office.TEAM_MEMBER);
        join(MINH, "Lê Minh", Office.STEERING_HEAD);
        join(TAM, "Võ Thị Tâm", Office.STEERING_DEPUTY);
        join(GIANG, "Hồ Giang", Office.BOARD);
    }

    private void join(MemberId id, String name, Office office) {
        people.add(account, new NewMember(id, name, null, null, null, null, EnumSet.of(office), null, null), false);
    }

    @AfterEach
    void theLedgerHolds() {
        if (store != null) {
            assertTrue(ledger.verify().intact());
            store.close();
        }
    }

    private Actor as(MemberId id) {
        return people.actor(id.value());
    }

    private Absence away(MemberId who, Duration length) {
        Instant to = length == null ? null : world.now().plus(length);
        return people.addAbsence(as(who), who, null, to, AbsenceKind.MISSION, null, false)
                .absence();
    }

    private Delegation lend(Office office, MemberId from, MemberId to, String... scope) {
        return people.delegate(
                        as(from),
                        new NewDelegation(
                                office, from, to, List.of(scope), null, TODAY.plusDays(30), "Giấy ủy quyền 12/UQ"),
                        false)
                .delegation();
    }

    private VigilException refused(ErrorKind kind, Runnable work) {
        VigilException e = assertThrows(VigilException.class, work::run);
        assertEquals(kind, e.kind(), () -> e.id() + " " + e.why());
        return e;
    }

    private static List<String> ids(List<Message> messages) {
        List<String> ids = new ArrayList<>();
        messages.forEach(m -> ids.add(m.key().id()));
        return ids;
    }

    private List<String> acting(Office office) {
        List<String> all = new ArrayList<>();
        for (ActingAs a : people.actsAs(office, world.now())) {
            all.add(a.member().id() + " " + a.capacity().word());
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void theTeamDeputyActsWhileTheLeaderIsAwayWithoutBeingAsked(Databases database) {
        open(database);
        assertEquals(List.of("lan holder"), acting(Office.TEAM_LEADER));
        refused(ErrorKind.DENIED, () -> people.require(as(DUNG), Power.MANAGE_KEYS));

        Absence absence = away(LAN, Duration.ofDays(3));
        assertEquals(List.of("lan holder", "dung in-absence"), acting(Office.TEAM_LEADER));
        assertEquals(
                absence.id(),
                people.actsAs(Office.TEAM_LEADER, world.now()).get(1).record());
        people.require(as(DUNG), Power.MANAGE_KEYS);
        refused(ErrorKind.DENIED, () -> people.require(as(HOA), Power.MANAGE_KEYS));

        // To the second in which she is back, and no longer.
        world.pass(Duration.ofDays(3).minusSeconds(1));
        people.require(as(DUNG), Power.MANAGE_KEYS);
        world.pass(Duration.ofSeconds(1));
        refused(ErrorKind.DENIED, () -> people.require(as(DUNG), Power.MANAGE_KEYS));
        assertEquals(List.of("lan holder"), acting(Office.TEAM_LEADER));
    }

    @Test
    void aDeputyWhoIsAwayDoesNotActAndOneLeaderWhoIsThereIsEnough() {
        open(Databases.SQLITE);
        away(LAN, null);
        away(DUNG, null);
        assertEquals(List.of("lan holder"), acting(Office.TEAM_LEADER));
        people.appoint(account, HOA, Office.TEAM_DEPUTY, TODAY, null, false);
        assertEquals(List.of("lan holder", "hoa in-absence"), acting(Office.TEAM_LEADER));
        people.appoint(account, TAM, Office.TEAM_LEADER, TODAY, null, false);
        assertEquals(List.of("lan holder", "tam holder"), acting(Office.TEAM_LEADER));
    }

    @Test
    void aVacantOfficeIsNoAbsence() {
        open(Databases.SQLITE);
        people.relieve(account, LAN, Office.TEAM_LEADER, TODAY, false);
        world.pass(Duration.ofDays(1));
        assertEquals(List.of(), acting(Office.TEAM_LEADER));
        VigilException e = refused(ErrorKind.REFUSED, () -> people.signature(Body.CORE_TEAM, world.now()));
        assertEquals(List.of("office-vacant"), ids(e.why()));
        assertEquals(List.of("appoint-next"), ids(e.next()));
    }

    @ParameterizedTest
    @EnumSource
    void theCommitteesDeputyActsOnlyByDelegationWhoeverIsAway(Databases database) {
        open(database);
        away(MINH, null);
        assertEquals(List.of("minh holder"), acting(Office.STEERING_HEAD));
        Delegation d = lend(Office.STEERING_HEAD, MINH, TAM, Delegation.SIGN);
        List<ActingAs> now = people.actsAs(Office.STEERING_HEAD, world.now());
        assertEquals(Capacity.DELEGATED, now.get(1).capacity());
        assertEquals(d.id(), now.get(1).record());
        assertTrue(now.get(1).covers(Delegation.SIGN));
        assertFalse(now.get(1).covers(Delegation.CHAIR));
        people.endDelegation(as(MINH), d.id(), TODAY.minusDays(1), "đã về", false);
        assertEquals(List.of("minh holder"), acting(Office.STEERING_HEAD));
        assertEquals(List.of(), people.delegations(false));
        assertEquals(1, people.delegations(true).size());
    }

    @ParameterizedTest
    @EnumSource
    void aDelegateHasThePowersOfTheScopeWhileItLivesAndNoOthers(Databases database) {
        open(database);
        refused(ErrorKind.DENIED, () -> people.require(as(HOA), Power.APPROVE_EXTRACTION));
        lend(Office.BOARD, GIANG, HOA, Power.APPROVE_EXTRACTION.id());
        people.require(as(HOA), Power.APPROVE_EXTRACTION);
        refused(ErrorKind.DENIED, () -> people.require(as(HOA), Power.MANAGE_PEOPLE));
        refused(ErrorKind.DENIED, () -> people.require(as(TAM), Power.APPROVE_EXTRACTION));
        // The last day is the thirtieth, to its end in Vietnam.
        world.jumpClock(Instant.parse("2026-04-01T16:59:59Z"));
        people.require(as(HOA), Power.APPROVE_EXTRACTION);
        world.jumpClock(Instant.parse("2026-04-01T17:00:00Z"));
        refused(ErrorKind.DENIED, () -> people.require(as(HOA), Power.APPROVE_EXTRACTION));
    }

    @Test
    void aDelegationDiesWithTheLendersOfficeAndSleepsWhileTheDelegateIsAway() {
        open(Databases.SQLITE);
        lend(Office.BOARD, GIANG, HOA, Delegation.ALL);
        people.require(as(HOA), Power.APPROVE_EXTRACTION);
        Absence absence = away(HOA, null);
        refused(ErrorKind.DENIED, () -> people.require(as(HOA), Power.APPROVE_EXTRACTION));
        people.endAbsence(as(HOA), absence.id(), world.now(), false);
        people.require(as(HOA), Power.APPROVE_EXTRACTION);
        people.relieve(account, GIANG, Office.BOARD, TODAY, false);
        world.pass(Duration.ofDays(1));
        refused(ErrorKind.DENIED, () -> people.require(as(HOA), Power.APPROVE_EXTRACTION));
    }

    /** Neither who was lent the office, nor who may manage people only because it was lent to them, lends further. */
    @ParameterizedTest
    @EnumSource
    void nothingIsHandedOn(Databases database) {
        open(database);
        lend(Office.BOARD, GIANG, HOA, Delegation.ALL);
        NewDelegation further =
                new NewDelegation(Office.BOARD, HOA, TAM, List.of("sign"), null, TODAY.plusDays(5), "Giấy 13/UQ");
        for (Actor who : List.of(as(HOA), as(LAN), account)) {
            assertEquals(
                    "VG-PEOPLE-HANDED-ON",
                    refused(ErrorKind.REFUSED, () -> people.delegate(who, further, false))
                            .id());
        }
        lend(Office.TEAM_LEADER, LAN, HOA, Power.MANAGE_PEOPLE.id());
        people.require(as(HOA), Power.MANAGE_PEOPLE);
        NewDelegation others = new NewDelegation(
                Office.STEERING_HEAD, MINH, TAM, List.of("sign"), null, TODAY.plusDays(5), "Giấy 14/UQ");
        assertEquals(
                "VG-PEOPLE-HANDED-ON",
                refused(ErrorKind.REFUSED, () -> people.delegate(as(HOA), others, false))
                        .id());
        // Who acts while the leader is away does not hold the office, and lends nothing of it.
        away(LAN, null);
        NewDelegation acting = new NewDelegation(
                Office.TEAM_LEADER, DUNG, TAM, List.of("sign"), null, TODAY.plusDays(5), "Giấy 15/UQ");
        assertEquals(
                "VG-PEOPLE-NOT-HIS-OFFICE",
                refused(ErrorKind.REFUSED, () -> people.delegate(as(DUNG), acting, false))
                        .id());
        assertEquals(2, people.delegations(true).size());
    }

    @Test
    void nobodyRecordsADelegationToThemselvesNotUnderASecondAccountEither() {
        open(Databases.SQLITE);
        people.add(
                account,
                new NewMember(
                        new MemberId("tam-2"),
                        "Võ Thị Tâm",
                        null,
                        null,
                        null,
                        null,
                        EnumSet.of(Office.ADMINISTRATOR),
                        null,
                        null),
                false);
        NewDelegation asked = new NewDelegation(
                Office.STEERING_HEAD, MINH, TAM, List.of("sign"), null, TODAY.plusDays(5), "Giấy 12/UQ");
        for (String who : List.of("tam", "tam-2")) {
            assertEquals(
                    "VG-PEOPLE-OWN-DELEGATION",
                    refused(ErrorKind.REFUSED, () -> people.delegate(people.actor(who), asked, false))
                            .id());
        }
        NewDelegation second = new NewDelegation(
                Office.STEERING_HEAD, MINH, MINH, List.of("sign"), null, TODAY.plusDays(5), "Giấy 12/UQ");
        refused(ErrorKind.USAGE, () -> people.delegate(as(MINH), second, false));
        refused(ErrorKind.DENIED, () -> people.delegate(as(GIANG), asked, false));
        assertEquals(List.of(), people.delegations(true));
        assertTrue(people.delegate(as(LAN), asked, false).changed());
        assertFalse(people.delegate(as(MINH), asked, false).changed());
        refused(
                ErrorKind.CONFLICT,
                () -> people.delegate(
                        as(MINH),
                        new NewDelegation(
                                Office.STEERING_HEAD, MINH, TAM, List.of("all"), null, TODAY.plusDays(5), "Giấy 12/UQ"),
                        false));
    }

    @ParameterizedTest
    @EnumSource
    void theTeamsPapersAreSignedByTheLeaderOrInHerAbsenceByTheDeputy(Databases database) {
        open(database);
        SignatureBlock own = people.signature(Body.CORE_TEAM, world.now());
        assertEquals(List.of("TM. TỔ NÒNG CỐT", "TỔ TRƯỞNG"), own.lines());
        assertEquals("Nguyễn Thị Lan", own.name());
        assertNull(own.record());

        VigilException e = refused(ErrorKind.REFUSED, () -> people.signature(Body.CORE_TEAM, world.now(), DUNG));
        assertEquals(List.of("holder-there", "no-absence", "no-delegation"), ids(e.why()));
        assertEquals(List.of("absence-next", "delegate-next"), ids(e.next()));

        Absence absence = away(LAN, Duration.ofDays(2));
        SignatureBlock deputy = people.signature(Body.CORE_TEAM, world.now());
        assertEquals(List.of("TM. TỔ NÒNG CỐT", "KT. TỔ TRƯỞNG", "TỔ PHÓ"), deputy.lines());
        assertEquals(DUNG, deputy.member());
        assertEquals(absence.id(), deputy.record());
        assertEquals(Capacity.IN_ABSENCE, deputy.capacity());

        away(DUNG, Duration.ofDays(2));
        VigilException both = refused(ErrorKind.REFUSED, () -> people.signature(Body.CORE_TEAM, world.now()));
        assertEquals(List.of("holder-away", "no-delegation"), ids(both.why()));
        assertEquals(List.of("delegate-next"), ids(both.next()));

        lend(Office.TEAM_LEADER, LAN, HOA, Delegation.SIGN);
        SignatureBlock third = people.signature(Body.CORE_TEAM, world.now());
        assertEquals(List.of("TM. TỔ NÒNG CỐT", "TUQ. TỔ TRƯỞNG", "THÀNH VIÊN"), third.lines());
        assertEquals("Giấy ủy quyền 12/UQ", third.basis());
        // Days afterwards the papers of then are still theirs to sign.
        assertEquals(HOA, third.member());
        assertEquals(
                LAN,
                people.signature(Body.CORE_TEAM, world.now().plus(Duration.ofDays(2)))
                        .member());
    }

    @ParameterizedTest
    @EnumSource
    void theCommitteesPapersAreSignedByTheDeputyOnlyByDelegation(Databases database) {
        open(database);
        assertEquals(
                List.of("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
                people.signature(Body.STEERING_COMMITTEE, world.now()).lines());
        away(MINH, null);
        VigilException e = refused(ErrorKind.REFUSED, () -> people.signature(Body.STEERING_COMMITTEE, world.now()));
        assertEquals(List.of("holder-away", "no-delegation"), ids(e.why()));
        lend(Office.STEERING_HEAD, MINH, TAM, Delegation.CHAIR);
        refused(ErrorKind.REFUSED, () -> people.signature(Body.STEERING_COMMITTEE, world.now()));
        CaseId chair = people.delegations(false).get(0).id();
        people.correctDelegation(
                as(MINH),
                chair,
                new DelegationChange(List.of("sign", "chair"), null, null, null),
                "thiếu chữ ký",
                false);
        SignatureBlock block = people.signature(Body.STEERING_COMMITTEE, world.now());
        assertEquals(List.of("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), block.lines());
        assertEquals(chair, block.record());
        assertEquals("Giấy ủy quyền 12/UQ", block.basis());
    }

    @Test
    void theBoardSignsByItsTitles() {
        open(Databases.SQLITE);
        assertEquals(
                List.of("GIÁM ĐỐC"), people.signature(Body.BOARD, world.now()).lines());
        MemberId second = new MemberId("khanh");
        join(second, "Đặng Khánh", Office.SECRETARY);
        people.appoint(account, second, Office.BOARD, TODAY, null, "Phó Giám đốc", false);
        assertEquals(GIANG, people.signature(Body.BOARD, world.now()).member());
        SignatureBlock deputy = people.signature(Body.BOARD, world.now(), second);
        assertEquals(List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), deputy.lines());
        away(GIANG, null);
        assertEquals(second, people.signature(Body.BOARD, world.now()).member());
        lend(Office.BOARD, GIANG, LAN, Delegation.SIGN);
        assertEquals(
                List.of("TUQ. GIÁM ĐỐC", "TỔ TRƯỞNG"),
                people.signature(Body.BOARD, world.now(), LAN).lines());
        refused(ErrorKind.REFUSED, () -> people.signature(Body.BOARD, world.now(), HOA));
    }

    @ParameterizedTest
    @EnumSource
    void officeHoursAreTheMembersElseTheSitesAndGuardsHaveNone(Databases database) {
        open(database);
        assertEquals("Mon-Fri 07:30-11:30 13:00-17:00", people.officeHours(HOA).text());
        people.setHours(account, HOA, OfficeHours.parse("Mon 08:00-12:00"), false);
        assertFalse(people.setHours(account, HOA, OfficeHours.parse("T2 8:00-12:00"), false)
                .changed());
        assertEquals("Mon 08:00-12:00", people.officeHours(HOA).text());
        people.correct(
                account, DUNG, new MemberChange(null, null, null, null, null, MemberKind.GUARD, null), "bảo vệ", false);
        assertEquals(OfficeHours.NONE, people.officeHours(DUNG));
        Config strange =
                Config.load(world, vn.vigil.config.Home.of(world, folder), null).with(Setting.OFFICE_HOURS, "whenever");
        People misled = new People(store, ledger, strange, world);
        assertEquals(
                "VG-PEOPLE-HOURS",
                refused(ErrorKind.USAGE, () -> misled.officeHours(LAN)).id());
    }

    /** FAULTS N: each verb by an ordinary member, on somebody else. */
    @Test
    void anOrdinaryMemberChangesNothingOfOthers() {
        open(Databases.SQLITE);
        Absence absence = away(LAN, Duration.ofDays(1));
        Delegation d = lend(Office.STEERING_HEAD, MINH, TAM, Delegation.SIGN);
        long before = ledger.verify().entries();
        Actor hoa = as(HOA);
        Map<String, Runnable> verbs = Map.ofEntries(
                Map.entry("appoint", () -> people.appoint(hoa, HOA, Office.BOARD, TODAY, null, false)),
                Map.entry("relieve", () -> people.relieve(hoa, LAN, Office.TEAM_LEADER, TODAY, false)),
                Map.entry("end", () -> people.end(hoa, LAN, TODAY, "x", false)),
                Map.entry(
                        "correct",
                        () -> people.correct(hoa, LAN, new MemberChange("X", null, null, null, null), "x", false)),
                Map.entry("hours", () -> people.setHours(hoa, LAN, OfficeHours.NONE, false)),
                Map.entry("import", () -> people.importRows(hoa, "x", List.of(new MemberRow("1", Map.of())), false)),
                Map.entry("absence", () -> people.addAbsence(hoa, LAN, null, null, AbsenceKind.SICK, null, false)),
                Map.entry(
                        "absence correct",
                        () -> people.correctAbsence(
                                hoa, absence.id(), new AbsenceChange(null, null, AbsenceKind.SICK, null), "x", false)),
                Map.entry("absence end", () -> people.endAbsence(hoa, absence.id(), world.now(), false)),
                Map.entry(
                        "delegate",
                        () -> people.delegate(
                                hoa,
                                new NewDelegation(
                                        Office.BOARD, GIANG, TAM, List.of("all"), null, TODAY.plusDays(1), "x"),
                                false)),
                Map.entry(
                        "delegate correct",
                        () -> people.correctDelegation(
                                hoa, d.id(), new DelegationChange(null, null, null, "y"), "x", false)),
                Map.entry("delegate end", () -> people.endDelegation(hoa, d.id(), TODAY, "x", false)),
                Map.entry(
                        "body",
                        () -> people.addBody(hoa, new OutsideBody("x", "X", "113", BodyKind.OTHER, null, null), false)),
                Map.entry("body correct", () -> people.correctBody(hoa, "x", "Y", null, null, "x", false)),
                Map.entry("body end", () -> people.endBody(hoa, "x", TODAY, "x", false)),
                Map.entry("pin", () -> people.setPin(hoa, LAN, null, "2580".toCharArray(), false)),
                Map.entry("pin reset", () -> people.askPinReset(hoa, LAN, "x", false)));
        verbs.forEach((verb, work) -> {
            VigilException e = assertThrows(VigilException.class, work::run, verb);
            assertEquals(ErrorKind.DENIED, e.kind(), verb);
        });
        assertEquals(before, ledger.verify().entries());
    }

    @ParameterizedTest
    @EnumSource
    void dryRunsShowAndLeaveNothing(Databases database) {
        open(database);
        long before = ledger.verify().entries();
        assertTrue(people.addAbsence(as(LAN), LAN, null, null, AbsenceKind.SICK, null, true)
                .changed());
        assertTrue(people.delegate(
                        as(MINH),
                        new NewDelegation(
                                Office.STEERING_HEAD, MINH, TAM, List.of("sign"), null, TODAY.plusDays(1), "x"),
                        true)
                .changed());
        assertTrue(people.addBody(account, new OutsideBody("x", "X", "113", BodyKind.OTHER, null, null), true)
                .changed());
        assertTrue(people.setHours(account, HOA, OfficeHours.NONE, true).changed());
        assertEquals(List.of(), people.absences(null, true));
        assertEquals(List.of(), people.delegations(true));
        assertEquals(3, people.bodies(TODAY).size());
        assertNull(people.byId(HOA).hours());
        assertEquals(before, ledger.verify().entries());
    }

    /** Why somebody is away may be their health. */
    @Test
    void theReasonOfAnAbsenceStaysOutOfTheLedger() {
        open(Databases.SQLITE);
        people.addAbsence(as(HOA), HOA, null, null, AbsenceKind.SICK, "mổ ruột thừa", false);
        String lines = String.join("\n", ledger.linesOf("member/hoa"));
        assertTrue(lines.contains("ABS-2026-0001"));
        assertFalse(lines.contains("ruột thừa") || lines.contains("sick"));
    }
}
