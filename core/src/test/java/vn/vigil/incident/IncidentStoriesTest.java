package vn.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Cameras;
import vn.vigil.hold.Holds;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.watch.Watch;
import vn.vigil.secret.Vault;
import vn.vigil.testkit.Databases;
import vn.vigil.upkeep.Upkeep;

/** Case files in both databases. The way through the command line is told by the stories of the tool. */
class IncidentStoriesTest {
    @TempDir
    Path folder;

    private RosterHouse house;
    private Incidents incidents;

    private void open(Databases database) {
        house = new RosterHouse(database, folder);
        house.member("binh", "Trần Văn Bình", Office.BOARD);
        Vault vault = new Vault(house.config.home(), house.config, house.world);
        Cameras cameras = new Cameras(
                house.world,
                house.config,
                house.store,
                house.ledger,
                vault,
                new Upkeep(house.world, house.config, house.store, house.ledger, house.people),
                () -> null);
        Watch watch = new Watch(
                house.world,
                house.config,
                house.store,
                house.ledger,
                house.people,
                house.books,
                house.plans,
                () -> null,
                () -> null,
                () -> null);
        Supplier<Holds> holds = () -> new Holds(
                house.world,
                house.config,
                house.store,
                house.ledger,
                house.people,
                cameras,
                vault,
                () -> id -> true,
                new Holds.Places(folder.resolve("partial"), folder.resolve("holds")));
        incidents = new Incidents(
                house.world,
                house.config,
                house.store,
                house.ledger,
                house.people,
                cameras,
                () -> watch,
                holds,
                () -> null,
                () -> vault,
                folder.resolve("templates"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private OpenIncident told(String kind, String title) {
        return new OpenIncident(
                kind,
                Gravity.HIGH,
                title,
                "Cổng chính",
                Zone.INSIDE,
                Source.GUARD,
                house.world.now().minus(Duration.ofMinutes(30)),
                null,
                null,
                false,
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void whatWasToldFirstStaysAndEverythingAfterIsAppended(Databases database) {
        open(database);
        Opened opened = incidents.open(house.lan, told("theft", "Mất xe"));
        CaseId id = opened.incident().id();
        assertTrue(incidents.open(house.lan, told("theft", "Mất xe")).unchanged());
        Instant at = house.world.now().minus(Duration.ofMinutes(20));
        incidents.note(house.lan, id, "gọi bảo vệ", true, at, "minh");
        incidents.task(house.lan, id, "thay khóa", "minh", null);
        incidents.correct(
                house.lan,
                id,
                new Correction(
                        Map.of(Field.TITLE, "Mất xe đạp"), List.of(), 1, at.plusSeconds(60), null, false, "ghi nhầm"));
        assertTrue(incidents
                .correct(
                        house.lan,
                        id,
                        new Correction(Map.of(Field.TITLE, "Mất xe đạp"), List.of(), 0, null, null, false, "lại"))
                .unchanged());
        CaseFile file = incidents.file(id);
        assertEquals("Mất xe đạp", file.incident().told().title());
        assertEquals("Mất xe", file.original().title());
        Step action = file.steps().get(Step.What.FIRST_ACTION.ordinal());
        assertEquals("minh", action.by());
        assertEquals(Duration.ofMinutes(11), action.after());
        assertEquals(1, incidents.tasks(false).size());
        incidents.endTask(house.lan, id, 2, false, "xong");
        assertEquals(0, incidents.tasks(false).size());
        VigilException early =
                assertThrows(VigilException.class, () -> incidents.close(house.lan, id, "xong", null, null));
        assertEquals("VG-INCIDENT-NOT-READY", early.id());
        for (Addressee one : List.of(Addressee.LEADER, Addressee.DEPUTY, Addressee.BOARD)) {
            incidents.tell(house.lan, id, new NewTelling(List.of(one), Way.PHONE, null, null, null));
        }
        incidents.close(house.lan, id, "đã tìm thấy", null, null);
        assertFalse(incidents.get(id).open());
        assertEquals(0, incidents.list(IncidentFilter.OPEN).size());
        incidents.reopen(house.lan, id, "mất lại");
        assertTrue(incidents.verify(id).good());
        assertEquals(11, incidents.verify(id).entries());
        assertThrows(
                RuntimeException.class,
                () -> house.store.write(tx -> {
                    tx.run("update incident_event set words = 'x' where number = 1");
                    return null;
                }),
                "append-only");
    }

    @ParameterizedTest
    @EnumSource
    void tipsAreKeptApartFromTheirSources(Databases database) {
        open(database);
        SavedTip saved = incidents.tips().add(house.lan, new NewTip("bán hàng cấm", "", null, "Bà Tư"));
        incidents.tips().more(house.lan, saved.code(), "buổi tối");
        CaseId incident =
                incidents.open(house.lan, told("conflict", "Xô xát")).incident().id();
        incidents.tips().raised(house.lan, saved.tip().id(), incident);
        assertTrue(
                incidents.tips().raised(house.lan, saved.tip().id(), incident).unchanged());
        assertEquals("", incidents.tips().list().get(0).words());
        assertEquals(incident, incidents.tips().list().get(0).incident());
        assertTrue(incidents.get(incident).masked());
        assertEquals("", incidents.get(incident).told().title());
        assertEquals(
                "VG-INCIDENT-PROOF",
                assertThrows(VigilException.class, () -> incidents.reveal(house.lan, incident))
                        .id());
    }
}
