package vn.vigil.camera;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.camera.alert.Alerts;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;

/** One run over cameras: who is visited, what is remembered of it. Stateless. */
final class Checks {
    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final Logins logins;
    private final Probe probe;
    private final Memory memory;
    private final Alerts alerts;
    private final LightLook lightLook;
    private final int perHost;

    /** @param perHost most sessions at once with one host */
    Checks(
            World world,
            Store store,
            SqlCameraStore sql,
            Logins logins,
            Probe probe,
            LightLook lightLook,
            Memory memory,
            Alerts alerts,
            int perHost) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.logins = logins;
        this.probe = probe;
        this.memory = memory;
        this.alerts = alerts;
        this.lightLook = lightLook;
        this.perHost = perHost;
    }

    /** One camera's turn. Written by the thread that visits it, read when all have come back. */
    private static final class Turn {
        final Camera camera;
        final Remembered before;
        final Logins.Key key;
        Instant at;
        boolean contacted;

        Turn(Camera camera, Remembered before, Logins.Key key) {
            this.camera = camera;
            this.before = before;
            this.key = key;
        }
    }

    CheckResult run(List<Camera> cameras, CheckRequest request, Progress progress) {
        try (Lease lease = lease(request)) {
            return runAlone(cameras, request, progress, lease);
        }
    }

    /** One run at a time over the whole site; on a disk that cannot be written nobody can be asked. */
    private Lease lease(CheckRequest request) {
        if (store.isReadOnly() || store.isRehearsal()) {
            return null;
        }
        try {
            return Lease.take(store, request.lease(), request.whole().plusSeconds(30));
        } catch (VigilException e) {
            if (e.kind() == ErrorKind.BUSY) {
                throw e;
            }
            return null;
        }
    }

    private CheckResult runAlone(List<Camera> cameras, CheckRequest request, Progress progress, Lease lease) {
        Instant began = millis(world.now());
        boolean writable = lease != null || store.isRehearsal();
        AtomicBoolean saved = new AtomicBoolean(writable);
        List<Turn> turns = turns(cameras);
        Deadline whole = Deadline.in(world, request.whole());
        List<Observation> observations = request.light()
                ? light(turns, request, saved, whole, progress)
                : deep(turns, request, saved, whole, progress);
        List<CameraVerdict> verdicts = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            verdicts.add(verdict(turns.get(i), observations.get(i), request.light(), began));
        }
        List<Memory.Item> items = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            items.add(new Memory.Item(verdicts.get(i), turns.get(i).before, observations.get(i)));
        }
        AlertFeed feed = new AlertFeed(alerts, began, world.now(), request.isWhole() ? request.shard() : null);
        if (saved.get() && !memory.save(began, items, feed)) {
            saved.set(false);
        }
        return new CheckResult(
                began,
                verdicts,
                memory.maintained(began),
                saved.get(),
                saved.get() ? feed.gap() : null,
                saved.get() ? feed.reconciled() : null);
    }

    private List<Observation> deep(
            List<Turn> turns, CheckRequest request, AtomicBoolean saved, Deadline whole, Progress progress) {
        Map<String, Semaphore> doors = new ConcurrentHashMap<>();
        return Patrol.run(
                turns.size(),
                request.perCamera(),
                whole,
                (i, deadline) -> {
                    Turn turn = turns.get(i);
                    Semaphore door = doors.computeIfAbsent(AlertFeed.host(turn.camera), this::door);
                    door.acquireUninterruptibly();
                    try {
                        return visit(turn, saved, whole.within(request.perCamera()));
                    } finally {
                        door.release();
                    }
                },
                i -> Observation.failed(Failure.NOT_RUN, null),
                CameraText.CHECKING.with(),
                progress);
    }

    /** Recorders have few sessions to give, and others want them too. What listens here is no recorder but a simulated site. */
    private Semaphore door(String host) {
        boolean here = host.isEmpty() || host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]");
        return new Semaphore(here ? Integer.MAX_VALUE : perHost);
    }

    private List<Observation> light(
            List<Turn> turns, CheckRequest request, AtomicBoolean saved, Deadline whole, Progress progress) {
        List<Observation> seen = new ArrayList<>(turns.size());
        List<LightLook.Subject> subjects = new ArrayList<>();
        List<Turn> asked = new ArrayList<>();
        for (Turn turn : turns) {
            turn.at = millis(world.now());
            if (turn.key.quarantinedSince() == null) {
                asked.add(turn);
                subjects.add(new LightLook.Subject(turn.camera, turn.key.login()));
            }
        }
        List<Observation> told = lightLook.look(subjects, request.answer(), request.perCamera(), whole, progress);
        Map<Turn, Observation> byTurn = new IdentityHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).contacted = told.get(i).failure() != Failure.NOT_RUN;
            byTurn.put(asked.get(i), told.get(i));
            quarantine(asked.get(i), told.get(i), saved);
        }
        for (Turn turn : turns) {
            seen.add(byTurn.getOrDefault(turn, Observation.failed(Failure.REFUSED, Step.AUTH)));
        }
        return seen;
    }

    private List<Turn> turns(List<Camera> cameras) {
        List<Remembered> before = store.read(tx -> {
            List<Remembered> all = new ArrayList<>(cameras.size());
            for (Camera c : cameras) {
                all.add(sql.remembered(tx, c.id()));
            }
            return all;
        });
        List<Turn> turns = new ArrayList<>(cameras.size());
        for (int i = 0; i < cameras.size(); i++) {
            turns.add(new Turn(cameras.get(i), before.get(i), logins.key(cameras.get(i))));
        }
        return turns;
    }

    /** As precisely as the store keeps it. */
    private static Instant millis(Instant t) {
        return t.truncatedTo(ChronoUnit.MILLIS);
    }

    private Observation visit(Turn turn, AtomicBoolean saved, Deadline deadline) {
        turn.at = millis(world.now());
        if (turn.key.quarantinedSince() != null) {
            return Observation.failed(Failure.REFUSED, Step.AUTH);
        }
        turn.contacted = true;
        Observation seen = probe.look(turn.camera, turn.key.login(), turn.before, deadline);
        // At once, not with the rest: a run that is killed must not offer the login again.
        quarantine(turn, seen, saved);
        return seen;
    }

    private void quarantine(Turn turn, Observation seen, AtomicBoolean saved) {
        if (seen.failure() == Failure.REFUSED && turn.key.login() != null) {
            try {
                logins.quarantine(turn.camera.id(), turn.key, turn.at);
            } catch (VigilException e) {
                saved.set(false);
            }
        }
    }

    private static CameraVerdict verdict(Turn turn, Observation seen, boolean light, Instant began) {
        Judge.Ruling ruling = light
                ? Judge.light(seen, turn.before)
                : Judge.judge(seen, turn.before, turn.camera.card().retentionDays());
        Instant at = turn.at == null ? began : turn.at;
        boolean same = turn.before != null && turn.before.state() == ruling.state();
        return new CameraVerdict(
                turn.camera,
                ruling.state(),
                ruling.findings(),
                ruling.brokenStep(),
                turn.contacted,
                at,
                same ? turn.before.since() : at,
                seen.clock(),
                seen.picture());
    }
}
