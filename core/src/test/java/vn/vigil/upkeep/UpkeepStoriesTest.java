package vn.vigil.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Work on cameras and surveys, on either database. The world begins on Monday 2 March 2026 at 14:05 in Vietnam. */
class UpkeepStoriesTest {
    private static final CameraId GATE_1 = new CameraId("gate-1");
    private static final CameraId GATE_2 = new CameraId("gate-2");
    private static final DoneWork JUST_DONE = new DoneWork(null, null, List.of(), null, null, List.of());

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private Store store;
    private Ledger ledger;
    private People people;
    private Upkeep upkeep;
    private Actor lan;
    private Actor hoa;

    private void open(Databases database) {
        Config config = database.config(world, folder);
        store = Store.create(config.home(), config, world);
        ledger = new Ledger(store, world);
        people = new People(store, ledger, config, world);
        upkeep = new Upkeep(world, config, store, ledger, people);
        member("lan", "Nguyễn Thị Lan", Office.TEAM_LEADER);
        member("hoa", "Trần Thị Hoa", Office.TEAM_MEMBER);
        lan = people.actor("lan");
        hoa = people.actor("hoa");
    }

    private void member(String id, String name, Office office) {
        people.add(
                people.actor(null),
                new NewMember(new MemberId(id), name, null, null, null, null, EnumSet.of(office), null, null),
                false);
    }

    @AfterEach
    void close() {
        assertTrue(ledger.verify().intact());
        store.close();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00+07:00");
    }

    private static PlanWork cleaning(String from, String to, String every, CameraId... cameras) {
        return new PlanWork(
                WorkKind.PREVENTIVE,
                "Vệ sinh 'ống kính'; drop table maintenance",
                List.of(cameras),
                at(from),
                at(to),
                null,
                "Công ty ABC",
                "2.000.000",
                every,
                null,
                false,
                List.of());
    }

    private static PlanWork again(CaseId done, Instant from, Instant to) {
        return new PlanWork(null, null, List.of(), from, to, null, null, null, null, done, false, List.of());
    }

    private static CorrectWork to(String to) {
        return new CorrectWork(null, null, at(to), null, null, null, null, JUST_DONE, "kéo dài", false);
    }

    private CaseId plan(PlanWork told) {
        return upkeep.plan(lan, told).status().work().id();
    }

    private static VigilException refused(ErrorKind kind, Runnable work) {
        VigilException e = assertThrows(VigilException.class, work::run);
        assertEquals(kind, e.kind());
        return e;
    }

    private static List<UpkeepText> reasons(VigilException e) {
        List<UpkeepText> keys = new ArrayList<>();
        for (Message why : e.why()) {
            keys.add((UpkeepText) ((Message) why.args().get(1)).key());
        }
        return keys;
    }

    /** Which cameras alarms leave alone at a moment. */
    private Set<CameraId> silent(Instant t) {
        Set<CameraId> cameras = new java.util.TreeSet<>();
        store.read(tx -> upkeep.windowsAt(tx, t)).forEach((camera, span) -> {
            if (span.plannedBeforehand()) {
                cameras.add(camera);
            }
        });
        return cameras;
    }

