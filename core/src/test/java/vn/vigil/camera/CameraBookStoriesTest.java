package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.testkit.TestWorld;

/** The inventory is kept over the years: cameras are edited, removed and imported anew. Nobody is contacted. */
class CameraBookStoriesTest {
    private static final CameraId GATE = new CameraId("gate-1");

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private CameraHouse house(String name) {
        return new CameraHouse(world, folder.resolve(name));
    }

    @Test
    void anEditChangesWhatIsSaidAndTheLedgerHasOldAndNew() {
        try (CameraHouse house = house("edit")) {
            house.add(CameraHouse.byUrl("gate-1", "rtsp://192.0.2.1/a").with(CameraField.PLACE, "Cổng"));
            CameraForm form = CameraForm.of(GATE)
                    .with(CameraField.PLACE, "Cổng phụ")
                    .with(CameraField.GROUP, "gates")
                    .with(CameraField.URL, "rtsp://192.0.2.1:554/a");
            Edited edited = house.cameras.edit(form, house.actor);
            assertEquals(
                    List.of(
                            new CameraChange(CameraField.PLACE, "Cổng", "Cổng phụ"),
                            new CameraChange(CameraField.GROUP, "", "gates")),
                    edited.changes());
            assertEquals(edited.camera(), house.cameras.get(GATE));
            List<String> lines = house.ledger.linesOf("camera/gate-1");
            String last = lines.get(lines.size() - 1);
            assertTrue(
                    last.contains("camera.edit") && last.contains("Cổng phụ") && last.contains("\"from\":\"Cổng\""),
                    last);

            assertFalse(house.cameras.edit(form, house.actor).changed());
            assertEquals(lines.size(), house.ledger.linesOf("camera/gate-1").size());
            Edited cleared = house.cameras.edit(CameraForm.of(GATE).with(CameraField.PLACE, ""), house.actor);
            assertEquals("", cleared.camera().place());
            assertTrue(house.ledger.verify().intact());
        }
    }

    @Test
    void anEditedLoginIsANewLoginAndNotInTheLedger() throws Exception {
        try (CameraHouse house = house("login")) {
            house.add(house.byUrl("gate-1", "rtsp://192.0.2.1/a", "admin", "kanari-1"));
            Edited edited = house.cameras.edit(house.login(CameraForm.of(GATE), "admin", "kanari-2"), house.actor);
            assertTrue(edited.loginChanged() && edited.changes().isEmpty());
            Edited fromUrl = house.cameras.edit(
                    CameraForm.of(GATE).with(CameraField.URL, "rtsp://viewer:kanari-3@192.0.2.1/a"), house.actor);
            assertTrue(fromUrl.loginChanged() && fromUrl.loginTakenFromUrl());
            assertEquals("viewer", house.cameras.get(GATE).user());
            assertFalse(house.ledger.linesOf("camera/gate-1").toString().contains("kanari"));
            assertEquals(List.of(), house.ledger.unfinished());
        }
    }

    @Test
    void aRemovedCameraKeepsItsNameAndItsHistory() throws Exception {
        try (CameraHouse house = house("remove")) {
            house.add(house.byUrl("gate-1", "rtsp://192.0.2.1/a", "admin", "kanari-1"));
            Removed removed = house.cameras.remove("gate-1", house.actor);
            assertTrue(removed.now());
            assertEquals(List.of(), house.cameras.list());
            assertEquals(GATE, house.cameras.removed().get(0).camera().id());
            assertNull(house.cameras.removed("gate-2"));
            assertEquals(0, secrets(house));

            Removed again = house.cameras.remove("gate-1", house.actor);
            assertFalse(again.now());
            assertEquals(removed.at(), again.at());
            VigilException taken = assertThrows(
                    VigilException.class, () -> house.add(CameraHouse.byUrl("gate-1", "rtsp://192.0.2.9/a")));
            assertEquals(ErrorKind.CONFLICT, taken.kind());
            VigilException gone = assertThrows(VigilException.class, () -> house.cameras.get(GATE));
            assertEquals(CameraText.WAS_REMOVED, gone.why().get(0).key());
            assertThrows(VigilException.class, () -> house.cameras.remove("gate-9", house.actor));
            assertEquals(List.of(), house.ledger.unfinished());
            assertTrue(house.ledger.verify().intact());
        }
    }

