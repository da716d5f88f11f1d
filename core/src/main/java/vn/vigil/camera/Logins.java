package vn.vigil.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.ledger.Who;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;

/**
 * The cameras' logins: passwords lie in the vault under {@code camera/<id>}, one that a device is about to be given under
 * {@code camera/<id>/next}. One refusal stops a login at that device until a person replaces it or lets it go. Safe for several
 * threads.
 */
final class Logins {
    /** How the ledger names a new login. */
    static final String CHANGE = "camera.login";

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
        return value(reference(id));
    }

    /** The password that the device was about to be given when somebody was interrupted, or null. */
    String next(CameraId id) {
        return value(nextReference(id));
    }

    private String value(SecretRef ref) {
        try (Secret secret = vault.get(ref)) {
            return secret.text();
        } catch (VigilException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    /** The passwords of many cameras, read at once; those without are left out. */
    Map<CameraId, String> passwords(Collection<CameraId> ids) {
        Map<SecretRef, CameraId> refs = new HashMap<>();
        for (CameraId id : ids) {
            refs.put(reference(id), id);
        }
        Map<CameraId, String> found = new HashMap<>();
        vault.getAll(refs.keySet()).forEach((ref, secret) -> {
            try (secret) {
                found.put(refs.get(ref), secret.text());
            }
        });
        return found;
    }

    /** Puts a password into the vault, unless everything is only rehearsed. */
    void keep(CameraId id, String password) {
        keep(Map.of(id, password));
    }

    /** Puts many passwords into the vault at once, unless everything is only rehearsed. */
    void keep(Map<CameraId, String> passwords) {
        if (!store.isRehearsal()) {
            vault.putAll(secrets(passwords));
        }
    }

    /** Keeps the password that a device is about to be given, beside the one it has. */
    void keepNext(CameraId id, String password) {
        try (Secret secret = Secret.of(password)) {
            vault.put(nextReference(id), secret);
        }
    }

    void forgetNext(CameraId id) {
        vault.forget(nextReference(id));
    }

    /** The device has its new password: from now on it is the one of all these cameras. One change of the vault. */
    void adoptNext(CameraId id, Map<CameraId, String> passwords) {
        vault.putAndForget(secrets(passwords), nextReference(id));
    }

    /** Removes what the vault has of a camera, unless everything is only rehearsed. */
    void forget(CameraId id) {
        if (!store.isRehearsal()) {
            vault.forget(reference(id));
            vault.forget(nextReference(id));
        }
    }

    private static Map<SecretRef, Secret> secrets(Map<CameraId, String> passwords) {
        Map<SecretRef, Secret> secrets = new HashMap<>();
        passwords.forEach((id, password) -> secrets.put(reference(id), Secret.of(password)));
        return secrets;
    }

    /** Since when a camera refuses its present login, or null. */
    Instant quarantinedSince(CameraId id) {
        return store.read(tx -> {
            SqlCameraStore.Refusal refusal = sql.refusal(tx, id);
            return refusal == null || refusal.loginVersion() != sql.loginVersion(tx, id) ? null : refusal.at();
        });
    }

    /**
     * Notes a refused login, so that nobody offers it again: not for this camera, and not for the other channels of the same
     * device, which would count on to a lock. The act is the camera's; the account is the one that ran into it.
     */
    void quarantine(CameraId id, Key key, Instant at) {
        Who who = new Who(world.osUser(), null, Proof.SELECTED);
        Camera camera = store.read(tx -> sql.find(tx, id));
        List<Camera> others = camera == null ? List.of() : sameLogin(camera);
        store.write(tx -> {
            sql.saveRefusal(tx, id, new SqlCameraStore.Refusal(key.version(), at));
            List<String> also = new ArrayList<>();
            for (Camera other : others) {
                long version = sql.loginVersion(tx, other.id());
                sql.saveRefusal(tx, other.id(), new SqlCameraStore.Refusal(version, at));
                also.add(other.id().value());
            }
            Map<String, ?> details = also.isEmpty() ? Map.of() : Map.of("also", also);
            ledger.append(tx, new Entry(who, "camera.login-refused", subject(id), details));
            return null;
        });
    }

    /** The other cameras at the same device, with the same user name and password: channels of a recorder. */
    List<Camera> sameLogin(Camera camera) {
        Endpoint device = CameraFacts.device(camera);
        List<Camera> others = new ArrayList<>();
        if (device == null || camera.user() == null) {
            return others;
        }
        List<CameraId> ids = new ArrayList<>();
        for (Camera c : store.read(sql::all)) {
            if (!c.id().equals(camera.id()) && camera.user().equals(c.user()) && device.equals(CameraFacts.device(c))) {
                others.add(c);
                ids.add(c.id());
            }
        }
        if (!others.isEmpty()) {
            String password = password(camera.id());
            Map<CameraId, String> theirs = passwords(ids);
            others.removeIf(c -> password == null || !password.equals(theirs.get(c.id())));
        }
        return others;
    }

    /**
     * Replaces a login. The new number comes first: should the process die in between, a refused password is not taken for the
     * new one's fault.
     *
     * @param password null: only the user name is another
     */
    void change(CameraId id, String user, String password, Who who) {
        Entry entry = new Entry(who, CHANGE, subject(id), Map.of("user", user));
        long intent = store.write(tx -> {
            sql.setUser(tx, id, user);
            return ledger.intent(tx, entry);
        });
        boolean kept = false;
        try {
            if (password != null) {
                keep(id, password);
            }
            kept = true;
        } finally {
            if (!store.isRehearsal()) {
                ledger.outcome(intent, new Entry(who, entry.act(), entry.subject(), Map.of("kept", kept)));
            }
        }
    }

    /** How the ledger and the vault name a camera. */
    static String subject(CameraId id) {
        return "camera/" + id.value();
    }

    private static SecretRef reference(CameraId id) {
        return new SecretRef(subject(id));
    }

    private static SecretRef nextReference(CameraId id) {
        return new SecretRef(subject(id) + "/next");
    }
}
