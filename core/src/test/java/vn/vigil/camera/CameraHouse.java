package vn.vigil.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.camera.alert.Alerts;
import vn.vigil.camera.alert.Delivery;
import vn.vigil.camera.alert.Post;
import vn.vigil.camera.alert.PostedMessage;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.upkeep.Upkeep;

/** A site with nothing but cameras, in a folder of the test. */
final class CameraHouse implements AutoCloseable {
    final World world;
    final Path folder;
    final Store store;
    final Ledger ledger;
    final Upkeep upkeep;
    final Vault vault;
    final Alerts alerts;
    final Cameras cameras;
    final Actor actor;

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
        this.alerts =
                new Alerts(world, config, store, ledger, people, at -> List.of(), new NoPost(), CameraWords::finding);
        this.cameras = new Cameras(world, config, store, ledger, vault, upkeep, () -> alerts);
        this.actor = people.actor(null);
    }

    Logins logins(SqlCameraStore sql) {
        return new Logins(world, store, sql, ledger, vault);
    }

    /** A site without any channel: nothing leaves it, and nothing waits. */
    private static final class NoPost implements Post {
        @Override
        public void put(Tx tx, PostedMessage message) {}

        @Override
        public Instant oldestWaiting(Tx tx) {
            return null;
        }

        @Override
        public List<Delivery> deliver(Set<String> keys) {
            return List.of();
        }
    }

    /** A camera to add, by stream address. */
    static CameraForm byUrl(String id, String url) {
        return CameraForm.of(new CameraId(id)).with(CameraField.URL, url);
    }

    CameraForm byUrl(String id, String url, String user, String password) throws Exception {
        return login(byUrl(id, url), user, password);
    }

    CameraForm byOnvif(String id, String onvif, String user, String password) throws Exception {
        return login(CameraForm.of(new CameraId(id)).with(CameraField.ONVIF, onvif), user, password);
    }

    /** The form with a login more. */
    CameraForm login(CameraForm form, String user, String password) throws Exception {
        Path file = passwordFile(form.id().value(), password);
        return form.with(CameraField.USER, user).with(CameraField.PASSWORD_FILE, file == null ? null : file.toString());
    }

    /** Puts a camera into the inventory as it is, asking nobody. */
    void insert(Camera camera, String password) {
        SqlCameraStore sql = new SqlCameraStore();
        store.write(tx -> {
            sql.insert(tx, camera, world.now());
            return null;
        });
        new Logins(world, store, sql, ledger, vault).keep(camera.id(), password);
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

    Added add(CameraForm request) {
        return cameras.add(request, actor, deadline());
    }

    Deadline deadline() {
        return Deadline.in(world, Duration.ofSeconds(20));
    }

    CheckResult check(String... ids) {
        List<CameraId> chosen = List.of(ids).stream().map(CameraId::new).toList();
        CheckRequest request = new CheckRequest(
                chosen, false, Shard.WHOLE, Duration.ofSeconds(8), Duration.ofSeconds(20), Duration.ofSeconds(60));
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