    @Test
    void aPasswordThatAKilledRunLeftBehindIsForgottenByTheNextOne() throws Exception {
        try (CameraHouse house = house("killed")) {
            house.add(house.byUrl("gate-1", "rtsp://192.0.2.1/a", "admin", "kanari-1"));
            vn.vigil.ledger.Who who = house.actor.who();
            house.store.write(tx -> {
                new SqlInventoryStore().remove(tx, GATE, world.now());
                return house.ledger.intent(
                        tx, new vn.vigil.ledger.Entry(who, "camera.remove", "camera/gate-1", java.util.Map.of()));
            });
            assertEquals(1, secrets(house));
            house.add(CameraHouse.byUrl("gate-2", "rtsp://192.0.2.2/a"));
            assertEquals(1, secrets(house), "the other process may be at work yet");
            world.pass(Duration.ofMinutes(3));
            house.add(CameraHouse.byUrl("gate-3", "rtsp://192.0.2.3/a"));
            assertEquals(0, secrets(house));
            assertEquals(List.of(), house.ledger.unfinished());
        }
    }

    @Test
    void anImportUpdatesOnlyWhenItIsToldTo() throws Exception {
        try (CameraHouse house = house("import")) {
            house.passwordFile("a", "kanari-1");
            Path csv = house.folder.resolve("cameras.csv");
            Files.writeString(
                    csv,
                    "id,url,place,user,password-file\n# a remark\na,rtsp://192.0.2.1/a,Sân,admin,a.pw\nb,rtsp://192.0.2.2/a,,,\n");
            Imported first = importing(house, csv, false);
            assertEquals(List.of(new CameraId("a"), new CameraId("b")), first.added());
            house.cameras.edit(CameraForm.of(new CameraId("b")).with(CameraField.PLACE, "Kho"), house.actor);

            house.passwordFile("a", "kanari-2");
            Files.writeString(
                    csv,
                    "id,url,place,user,password-file\na,rtsp://192.0.2.1/b,,admin,a.pw\nb,rtsp://192.0.2.2/a,,,\nc,rtsp://192.0.2.3/,,,\n");
            VigilException e = assertThrows(VigilException.class, () -> importing(house, csv, false));
            assertEquals(ErrorKind.CONFLICT, e.kind());
            assertEquals(1, e.why().size());
            assertEquals(2, house.cameras.list().size(), "all or none");

            Imported updated = importing(house, csv, true);
            assertEquals(List.of(new CameraId("c")), updated.added());
            assertEquals(List.of(new CameraId("a")), updated.changed());
            assertEquals(List.of(new CameraId("b")), updated.unchanged());
            Camera a = house.cameras.find("a");
            assertEquals("rtsp://192.0.2.1:554/b", a.url());
            assertEquals("Sân", a.place(), "an empty cell says nothing");
            assertEquals("Kho", house.cameras.find("b").place());
            Imported again = importing(house, csv, true);
            assertEquals(3, again.unchanged().size());

            Path json = Files.writeString(
                    house.folder.resolve("cameras.JSON"),
                    "{\"cameras\":[{\"id\":\"a\",\"place\":null,\"essential\":true}]}");
            assertEquals(
                    List.of(new CameraId("a")), importing(house, json, true).changed());
            assertEquals("", house.cameras.find("a").place());
            house.cameras.remove("c", house.actor);
            VigilException gone = assertThrows(VigilException.class, () -> importing(house, csv, true));
            assertEquals(ErrorKind.CONFLICT, gone.kind());
            assertFalse(house.ledger.linesOf("camera/a").toString().contains("kanari"));
        }
    }

    @Test
    void thousandsOfCamerasAreImportedInSeconds() throws Exception {
        try (CameraHouse house = house("large")) {
            house.passwordFile("all", "kanari-1");
            StringBuilder text = new StringBuilder("id,name,url,user,password-file,group\n");
            for (int i = 0; i < 3_000; i++) {
                text.append("cam-").append(i).append(",Camera ").append(i).append(",rtsp://192.0.2.1/");
                text.append(i).append(",admin,all.pw,\"a,b\"\n");
            }
            Path csv = Files.writeString(house.folder.resolve("large.csv"), text);
            long began = System.nanoTime();
            assertEquals(3_000, importing(house, csv, false).added().size());
            assertEquals(3_000, importing(house, csv, true).unchanged().size());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.compareTo(Duration.ofSeconds(30)) < 0, took.toString());
            assertEquals(3_000, secrets(house));
        }
    }

    private static int secrets(CameraHouse house) {
        return house.vault.list().size();
    }

    private static Imported importing(CameraHouse house, Path file, boolean update) {
        return house.cameras.importFile(new ImportRequest(file, null, update), house.actor);
    }
}
