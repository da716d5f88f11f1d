package vn.vigil.camera;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import vn.vigil.base.CameraId;
import vn.vigil.media.LumaThumb;
import vn.vigil.store.Tx;

/** The tables of what looks rest on: baselines, and what recorders said. Inside the transaction it is given. Stateless. */
final class SqlLookStore {
    /**
     * A baseline as it is kept.
     *
     * @param begunAt since when it is learned; null when that was before the store kept it
     * @param acceptedBy who took the view for the right one by hand; null when it was only learned
     * @param acceptedAt when
     * @param thumb the accepted picture; null when it was only learned
     */
    record Kept(
            Baseline baseline,
            Instant begunAt,
            Instant updatedAt,
            String acceptedBy,
            Instant acceptedAt,
            LumaThumb thumb) {}

    /** One that cannot be read is learned anew: a newer program may have written it. */
    static Baseline baseline(byte[] learned) {
        if (learned == null) {
            return Baseline.NONE;
        }
        try {
            return Baseline.of(learned);
        } catch (IllegalArgumentException e) {
            return Baseline.NONE;
        }
    }

    /** Reads what a recorder said from six columns; null when it was never asked. */
    static RecorderFacts recorder(ResultSet r, int at) throws SQLException {
        long asked = r.getLong(at);
        if (r.wasNull()) {
            return null;
        }
        return new RecorderFacts(
                Instant.ofEpochMilli(asked),
                instant(r, at + 1),
                instant(r, at + 2),
                r.getLong(at + 3),
                r.getLong(at + 4),
                r.getInt(at + 5));
    }

    private static Instant instant(ResultSet r, int at) throws SQLException {
        long ms = r.getLong(at);
        return r.wasNull() ? null : Instant.ofEpochMilli(ms);
    }

    void saveRecorder(Tx tx, CameraId id, RecorderFacts f) throws SQLException {
        tx.run(
                "insert into camera_recorder (camera_id, asked_ms, oldest_ms, newest_ms, recorded_s, hole_s, holes)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (camera_id) do update set"
                        + " asked_ms = excluded.asked_ms, oldest_ms = excluded.oldest_ms, newest_ms = excluded.newest_ms,"
                        + " recorded_s = excluded.recorded_s, hole_s = excluded.hole_s, holes = excluded.holes",
                id.value(),
                f.asked().toEpochMilli(),
                f.oldest() == null ? null : f.oldest().toEpochMilli(),
                f.newest() == null ? null : f.newest().toEpochMilli(),
                f.recorded(),
                f.missing(),
                f.holes());
    }

    /** Keeps what was learned; who accepted the view, and since when it is learned, stays. */
    void saveBaseline(Tx tx, CameraId id, Baseline baseline, Instant now) throws SQLException {
        tx.run(
                "insert into camera_baseline (camera_id, learned, begun_ms, updated_ms) values (?, ?, ?, ?)"
                        + " on conflict (camera_id) do update set learned = excluded.learned, updated_ms = excluded.updated_ms",
                id.value(),
                baseline.bytes(),
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    /** The baseline of a camera, or null when nothing was learned yet. */
    Kept kept(Tx tx, CameraId id) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select learned, begun_ms, updated_ms, accepted_by, accepted_ms, thumb from camera_baseline"
                                + " where camera_id = ?",
                        id.value());
                ResultSet r = statement.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            byte[] thumb = r.getBytes(6);
            return new Kept(
                    baseline(r.getBytes(1)),
                    instant(r, 2),
                    Instant.ofEpochMilli(r.getLong(3)),
                    r.getString(4),
                    instant(r, 5),
                    thumb == null ? null : new LumaThumb(thumb));
        }
    }

    /** Puts a baseline in the place of the one that is there: somebody began anew, or took a view for the right one. */
    void replaceBaseline(Tx tx, CameraId id, Kept kept) throws SQLException {
        tx.run("delete from camera_baseline where camera_id = ?", id.value());
        tx.run(
                "insert into camera_baseline"
                        + " (camera_id, learned, begun_ms, updated_ms, accepted_by, accepted_ms, thumb)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id.value(),
                kept.baseline().bytes(),
                kept.begunAt() == null ? null : kept.begunAt().toEpochMilli(),
                kept.updatedAt().toEpochMilli(),
                kept.acceptedBy(),
                kept.acceptedAt() == null ? null : kept.acceptedAt().toEpochMilli(),
                kept.thumb() == null ? null : kept.thumb().bytes());
    }
}