    private Duration leftOut(CameraId camera) {
        TimeSpan month = new TimeSpan(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
        Duration sum = Duration.ZERO;
        for (MaintenanceSpan m : store.read(tx -> upkeep.windows(tx, month)).getOrDefault(camera, List.of())) {
            sum = m.plannedBeforehand() ? sum.plus(m.span().length()) : sum;
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void plannedWorkSilencesItsCamerasUntilItIsDone(Databases database) {
        open(database);
        CaseId id = plan(cleaning("15:00", "19:00", "3mo", GATE_2, GATE_1, GATE_2));
        assertEquals("MNT-2026-0001", id.toString());
        assertTrue(upkeep.plan(lan, cleaning("15:00", "19:00", "3mo", GATE_1, GATE_2))
                .unchanged());
        assertEquals(WorkState.PLANNED, upkeep.work(id).state());
        assertEquals(Set.of(), silent(at("14:59")));
        assertEquals(Set.of(GATE_1, GATE_2), silent(at("15:00")));
        assertEquals(Set.of(), silent(at("19:00")), "half-open");

        world.pass(Duration.ofHours(3));
        assertEquals(WorkState.RUNNING, upkeep.work(id).state());
        DoneWork told = new DoneWork(
                at("16:30"), "Đã lau", List.of("Nắp kính:2:150.000", "Dây: loại 1:1:1.200.000"), null, null, List.of());
        SavedWork saved = upkeep.done(lan, id, told);
        assertFalse(saved.unchanged());
        Work.Done done = saved.status().work().done();
        assertEquals(1_500_000L, done.cost());
        assertEquals("Dây: loại 1", done.parts().get(1).name());
        assertEquals(LocalDate.parse("2026-06-02"), done.nextDue());
        assertEquals(Duration.ofMinutes(90), leftOut(GATE_1));
        assertEquals(Set.of(), silent(at("16:30")));

        long entries = ledger.verify().entries();
        assertTrue(upkeep.done(lan, id, told).unchanged());
        assertTrue(upkeep.done(lan, id, JUST_DONE).unchanged(), "what is not said is not compared");
        assertEquals(entries, ledger.verify().entries());
        refused(
                ErrorKind.CONFLICT,
                () -> upkeep.done(lan, id, new DoneWork(null, null, List.of(), "9", null, List.of())));
        refused(ErrorKind.REFUSED, () -> upkeep.cancel(lan, id, "đổi ý"));
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void whatIsEnteredLateOrProlongedLateCountsAsDowntime(Databases database) {
        open(database);
        plan(cleaning("10:00", "12:00", null, GATE_1));
        assertEquals(Duration.ZERO, leftOut(GATE_1), "entered at 14:05");
        CaseId id = plan(cleaning("15:00", "17:00", null, GATE_1));
        assertEquals(Duration.ofHours(2), leftOut(GATE_1));
        world.jumpClock(at("17:30"));
        assertEquals(WorkState.OVERDUE, upkeep.work(id).state());
        upkeep.correct(lan, id, to("19:00"));
        assertEquals(Duration.ofMinutes(120 + 90), leftOut(GATE_1), "17:00 to 17:30 had not been announced");
        assertEquals(Set.of(), silent(at("17:10")));
        assertEquals(Set.of(GATE_1), silent(at("17:30")));
        assertTrue(upkeep.correct(lan, id, to("19:00")).unchanged());
        assertTrue(ledger.linesOf(id.toString()).get(1).contains("\"reason\":\"kéo dài\""));
        assertTrue(ledger.linesOf(id.toString()).get(1).contains("\"was\":{\"to\":\"2026-03-02T10:00:00Z\"}"));
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void cancelledWorkLeavesNothingOutThatDidNotTakePlace(Databases database) {
        open(database);
        CaseId before = plan(cleaning("15:00", "17:00", null, GATE_1));
        assertEquals(
                WorkState.CANCELLED, upkeep.cancel(lan, before, "hoãn").status().state());
        assertTrue(upkeep.cancel(lan, before, "hoãn").unchanged());
        refused(ErrorKind.CONFLICT, () -> upkeep.cancel(lan, before, "khác"));
        refused(ErrorKind.REFUSED, () -> upkeep.done(lan, before, JUST_DONE));
        refused(ErrorKind.REFUSED, () -> upkeep.correct(lan, before, to("18:00")));
        assertEquals(Duration.ZERO, leftOut(GATE_1));

        CaseId again = plan(cleaning("15:00", "17:00", null, GATE_1));
        assertEquals("MNT-2026-0002", again.toString(), "after a cancellation the same is another");
        world.jumpClock(at("16:00"));
        upkeep.cancel(lan, again, "mưa");
        assertEquals(Duration.ofHours(1), leftOut(GATE_1), "announced until it was called off");

        CaseId never = plan(cleaning("17:00", "18:00", null, GATE_1));
        world.jumpClock(at("18:30"));
        assertEquals(Duration.ofHours(2), leftOut(GATE_1));
        upkeep.cancel(lan, never, "không ai đến");
        assertEquals(Duration.ofHours(1), leftOut(GATE_1), "it never took place");
    }

    @ParameterizedTest
    @EnumSource
    void repeatedWorkComesDueAgainAndIsOverdueUntilItIsPlanned(Databases database) {
        open(database);
        CaseId first = plan(cleaning("15:00", "19:00", "3mo", GATE_1));
        refused(ErrorKind.USAGE, () -> upkeep.plan(lan, again(first, at("20:00"), at("21:00"))));
        world.pass(Duration.ofHours(3));
        upkeep.done(lan, first, JUST_DONE);
        world.jumpClock(Instant.parse("2026-06-02T10:00:00Z"));
        assertFalse(upkeep.work(first).overdue(), "due on this very day");
        world.pass(Duration.ofDays(1));
        assertEquals(
                1,
                upkeep.works(new WorkFilter(null, WorkState.OVERDUE, null, null))
                        .size());

        Instant from = Instant.parse("2026-06-05T01:00:00Z");
        PlanWork next = again(first, from, from.plusSeconds(3600));
        Work second = upkeep.plan(lan, next).status().work();
        assertEquals(first, second.follows());
        assertEquals(List.of(GATE_1), second.cameras());
        assertEquals(3, second.everyMonths());
        assertTrue(upkeep.plan(lan, next).unchanged());
        assertEquals(second.id(), upkeep.work(first).work().followedBy());
        assertFalse(upkeep.work(first).overdue());
        refused(ErrorKind.CONFLICT, () -> upkeep.plan(lan, again(first, from, from.plusSeconds(7200))));
        upkeep.cancel(lan, second.id(), "hoãn");
        assertTrue(upkeep.work(first).overdue(), "a cancelled next time is none");
        upkeep.correct(
                lan, first, new CorrectWork(null, null, null, null, null, null, "never", JUST_DONE, "thôi", false));
        assertFalse(upkeep.work(first).overdue());
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void listsAreNarrowedByCameraStateAndTime(Databases database) {
        open(database);
        CaseId one = plan(cleaning("15:00", "16:00", null, GATE_1));
        CaseId both = plan(cleaning("17:00", "18:00", null, GATE_1, GATE_2));
        assertEquals(List.of(both), ids(new WorkFilter(GATE_2, null, null, null)));
        assertEquals(List.of(one, both), ids(WorkFilter.ALL));
        assertEquals(List.of(both), ids(new WorkFilter(null, null, at("16:00"), null)));
        assertEquals(List.of(one), ids(new WorkFilter(null, WorkState.PLANNED, null, at("17:00"))));
        assertEquals(List.of(), ids(new WorkFilter(null, WorkState.DONE, null, null)));
        VigilException e = refused(ErrorKind.NOT_FOUND, () -> upkeep.work(new CaseId("MNT", 2026, 12)));
        assertEquals(List.of("MNT-2026-0002"), e.why().get(0).args());
    }

    private List<CaseId> ids(WorkFilter filter) {
        return upkeep.works(filter).stream().map(s -> s.work().id()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void costsAddUpHoweverTheyAreGrouped(Databases database) {
        open(database);
        CaseId odd = plan(cleaning("14:30", "15:00", null, GATE_1, GATE_2));
        plan(cleaning("20:00", "21:00", null, GATE_2));
        world.pass(Duration.ofHours(2));
        upkeep.done(lan, odd, new DoneWork(null, null, List.of("Ốc:3:100"), "1001", null, List.of()));
        CostTable table = upkeep.cost(null, null, CostBy.CAMERA);
        assertEquals(
                List.of(
                        new CostRow("gate-1", 1, 1_000_000, 501, 150, 0, 0),
                        new CostRow("gate-2", 1, 1_000_000, 500, 150, 1, 2_000_000)),
                table.rows());
        assertEquals(new CostRow(null, 1, 2_000_000, 1001, 300, 1, 2_000_000), table.total());
        assertEquals(table.total(), upkeep.cost(null, null, CostBy.QUARTER).total());
        assertEquals(
                "2026-Q1", upkeep.cost(null, null, CostBy.QUARTER).rows().get(0).group());
        assertEquals(
                new CostRow("preventive", 1, 2_000_000, 1001, 300, 1, 2_000_000),
                upkeep.cost(null, null, CostBy.KIND).rows().get(0));
        assertEquals(List.of(), upkeep.cost(at("22:00"), null, CostBy.KIND).rows());
        assertEquals(1, upkeep.cost(null, at("20:00"), CostBy.KIND).total().done(), "the end is not counted");
        assertEquals(0, upkeep.cost(null, at("20:00"), CostBy.KIND).total().open());
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void everyFaultIsToldAtOnce(Databases database) {
        open(database);
        VigilException e = refused(
                ErrorKind.USAGE,
                () -> upkeep.plan(
                        lan,
                        new PlanWork(
                                WorkKind.CORRECTIVE,
                                "a\nb",
                                List.of(),
                                at("15:00"),
                                null,
                                null,
                                null,
                                "-1",
                                "1y",
                                null,
                                false,
                                List.of())));
        assertEquals(
                List.of(
                        UpkeepText.BAD_TEXT,
                        UpkeepText.MISSING,
                        UpkeepText.NO_END,
                        UpkeepText.NO_WORKER,
                        UpkeepText.BAD_MONEY,
                        UpkeepText.EVERY_CORRECTIVE),
                reasons(e));
        Instant from = at("15:00");
        assertEquals(
                List.of(UpkeepText.TOO_LONG),
                reasons(refused(ErrorKind.USAGE, () -> upkeep.plan(lan, days(from, 32, false)))));
        assertFalse(upkeep.plan(lan, days(from, 32, true)).unchanged());
        assertEquals(
                List.of(UpkeepText.MUCH_TOO_LONG),
                reasons(refused(ErrorKind.USAGE, () -> upkeep.plan(lan, days(from, 367, true)))));
        assertEquals(
                List.of(UpkeepText.BACKWARDS),
                reasons(refused(ErrorKind.USAGE, () -> upkeep.plan(lan, days(from, 0, true)))));
        refused(ErrorKind.DENIED, () -> upkeep.plan(hoa, days(from, 1, false)));

        CaseId id = plan(days(from, 1, false));
        assertEquals(
                List.of(UpkeepText.BEFORE_WINDOW),
                reasons(refused(ErrorKind.USAGE, () -> upkeep.done(lan, id, JUST_DONE))));
        world.pass(Duration.ofHours(2));
        assertEquals(
                List.of(UpkeepText.IN_FUTURE, UpkeepText.BAD_PART, UpkeepText.BAD_PART, UpkeepText.BAD_PART),
                reasons(refused(
                        ErrorKind.USAGE,
                        () -> upkeep.done(
                                lan,
                                id,
                                new DoneWork(
                                        at("23:00"), null, List.of("x", "x:0:1", "x:1:-1"), null, null, List.of())))));
        assertEquals(
                List.of(UpkeepText.PARTS_ABOVE_COST),
                reasons(refused(ErrorKind.USAGE, () -> upkeep.done(lan, id, part("1000")))));
        assertEquals(
                List.of(UpkeepText.SUM_TOO_LARGE),
                reasons(refused(
                        ErrorKind.USAGE,
                        () -> upkeep.done(
                                lan,
                                id,
                                new DoneWork(
                                        null,
                                        null,
                                        List.of("x:100000:999999999999", "y:100000:999999999999"),
                                        null,
                                        null,
                                        List.of())))));
    }

    private static DoneWork part(String cost) {
        return new DoneWork(null, null, List.of("x:1:1001"), cost, null, List.of());
    }

    private static PlanWork days(Instant from, int days, boolean agreed) {
        return new PlanWork(
                WorkKind.PREVENTIVE,
                "x",
                List.of(GATE_1),
                from,
                from.plus(Duration.ofDays(days)),
                "hoa",
                null,
                null,
                null,
                null,
                agreed,
                List.of());
    }

    private static AddSurvey position(String place, Priority priority, String photo) {
        return new AddSurvey(place, "Góc khuất", priority, photo, null, null, GATE_2, "8.500.000", List.of());
    }

    @ParameterizedTest
    @EnumSource
    void aSurveyedPositionIsProposedOnce(Databases database) throws Exception {
        open(database);
        Path photo = Files.writeString(folder.resolve("bai-xe.jpg"), "abc");
        SavedSurvey saved = upkeep.survey(hoa, position("Bãi xe", Priority.LOW, photo.toString()));
        CaseId id = saved.survey().id();
        assertEquals("SUR-2026-0001", id.toString());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                saved.survey().photo().sha256());
        assertEquals(LocalDate.parse("2026-03-02"), saved.survey().day());
        assertEquals(new MemberId("hoa"), saved.survey().surveyedBy());
        assertTrue(upkeep.survey(hoa, position("Bãi xe", Priority.LOW, photo.toString()))
                .unchanged());
        refused(ErrorKind.CONFLICT, () -> upkeep.survey(hoa, position("Bãi xe", Priority.HIGH, photo.toString())));
        CaseId high = upkeep.survey(hoa, position("Cổng sau", Priority.HIGH, "ngăn 3"))
                .survey()
                .id();
        assertNull(upkeep.surveys(null).get(0).photo().sha256(), "words are no file");
        assertEquals(
                List.of(high, id), upkeep.surveys(null).stream().map(Survey::id).toList());

        assertEquals(SurveyState.PROPOSED, upkeep.propose(hoa, id).survey().state());
        long entries = ledger.verify().entries();
        assertTrue(upkeep.propose(lan, id).unchanged());
        assertEquals(entries, ledger.verify().entries());
        assertEquals(
                List.of(high),
                upkeep.surveys(SurveyState.SURVEYED).stream().map(Survey::id).toList());

        AddSurvey right = new AddSurvey(null, null, Priority.MEDIUM, null, null, null, null, null, List.of());
        assertEquals(
                Priority.MEDIUM,
                upkeep.correct(lan, id, right, "ghi nhầm").survey().priority());
        assertTrue(upkeep.correct(lan, id, right, "ghi nhầm").unchanged());
        String line = ledger.linesOf(id.toString()).get(2);
        assertTrue(
                line.contains("\"is\":{\"priority\":\"medium\"}") && line.contains("\"was\":{\"priority\":\"low\"}"),
                line);
        refused(ErrorKind.USAGE, () -> upkeep.correct(lan, id, right, " "));
        refused(ErrorKind.NOT_FOUND, () -> upkeep.propose(lan, new CaseId("SUR", 2027, 1)));
        refused(ErrorKind.DENIED, () -> upkeep.survey(people.actor(null), position("x", null, null)));
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aRehearsalWritesNothing(Databases database) {
        open(database);
        CaseId id = plan(cleaning("14:30", "19:00", null, GATE_1));
        world.pass(Duration.ofHours(1));
        long entries = ledger.verify().entries();
        store.rehearse();
        assertEquals(WorkState.DONE, upkeep.done(lan, id, JUST_DONE).status().state());
        assertEquals(WorkState.CANCELLED, upkeep.cancel(lan, id, "x").status().state());
        upkeep.correct(lan, id, to("20:00"));
        upkeep.survey(hoa, position("x", null, null));
        assertEquals(WorkState.RUNNING, upkeep.work(id).state());
        assertEquals(entries, ledger.verify().entries());
        assertEquals(Map.of(), store.read(tx -> upkeep.windowsAt(tx, at("19:30"))));
    }
}
