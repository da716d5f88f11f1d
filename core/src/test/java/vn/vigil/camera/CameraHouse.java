package vn.vigil.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.upkeep.Upkeep;

/** A site with nothing but cameras, in a folder of the test. */
final class CameraHouse implements AutoCloseable {
    final World world;
    final Path folder;
    final Store store;
    final Ledger ledger;
    final Upkeep upkeep;
    final Cameras cameras;
    final Actor actor;
    private final Vault vault;

    CameraHouse(World world, Path folder) {
        this.world = world;
        this.folder = folder;
        Home home = Home.of(world, folder);
        Config config = Config.load(world, home, null);
        this.store = Store.create(home, config, world);
        this.ledger = new Ledger(store, world);
        People people = new People(store, ledger, config, world);
        this.upkeep = new Upkeep(world, config, store, ledger, people);
        this.vault = new Vault(home, config, world);
        this.cameras = new Cameras(world, config, store, ledger, vault, upkeep);
        this.actor = people.actor(null);
    }

    Logins logins(SqlCameraStore sql) {
        return new Logins(world, store, sql, ledger, vault);
    }

    /** A camera to add, by stream address. */
    static AddCamera byUrl(String id, String url) {
        return new AddCamera(new CameraId(id), null, url, null, null, null, null, null, null, false, null);
    }

    AddCamera byUrl(String id, String url, String user, String password) throws Exception {
        return new AddCamera(
                new CameraId(id), null, url, null, null, null, null, user, passwordFile(id, password), false, null);
    }

    AddCamera byOnvif(String id, String onvif, String user, String password) throws Exception {
        return new AddCamera(
                new CameraId(id), null, null, null, onvif, null, null, user, passwordFile(id, password), false, null);
    }

    /** A file with a password, as a person would make it. */
    Path passwordFile(String name, String password) throws Exception {
        if (password == null) {
            return null;
        }
        Path file = folder.resolve(name + ".pw");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password + "\n");
    }

    Added add(AddCamera request) {
        return cameras.add(request, actor, deadline());
    }

    Deadline deadline() {
        return Deadline.in(world, Duration.ofSeconds(20));
    }

    CheckResult check(String... ids) {
        List<CameraId> chosen = List.of(ids).stream().map(CameraId::new).toList();
        CheckRequest request =
                new CheckRequest(chosen, Duration.ofSeconds(8), Duration.ofSeconds(20), Duration.ofSeconds(60));
        return cameras.check(request, Progress.NONE);
    }

    /** The verdict of a run that looked at one camera. */
    CameraVerdict checkOne(String id) {
        return check(id).cameras().get(0);
    }

    @Override
    public void close() {
        store.close();
    }
}
