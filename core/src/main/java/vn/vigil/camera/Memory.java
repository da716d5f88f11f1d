package vn.vigil.camera;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.upkeep.MaintenanceSpan;
import vn.vigil.upkeep.Upkeep;

/** Writes down what a run of checks saw: last look, settled state, clock and history, all in one transaction. Stateless. */
final class Memory {
    /** So often a reading is kept although the clock did not move. */
    private static final Duration CLOCK_PACE = Duration.ofHours(1);

    private final Store store;
    private final Settling.Rule rule;
    private final History history;
    private final Upkeep upkeep;
    private final SqlLookStore looks = new SqlLookStore();

    Memory(Store store, Settling.Rule rule, History history, Upkeep upkeep) {
        this.store = store;
        this.rule = rule;
        this.history = history;
        this.upkeep = upkeep;
    }

    /**
     * One camera of a run.
     *
     * @param before what was remembered when the run began, or null
     * @param seen what the verdict rests on
     */
    record Item(CameraVerdict verdict, Remembered before, Observation seen) {}

    /** Cameras under maintenance that was planned beforehand. */
    Set<CameraId> maintained(Instant now) {
        Set<CameraId> all = new HashSet<>();
        store.read(tx -> upkeep.windowsAt(tx, now)).forEach((id, span) -> {
            if (span.plannedBeforehand()) {
                all.add(id);
            }
        });
        return all;
    }

    /**
     * How a camera of a run stands after it.
     *
     * @param settled null when nothing was ever seen of it
     * @param looked whether this run saw anything of it
     */
    record Standing(Camera camera, Settled settled, boolean looked) {}

    /**
     * Hears how the cameras of a run stand that are not under maintenance, in the transaction that writes it down; may be called
     * again from the start.
     */
    interface Listener {
        void heard(Tx tx, List<Standing> cameras) throws SQLException;
    }

    /** Whether it could be written down. The verdicts hold either way. */
    boolean save(Instant now, List<Item> items, Listener listener) {
        try {
            store.write(tx -> {
                listener.heard(tx, save(tx, now, items));
                return null;
            });
            return true;
        } catch (VigilException e) {
            return false;
        }
    }

    private List<Standing> save(Tx tx, Instant now, List<Item> items) throws SQLException {
        List<Standing> standing = new ArrayList<>(items.size());
        Set<CameraId> underWork = upkeep.windowsAt(tx, now).keySet();
        Map<CameraId, List<MaintenanceSpan>> maintenance = maintenance(tx, now, items);
        List<History.Entry> entries = new ArrayList<>(items.size());
        try (SqlRunStore run = new SqlRunStore(tx)) {
            for (Item item : items) {
                CameraVerdict v = item.verdict();
                CameraId id = v.camera().id();
                if (!run.has(id)) {
                    continue;
                }
                boolean looked = v.state() != CameraState.NOT_CHECKED;
                Settled before = run.settled(id);
                Settled settled = Settling.next(before, v, rule);
                if (!underWork.contains(id)) {
                    standing.add(new Standing(v.camera(), settled, looked));
                }
                if (!looked) {
                    continue;
                }
                run.saveCheck(v, settled, item.seen().latest());
                keep(tx, item);
                if (v.clock() != null && worthKeeping(v.clock(), run.clock(id))) {
                    run.saveClock(id, v.clock());
                }
                List<TimeSpan> windows = planned(maintenance.getOrDefault(id, List.of()));
                entries.add(new History.Entry(run.number(id), v, run.last(id), before, settled, windows));
            }
        }
        history.write(tx, now, entries);
        return standing;
    }

    /** What later looks rest on: a camera without a fault is learned from, and a recorder's word is kept. */
    private void keep(Tx tx, Item item) throws SQLException {
        CameraVerdict v = item.verdict();
        CameraId id = v.camera().id();
        RecorderFacts recorder = item.seen().recorder();
        if (recorder != null) {
            looks.saveRecorder(tx, id, recorder);
            history.recorded(tx, id, recorder);
        }
        if (v.state() == CameraState.UP && item.seen().sample() != null) {
            learn(tx, item);
        }
    }

    private void learn(Tx tx, Item item) throws SQLException {
        CameraId id = item.verdict().camera().id();
        Instant at = item.verdict().checkedAt();
        BaselineSample sample = item.seen().sample();
        Baseline known = item.before() == null ? Baseline.NONE : item.before().baseline();
        if (known.learn(sample, at) == known) {
            return;
        }
        // While this run was under way somebody may have begun anew: what was known when it began would come back.
        SqlLookStore.Kept kept = looks.kept(tx, id);
        if (kept == null) {
            looks.saveBaseline(tx, id, Baseline.NONE.learn(sample, at), at);
        } else if (kept.begunAt() == null || !kept.begunAt().isAfter(at)) {
            looks.saveBaseline(tx, id, kept.baseline().learn(sample, at), at);
        }
    }

    /** The maintenance from the looks before up to the last look of this run, which comes a while after the run began. */
    private Map<CameraId, List<MaintenanceSpan>> maintenance(Tx tx, Instant now, List<Item> items) throws SQLException {
        Instant from = now;
        Instant to = now;
        for (Item item : items) {
            Instant at = item.verdict().checkedAt();
            to = at.isAfter(to) ? at : to;
            if (item.before() != null && item.before().checkedAt().isBefore(from)) {
                from = item.before().checkedAt();
            }
        }
        return upkeep.windows(tx, new TimeSpan(from, to.plusSeconds(1)));
    }

    private static List<TimeSpan> planned(List<MaintenanceSpan> spans) {
        List<TimeSpan> planned = new ArrayList<>();
        for (MaintenanceSpan span : spans) {
            if (span.plannedBeforehand()) {
                planned.add(span.span());
            }
        }
        return planned;
    }

    /** A reading by sender reports does not replace one of the device's own clock; one that says nothing new is not kept. */
    static boolean worthKeeping(ClockReading now, ClockReading before) {
        if (before == null || now.how().asked() != before.how().asked()) {
            return before == null || now.how().asked();
        }
        boolean moved =
                now.offset().minus(before.offset()).abs().compareTo(now.error().plus(before.error())) > 0;
        return moved || !now.measuredAt().isBefore(before.measuredAt().plus(CLOCK_PACE));
    }
}
