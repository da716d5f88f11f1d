package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.LoginTest.Answer;
import vn.vigil.camera.LoginTest.Settlement;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Unfinished;
import vn.vigil.ledger.Who;
import vn.vigil.net.Login;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;

/**
 * The cameras' logins, as people handle them; reached by {@link Cameras#credentials()}. Passwords come as arrays that the caller
 * wipes, and never leave. Every method needs the power to manage cameras and throws DENIED without it. Safe for several threads.
 */
public final class Credentials {
    /** An intent may be another process's that is still at work; no step of it lasts so long. */
    private static final Duration AT_WORK = Duration.ofMinutes(2);

    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final SqlInventoryStore inventory = new SqlInventoryStore();
    private final Ledger ledger;
    private final Logins logins;
    private final LoginTrial trial;
    private final Refusals refusals;
    private final People people;

    Credentials(
            World world,
            Store store,
            SqlCameraStore sql,
            Ledger ledger,
            Logins logins,
            LoginTrial trial,
            Refusals refusals,
            People people) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.logins = logins;
        this.trial = trial;
        this.refusals = refusals;
        this.people = people;
    }

    /**
     * Gives cameras a login. Another login than before has not been refused yet, so a quarantine ends. The same one again changes
     * nothing, and stays refused if it was.
     *
     * @param user null: the one that each camera has
     * @throws VigilException USAGE when neither names a user; nothing is changed then
     */
    public List<LoginAct> set(List<Camera> cameras, String user, char[] password, Actor actor) {
        people.require(actor, Power.MANAGE_CAMERAS);
        reconcile(actor.who());
        String secret = new String(password);
        VigilException missing =
                new VigilException(ErrorKind.USAGE, "VG-CAMERA-LOGIN-USER", CameraText.CANNOT_SET_LOGIN.with());
        for (Camera c : cameras) {
            if (user == null && c.user() == null) {
                missing.why(CameraText.NO_USER.with(c.id()));
            }
        }
        String name = user == null ? null : fit(user);
        if (!missing.why().isEmpty()) {
            throw missing;
        }
        Map<CameraId, String> had =
                logins.passwords(cameras.stream().map(Camera::id).toList());
        List<LoginAct> acts = new ArrayList<>();
        for (Camera c : cameras) {
            String wanted = name == null ? c.user() : name;
            boolean same = wanted.equals(c.user()) && secret.equals(had.get(c.id()));
            if (!same) {
                logins.change(c.id(), wanted, secret, actor.who());
            }
            acts.add(new LoginAct(c.id(), wanted, !same, logins.quarantinedSince(c.id())));
        }
        return acts;
    }

    private static String fit(String user) {
        try {
            String name = FieldReader.words(user);
            if (!name.isEmpty()) {
                return name;
            }
        } catch (FieldReader.Unfit e) {
            // Told below.
        }
        throw new VigilException(ErrorKind.USAGE, "VG-CAMERA-LOGIN-USER", CameraText.CANNOT_SET_LOGIN.with())
                .why(CameraText.FIELD_FAULT.with("user", CameraText.BAD_TEXT.with(FieldReader.MAX_TEXT)));
    }

    /** Takes cameras' logins away: the password out of the vault, the name out of the inventory. The device keeps both. */
    public List<LoginAct> forget(List<Camera> cameras, Actor actor) {
        people.require(actor, Power.MANAGE_CAMERAS);
        reconcile(actor.who());
        List<LoginAct> acts = new ArrayList<>();
        for (Camera c : cameras) {
            boolean there = c.user() != null || logins.password(c.id()) != null;
            if (there) {
                forget(c.id(), actor.who());
            }
            acts.add(new LoginAct(c.id(), null, there, null));
        }
        return acts;
    }

    private void forget(CameraId id, Who who) {
        Entry entry = new Entry(who, "camera.login-forget", Logins.subject(id), Map.of());
        long intent = store.write(tx -> {
            sql.setUser(tx, id, null);
            inventory.forgive(tx, id);
            return ledger.intent(tx, entry);
        });
        boolean forgotten = false;
        try {
            logins.forget(id);
            forgotten = true;
        } finally {
            if (!store.isRehearsal()) {
                Map<String, ?> details = Map.of("password_forgotten", forgotten);
                ledger.outcome(intent, new Entry(who, entry.act(), entry.subject(), details));
            }
        }
    }

    /**
     * Lets refused logins be tried once again, after somebody put the device right; for the other channels of the same device
     * too, which were stopped with them.
     */
    public List<LoginAct> release(List<Camera> cameras, Actor actor) {
        people.require(actor, Power.MANAGE_CAMERAS);
        reconcile(actor.who());
        List<LoginAct> acts = new ArrayList<>();
        for (Camera c : cameras) {
            boolean held = logins.quarantinedSince(c.id()) != null;
            if (held) {
                release(c, actor.who());
            }
            acts.add(new LoginAct(c.id(), c.user(), held, null));
        }
        return acts;
    }

    private void release(Camera camera, Who who) {
        List<String> also = new ArrayList<>();
        for (Camera other : logins.sameLogin(camera)) {
            if (logins.quarantinedSince(other.id()) != null) {
                also.add(other.id().value());
            }
        }
        store.write(tx -> {
            inventory.forgive(tx, camera.id());
            for (String other : also) {
                inventory.forgive(tx, new CameraId(other));
            }
            Map<String, ?> details = also.isEmpty() ? Map.of() : Map.of("also", also);
            ledger.append(tx, new Entry(who, "camera.login-release", Logins.subject(camera.id()), details));
            return null;
        });
    }

    /**
     * Offers each camera its login exactly once, now; a refused one is quarantined. Only here a login may be offered twice: once
     * more with our own clock, where a device that tells an impossible time refused it. A change of password that was
     * interrupted is settled first.
     *
     * @param each limit for one camera
     */
    public List<LoginTest> test(List<Camera> cameras, Actor actor, Supplier<Deadline> each) {
        people.require(actor, Power.MANAGE_CAMERAS);
        reconcile(actor.who());
        List<LoginTest> tests = new ArrayList<>();
        for (Camera c : cameras) {
            tests.add(test(c, actor.who(), each));
        }
        return tests;
    }

    private LoginTest test(Camera c, Who who, Supplier<Deadline> each) {
        if (c.user() == null) {
            return new LoginTest(c.id(), null, Answer.NO_LOGIN, Settlement.NONE);
        }
        String next = logins.next(c.id());
        Settlement open = next == null ? Settlement.NONE : Settlement.OPEN;
        if (store.isRehearsal()) {
            return new LoginTest(c.id(), c.user(), Answer.NOT_TRIED, open);
        }
        if (next != null) {
            Answer answer = trial.offer(c, new Login(c.user(), next), each.get());
            if (answer.good()) {
                rotation().adopt(c, next, who);
                return new LoginTest(c.id(), c.user(), answer, Settlement.NEW);
            }
            if (!answer.bad()) {
                return new LoginTest(c.id(), c.user(), answer, Settlement.OPEN);
            }
        }
        Logins.Key key = logins.key(c);
        if (key.quarantinedSince() != null || key.login() == null) {
            Answer answer =
                    key.login() == null && key.quarantinedSince() == null ? Answer.NO_LOGIN : Answer.QUARANTINED;
            return new LoginTest(c.id(), c.user(), answer, open);
        }
        Answer answer = trial.offer(c, key.login(), each.get());
        if (answer.bad()) {
            logins.quarantine(c.id(), key, world.now());
        }
        if (answer.good() && next != null) {
            rotation().drop(c, who);
            open = Settlement.OLD;
        }
        return new LoginTest(c.id(), c.user(), answer, open);
    }

    /**
     * Gives the device itself a new password by ONVIF, tries it once, and keeps it. Whatever interrupts this, the vault has the
     * old password and the new one until a {@link #test} has found out which of them the device has.
     *
     * @param own the new password; null: a random one that nobody sees
     * @param plainAllowed whether it may go over a connection without TLS, where SetUser shows it to whoever listens
     * @throws VigilException REFUSED without TLS and permission, or while an earlier change is open; NOT_FOUND without a login;
     *     DENIED when the present one is refused or quarantined; FAILED when the device does not take the new one; UNREACHABLE
     *     when it is not known whether it did
     */
    public Rotated rotate(Camera camera, char[] own, boolean plainAllowed, Actor actor, Deadline deadline) {
        people.require(actor, Power.MANAGE_CAMERAS);
        reconcile(actor.who());
        return rotation().run(camera, own == null ? null : new String(own), plainAllowed, actor.who(), deadline);
    }

    private Rotation rotation() {
        return new Rotation(world, store, sql, ledger, logins, trial, refusals);
    }

    /**
     * Finishes what a process that died left between the inventory and the vault: a password whose camera has no use for it.
     * Changes of a password at a device are left to {@link #test}, since only the device knows.
     */
    void reconcile(Who who) {
        if (store.isRehearsal() || store.isReadOnly()) {
            return;
        }
        Instant before = world.now().minus(AT_WORK);
        for (Unfinished u : ledger.unfinished()) {
            if (u.time().isBefore(before) && u.subject().startsWith("camera/")) {
                switch (u.act()) {
                    case "camera.remove", "camera.login-forget" -> {
                        CameraId id = new CameraId(u.subject().substring("camera/".length()));
                        Camera there = store.read(tx -> sql.find(tx, id));
                        boolean useless = there == null || there.user() == null;
                        if (useless) {
                            logins.forget(id);
                        }
                        close(u, Map.of("password_forgotten", useless), who);
                    }
                    // Whether the password had reached the vault, only whoever has it can tell: by setting it again.
                    case Logins.CHANGE -> close(u, Map.of("interrupted", true), who);
                    default -> {}
                }
            }
        }
    }

    private void close(Unfinished u, Map<String, ?> details, Who who) {
        ledger.outcome(u.seq(), new Entry(who, u.act(), u.subject(), details));
    }
}
