package vn.vigil.camera;

import java.time.Instant;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.ledger.Who;
import vn.vigil.net.Login;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;

/**
 * The cameras' logins: passwords lie in the vault under {@code camera/<id>}, and one refusal stops a login for that camera
 * until a person replaces it. Safe for several threads.
 */
final class Logins {
    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final Ledger ledger;
    private final Vault vault;

    Logins(World world, Store store, SqlCameraStore sql, Ledger ledger, Vault vault) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.vault = vault;
    }

    /**
     * What may be offered to a camera.
     *
     * @param login null when the camera has none, or its password is not in the vault
     * @param version the login's number
     * @param quarantinedSince when the camera refused this very login, or null
     */
    record Key(Login login, long version, Instant quarantinedSince) {
        static final Key NONE = new Key(null, 0, null);
    }

    Key key(Camera camera) {
        if (camera.user() == null) {
            return Key.NONE;
        }
        long[] version = new long[1];
        SqlCameraStore.Refusal refusal = store.read(tx -> {
            version[0] = sql.loginVersion(tx, camera.id());
            return sql.refusal(tx, camera.id());
        });
        if (refusal != null && refusal.loginVersion() == version[0]) {
            return new Key(null, version[0], refusal.at());
        }
        String password = password(camera.id());
        return new Key(password == null ? null : new Login(camera.user(), password), version[0], null);
    }

    /** The password as the vault has it, or null. */
    String password(CameraId id) {
        try (Secret secret = vault.get(reference(id))) {
            return secret.text();
        } catch (VigilException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    /** Puts a password into the vault, unless everything is only rehearsed. */
    void keep(CameraId id, String password) {
        if (store.isRehearsal()) {
            return;
        }
        try (Secret secret = Secret.of(password)) {
            vault.put(reference(id), secret);
        }
    }

    /** Takes back what {@link #keep} put for a camera that was not added after all. */
    void forget(CameraId id) {
        if (!store.isRehearsal()) {
            vault.forget(reference(id));
        }
    }

    /** Notes a refused login, so that nobody offers it again. The act is the camera's; the account is the one that ran into it. */
    void quarantine(CameraId id, Key key, Instant at) {
        Who who = new Who(world.osUser(), null, Proof.SELECTED);
        store.write(tx -> {
            sql.saveRefusal(tx, id, new SqlCameraStore.Refusal(key.version(), at));
            ledger.append(tx, new Entry(who, "camera.login-refused", subject(id), Map.of()));
            return null;
        });
    }

    /** How the ledger and the vault name a camera. */
    static String subject(CameraId id) {
        return "camera/" + id.value();
    }

    private static SecretRef reference(CameraId id) {
        return new SecretRef(subject(id));
    }
}
