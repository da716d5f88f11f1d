package vn.vigil.camera;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.store.Tx;

/** What cameras were. Written by checks inside their own transaction. Stateless. */
final class History {
    private final SqlHistoryStore sql = new SqlHistoryStore();
    private final ZoneId zone;
    private final Duration holds;
    private final Duration keepLooks;

    /**
     * @param holds so long at most one look vouches for a camera's state
     * @param keepLooks so long every single look is kept
     */
    History(ZoneId zone, Duration holds, Duration keepLooks) {
        this.zone = zone;
        this.holds = holds;
        this.keepLooks = keepLooks;
    }

    /** A look that was written down. */
    record Last(CameraState state, Instant at) {}

    /**
     * One camera's look as history wants it.
     *
     * @param no the camera's number
     * @param previous the look that was written down before, or null; as it is in this transaction, since another run may have
     *     come between
     * @param before what counted before this look, or null
     * @param settled what counts after it
     * @param windows planned maintenance of this camera, in order
     */
    record Entry(
            long no, CameraVerdict verdict, Last previous, Settled before, Settled settled, List<TimeSpan> windows) {}

    void write(Tx tx, Instant now, List<Entry> entries) throws SQLException {
        List<SqlHistoryStore.Look> looks = new ArrayList<>(entries.size());
        for (Entry e : entries) {
            boolean changed =
                    e.before() == null || e.before().state() != e.settled().state();
            if (changed) {
                sql.begin(
                        tx,
                        e.no(),
                        e.settled(),
                        SqlCameraStore.words(e.settled().findings()));
            }
            Last previous = e.previous();
            looks.add(new SqlHistoryStore.Look(
                    e.no(),
                    LocalDate.ofInstant(e.verdict().checkedAt(), zone).toEpochDay(),
                    e.verdict(),
                    previous == null ? null : previous.state(),
                    previous == null
                            ? List.of()
                            : Credit.pieces(previous.at(), e.verdict().checkedAt(), holds, e.windows(), zone),
                    changed && e.settled().state() == CameraState.DOWN));
        }
        sql.write(tx, looks);
        sql.prune(tx, now, keepLooks);
    }

    /** What a recorder said of the last 24 hours. */
    void recorded(Tx tx, CameraId camera, RecorderFacts said) throws SQLException {
        Long no = sql.number(tx, camera);
        if (no != null) {
            sql.recorded(
                    tx,
                    no,
                    LocalDate.ofInstant(said.asked(), zone).toEpochDay(),
                    said.recorded(),
                    said.missing(),
                    said.holes());
        }
    }

    /**
     * Figures over days of the site; cameras that were not in the inventory then are left out.
     *
     * @param to the day after the last
     * @param now the present; later time does not count
     */
    List<CameraFigures> figures(Tx tx, LocalDate from, LocalDate to, Instant now) throws SQLException {
        Instant begins = from.atStartOfDay(zone).toInstant();
        Instant ends = to.atStartOfDay(zone).toInstant();
        Map<CameraId, Long> totals = new HashMap<>();
        for (Map.Entry<CameraId, Instant[]> stay : sql.stays(tx).entrySet()) {
            Instant added = stay.getValue()[0];
            Instant removed = stay.getValue()[1];
            Instant a = added.isAfter(begins) ? added : begins;
            Instant b = removed != null && removed.isBefore(ends) ? removed : ends;
            b = b.isAfter(now) ? now : b;
            if (a.isBefore(b)) {
                totals.put(stay.getKey(), Duration.between(a, b).toSeconds());
            }
        }
        return sql.figures(tx, from, to, totals);
    }

    /** Settled states of a camera within a span, newest first. */
    List<CameraSpan> spans(Tx tx, CameraId camera, TimeSpan within) throws SQLException {
        return sql.spans(tx, camera, within.from(), within.to());
    }
}
