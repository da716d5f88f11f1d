package vn.vigil.camera;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.VigilException;
import vn.vigil.media.LumaThumb;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** Writes down what a run of checks saw: last look, settled state, clock and history, all in one transaction. Stateless. */
final class Memory {
    /** So often a reading is kept although the clock did not move. */
    private static final Duration CLOCK_PACE = Duration.ofHours(1);

    private final Store store;
    private final SqlCameraStore sql;
    private final Settling.Rule rule;
    private final History history;

    Memory(Store store, SqlCameraStore sql, Settling.Rule rule, History history) {
        this.store = store;
        this.sql = sql;
        this.rule = rule;
        this.history = history;
    }

    /**
     * One camera of a run.
     *
     * @param before what was remembered when the run began, or null
     * @param thumb the last decoded picture, or null
     */
    record Item(CameraVerdict verdict, Remembered before, LumaThumb thumb) {}

    /**
     * How a camera of a run stands after it.
     *
     * @param settled null when nothing was ever seen of it
     * @param looked whether this run saw anything of it
     */
    record Standing(Camera camera, Settled settled, boolean looked) {}

    /** Hears how the cameras of a run stand, in the transaction that writes it down; may be called again from the start. */
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
        List<History.Entry> entries = new ArrayList<>(items.size());
        for (Item item : items) {
            CameraVerdict v = item.verdict();
            CameraId id = v.camera().id();
            if (sql.find(tx, id) == null) {
                continue;
            }
            Settled before = sql.settled(tx, id);
            if (v.state() == CameraState.NOT_CHECKED) {
                standing.add(new Standing(v.camera(), before, false));
                continue;
            }
            Settled settled = Settling.next(before, v, rule);
            standing.add(new Standing(v.camera(), settled, true));
            sql.saveCheck(tx, v, settled, item.thumb());
            if (v.clock() != null && worthKeeping(v.clock(), sql.clock(tx, id))) {
                sql.saveClock(tx, id, v.clock());
            }
            entries.add(new History.Entry(v, item.before(), before, settled, List.of()));
        }
        history.write(tx, now, entries);
        return standing;
    }

    /** A reading by sender reports does not replace one of the device's own clock; one that says nothing new is not kept. */
    private static boolean worthKeeping(ClockReading now, ClockReading before) {
        if (before == null || now.how().asked() != before.how().asked()) {
            return before == null || now.how().asked();
        }
        boolean moved =
                now.offset().minus(before.offset()).abs().compareTo(now.error().plus(before.error())) > 0;
        return moved || !now.measuredAt().isBefore(before.measuredAt().plus(CLOCK_PACE));
    }
}
