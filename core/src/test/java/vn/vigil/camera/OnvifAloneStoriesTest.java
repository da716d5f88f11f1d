package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CameraId;
import vn.vigil.base.World;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** Cameras of which a file told nothing but the ONVIF address. */
class OnvifAloneStoriesTest {
    @TempDir
    static Path folder;

    private static SimulatedSite site;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(CameraSpec.of("gate")
                        .with(new PictureSpec(320, 180, 10, 1, 10))
                        .withLogin("admin", "pass word/1")));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static CameraHouse imported(String name, String password) throws Exception {
        CameraHouse house = new CameraHouse(World.real(), folder.resolve(name));
        house.passwordFile("gate", password);
        Path csv = house.folder.resolve("cameras.csv");
        Files.writeString(
                csv,
                "id,onvif,user,password-file,essential\ngate,"
                        + site.camera("gate").onvifAddress() + ",admin,gate.pw,yes\n");
        house.cameras.importFile(new ImportRequest(csv, null, false), house.actor);
        assertNull(house.cameras.find("gate").url(), "an import contacts nobody");
        return house;
    }

    @Test
    void theFirstCheckFindsTheStreamAndRemembersIt() throws Exception {
        try (CameraHouse house = imported("check", "pass word/1")) {
            assertEquals(CameraState.UP, house.checkOne("gate").state());
            Camera known = house.cameras.find("gate");
            assertEquals(site.camera("gate").liveUrl().toString(), known.url());
            assertNotNull(known.device().serial());
            assertTrue(known.essential());
        }
    }

    @Test
    void aPictureIsTakenOfACameraThatWasNeverChecked() throws Exception {
        try (CameraHouse house = imported("snapshot", "pass word/1")) {
            Path file = folder.resolve("gate.jpg");
            Snapshot taken = house.cameras.snapshot(
                    new SnapshotRequest(new CameraId("gate"), file, false), house.actor, house.deadline());
            assertEquals(320, taken.width());
            assertTrue(Files.size(file) > 1000);
            assertNotNull(house.cameras.find("gate").url());
        }
    }

    @Test
    void liveFootageComesToo() throws Exception {
        try (CameraHouse house = imported("live", "pass word/1");
                FootageSource source = house.cameras.openLive(new CameraId("gate"), house.deadline())) {
            assertTrue(source.next(house.deadline()).keyFrame());
        }
    }

    @Test
    void aRefusedLoginIsOfferedOnceAndNotToTheStreamToo() throws Exception {
        try (CameraHouse house = imported("refused", "wrong")) {
            CameraVerdict first = house.checkOne("gate");
            assertEquals(List.of(Finding.REFUSED), first.findings());
            assertEquals(Step.AUTH, first.brokenStep());
            assertTrue(first.contacted());
            assertFalse(house.checkOne("gate").contacted(), "the login is quarantined");
            assertNull(house.cameras.find("gate").url());
        }
    }
}
