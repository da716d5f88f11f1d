package vn.vigil.camera;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.LoginTest.Answer;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Unfinished;
import vn.vigil.ledger.Who;
import vn.vigil.net.Login;
import vn.vigil.onvif.OnvifException;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;

/** Changes a password at the device: intent, new password kept beside the old, device, proof, vault, outcome. Stateless. */
final class Rotation {
    private static final String ACT = "camera.login-rotate";

    /** Letters and digits only, and 16 of them: what every camera takes and no URL or shell misreads; some 95 bits. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final int LENGTH = 16;

    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final Ledger ledger;
    private final Logins logins;
    private final LoginTrial trial;
    private final Refusals refusals;

    Rotation(
            World world,
            Store store,
            SqlCameraStore sql,
            Ledger ledger,
            Logins logins,
            LoginTrial trial,
            Refusals refusals) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.logins = logins;
        this.trial = trial;
        this.refusals = refusals;
    }

    Rotated run(Camera camera, String own, boolean plainAllowed, Who who, Deadline deadline) {
        Message what = CameraText.CANNOT_ROTATE.with(camera.id());
        if (camera.onvif() == null) {
            throw new VigilException(ErrorKind.REFUSED, "VG-CAMERA-ROTATE-UNSUPPORTED", what)
                    .why(CameraText.ROTATE_NEEDS_ONVIF.with());
        }
        Logins.Key key = logins.key(camera);
        if (key.quarantinedSince() != null) {
            throw refusals.quarantined(key, what, camera.id());
        }
        if (key.login() == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-NO-LOGIN", what)
                    .why(CameraText.NO_LOGIN.with())
                    .next(CameraText.NEXT_SET_LOGIN.with(camera.id()));
        }
        if (logins.next(camera.id()) != null) {
            throw unsettled(ErrorKind.REFUSED, what, CameraText.ROTATE_OPEN.with(), camera);
        }
        if (!CameraFacts.device(camera).tls() && !plainAllowed) {
            throw new VigilException(ErrorKind.REFUSED, "VG-CAMERA-ROTATE-PLAIN", what)
                    .why(CameraText.ROTATE_PLAIN.with())
                    .next(CameraText.ROTATE_PLAIN_NEXT.with());
        }
        List<CameraId> also = new ArrayList<>();
        logins.sameLogin(camera).forEach(c -> also.add(c.id()));
        String fresh = own == null ? random(world.random()) : own;
        boolean changed = !fresh.equals(key.login().password());
        if (changed && !store.isRehearsal()) {
            try (Lease lease = Lease.take(store, "camera-rotate", Duration.ofMinutes(5))) {
                change(camera, key, fresh, what, who, deadline);
            }
        }
        return new Rotated(camera.id(), camera.user(), also, changed);
    }

    /** At least one capital, one small letter and one digit, as many cameras demand. */
    static String random(SecureRandom random) {
        while (true) {
            StringBuilder out = new StringBuilder(LENGTH);
            int kinds = 0;
            for (int i = 0; i < LENGTH; i++) {
                int at = random.nextInt(ALPHABET.length());
                kinds |= at < 26 ? 1 : at < 52 ? 2 : 4;
                out.append(ALPHABET.charAt(at));
            }
            if (kinds == 7) {
                return out.toString();
            }
        }
    }

    private void change(Camera camera, Logins.Key key, String fresh, Message what, Who who, Deadline deadline) {
        CameraId id = camera.id();
        ledger.intent(new Entry(who, ACT, Logins.subject(id), Map.of("user", camera.user())));
        logins.keepNext(id, fresh);
        try {
            trial.device(camera, key.login(), deadline).setPassword(camera.user(), fresh);
        } catch (OnvifException e) {
            throw failed(e, camera, key, fresh, what, who);
        }
        Answer answer = trial.offer(camera, new Login(camera.user(), fresh), deadline);
        if (!answer.good()) {
            throw unsettled(ErrorKind.UNREACHABLE, what, CameraText.ROTATE_NOT_PROVEN.with(), camera);
        }
        adopt(camera, fresh, who);
    }

    /** When the device said no, the old password holds for certain; when it said nothing, nobody knows. */
    private VigilException failed(
            OnvifException e, Camera camera, Logins.Key key, String fresh, Message what, Who who) {
        boolean told = e.step() != OnvifException.Step.USERS;
        switch (e.reason()) {
            case LOGIN_REFUSED, CLOCK_SKEW_SUSPECTED, LOCKED, UNSUPPORTED, FAULT -> told = true;
            case UNREACHABLE, TIMEOUT, NOT_ONVIF, PROTOCOL, TOO_LARGE -> {}
        }
        if (!told) {
            return unsettled(ErrorKind.UNREACHABLE, what, CameraText.ROTATE_NOT_TOLD.with(), camera);
        }
        drop(camera, who);
        if (e.loginRefused()) {
            logins.quarantine(camera.id(), key, world.now());
        }
        // A device may repeat the password in its complaint.
        if (e.faultText().contains(fresh)) {
            return new VigilException(ErrorKind.FAILED, "VG-CAMERA-ONVIF-FAULT", what)
                    .why(CameraText.WHY_ONVIF_FAULT.with(e.faultText().replace(fresh, "…")));
        }
        if (e.reason() == OnvifException.Cause.UNSUPPORTED) {
            return new VigilException(ErrorKind.FAILED, "VG-CAMERA-ROTATE-UNSUPPORTED", what)
                    .why(CameraText.ROTATE_NO_USER.with(camera.user()))
                    .causedBy(e);
        }
        return refusals.of(OnvifDriver.told(e), what, camera.id(), camera.user());
    }

    private static VigilException unsettled(ErrorKind kind, Message what, Message why, Camera camera) {
        return new VigilException(kind, "VG-CAMERA-ROTATE-OPEN", what)
                .why(why)
                .next(CameraText.NEXT_TEST.with(camera.id()));
    }

    /** The device has the new password: so have the camera and the other channels that shared the old one. */
    void adopt(Camera camera, String fresh, Who who) {
        SqlInventoryStore inventory = new SqlInventoryStore();
        Map<CameraId, String> passwords = new HashMap<>();
        List<String> also = new ArrayList<>();
        passwords.put(camera.id(), fresh);
        for (Camera other : logins.sameLogin(camera)) {
            passwords.put(other.id(), fresh);
            also.add(other.id().value());
        }
        // The new number first: should the process die in between, the old password's refusal does not count against
        // the new.
        store.write(tx -> {
            for (CameraId id : passwords.keySet()) {
                sql.setUser(tx, id, camera.user());
                inventory.forgive(tx, id);
            }
            return null;
        });
        logins.adoptNext(camera.id(), passwords);
        outcome(camera, Map.of("rotated", true, "also", also), who);
    }

    /** The device still has the old password. */
    void drop(Camera camera, Who who) {
        logins.forgetNext(camera.id());
        outcome(camera, Map.of("rotated", false), who);
    }

    private void outcome(Camera camera, Map<String, ?> details, Who who) {
        String subject = Logins.subject(camera.id());
        for (Unfinished u : ledger.unfinished()) {
            if (u.act().equals(ACT) && u.subject().equals(subject)) {
                ledger.outcome(u.seq(), new Entry(who, ACT, subject, details));
            }
        }
    }
}
