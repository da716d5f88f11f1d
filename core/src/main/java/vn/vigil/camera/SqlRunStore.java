package vn.vigil.camera;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.media.LumaThumb;
import vn.vigil.store.Tx;

/**
 * The tables of cameras as a run of checks uses them: what it needs of all cameras is read at once, and what it writes of each
 * goes through statements that are prepared once. With five hundred cameras that is a tenth of the work. Belongs to one
 * transaction and its thread.
 */
final class SqlRunStore implements AutoCloseable {
    private final Map<CameraId, Kept> kept;
    private final PreparedStatement check;
    private final PreparedStatement thumb;
    private final PreparedStatement clock;

    /** A look that is this much younger than one that is saved after it came of a run beside it; else the clock was set back. */
    private static final Duration BESIDE = Duration.ofHours(1);

    /** What is kept of one camera of the inventory; its looks and clock are null before the first look. */
    private record Kept(long no, Settled settled, History.Last last, ClockReading clock) {}

    SqlRunStore(Tx tx) throws SQLException {
        kept = kept(tx);
        check = tx.prepare(
                "insert into camera_check (camera_id, checked_at_ms, state, since_ms, findings, broken_step, recent,"
                        + " settled, settled_since_ms, settled_findings) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (camera_id) do update set"
                        + " checked_at_ms = excluded.checked_at_ms, state = excluded.state, since_ms = excluded.since_ms,"
                        + " findings = excluded.findings, broken_step = excluded.broken_step, recent = excluded.recent,"
                        + " settled = excluded.settled, settled_since_ms = excluded.settled_since_ms,"
                        + " settled_findings = excluded.settled_findings");
        thumb = tx.prepare("update camera_check set thumb = ?, thumb_at_ms = ? where camera_id = ?");
        clock = tx.prepare(SqlCameraStore.SAVE_CLOCK);
    }

    private static Map<CameraId, Kept> kept(Tx tx) throws SQLException {
        Map<CameraId, Kept> all = new HashMap<>();
        try (PreparedStatement statement =
                        tx.prepare("select c.id, c.no, k.settled, k.settled_since_ms, k.settled_findings, k.recent,"
                                + " k.state, k.checked_at_ms, t.offset_ms, t.error_ms, t.how, t.measured_at_ms"
                                + " from camera c left join camera_check k on k.camera_id = c.id"
                                + " left join camera_clock t on t.camera_no = c.no and t.measured_at_ms ="
                                + " (select max(m.measured_at_ms) from camera_clock m where m.camera_no = c.no)"
                                + " where c.removed_at_ms is null");
                ResultSet r = statement.executeQuery()) {
            while (r.next()) {
                boolean looked = r.getString(3) != null;
                Settled settled = looked ? SqlCameraStore.settled(r, 3) : null;
                History.Last last = looked
                        ? new History.Last(SqlCameraStore.state(r.getString(7)), Instant.ofEpochMilli(r.getLong(8)))
                        : null;
                r.getLong(9);
                ClockReading clock = r.wasNull() ? null : SqlCameraStore.clock(r, 9);
                all.put(new CameraId(r.getString(1)), new Kept(r.getLong(2), settled, last, clock));
            }
        }
        return all;
    }

    /** Is the camera still in the inventory? */
    boolean has(CameraId id) {
        return kept.containsKey(id);
    }

    /** The number by which history names it. */
    long number(CameraId id) {
        return kept.get(id).no();
    }

    /** The state that counted when the run began to write, or null when it was never looked at. */
    Settled settled(CameraId id) {
        return kept.get(id).settled();
    }

    /** The last look that was written down by then, by whichever run; null when there was none. */
    History.Last last(CameraId id) {
        return kept.get(id).last();
    }

    /** The last reading of its clock then, or null. */
    ClockReading clock(CameraId id) {
        return kept.get(id).clock();
    }

    /**
     * Keeps what a check saw. When a run beside this one has meanwhile written down a later look, its time stays: time is counted
     * from there on.
     *
     * @param settled what counts after it
     * @param picture the last decoded picture, or null to keep the one before
     */
    void saveCheck(CameraVerdict v, Settled settled, LumaThumb picture) throws SQLException {
        String id = v.camera().id().value();
        check.setString(1, id);
        check.setLong(2, latest(v).toEpochMilli());
        check.setString(3, v.state().word());
        check.setLong(4, v.since().toEpochMilli());
        check.setString(5, SqlCameraStore.words(v.findings()));
        check.setString(6, v.brokenStep() == null ? null : v.brokenStep().word());
        check.setString(7, settled.recent());
        check.setString(8, settled.state().word());
        check.setLong(9, settled.since().toEpochMilli());
        check.setString(10, SqlCameraStore.words(settled.findings()));
        check.executeUpdate();
        if (picture != null) {
            thumb.setBytes(1, picture.bytes());
            thumb.setLong(2, v.checkedAt().toEpochMilli());
            thumb.setString(3, id);
            thumb.executeUpdate();
        }
    }

    private Instant latest(CameraVerdict v) {
        Kept there = kept.get(v.camera().id());
        boolean beside = there != null
                && there.last() != null
                && there.last().at().isAfter(v.checkedAt())
                && there.last().at().isBefore(v.checkedAt().plus(BESIDE));
        return beside ? there.last().at() : v.checkedAt();
    }

    /** Rounds to milliseconds, which widens the error by one at most. */
    void saveClock(CameraId id, ClockReading c) throws SQLException {
        SqlCameraStore.saveClock(clock, id, c);
    }

    @Override
    public void close() throws SQLException {
        check.close();
        thumb.close();
        clock.close();
    }
}
