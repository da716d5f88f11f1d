package vn.vigil.camera;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.store.Tx;

/** The tables of cameras' history. Every method works inside the transaction it is given. Stateless. */
final class SqlHistoryStore {
    /** Hours are kept for so many days: a year and a quarter, so that last year's quarter can be looked at by the hour. */
    private static final int HOUR_DAYS = 400;

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What one look adds.
     *
     * @param no the camera's number
     * @param day the site's day on which it was, in days since 1970-01-01
     * @param verdict never NOT_CHECKED
     * @param before what the look before saw
     * @param credited the time for which that look vouches
     * @param outage whether an outage settled by this look
     */
    record Look(
            long no,
            long day,
            CameraVerdict verdict,
            CameraState before,
            List<Credit.Piece> credited,
            boolean outage) {}

    /** A camera's number, or null. */
    Long number(Tx tx, CameraId camera) throws SQLException {
        try (PreparedStatement statement = tx.prepare("select no from camera where id = ?", camera.value());
                ResultSet r = statement.executeQuery()) {
            return r.next() ? r.getLong(1) : null;
        }
    }

    /** Writes looks down: samples, hours and days at once, so that no figure ever needs the raw looks. */
    void write(Tx tx, List<Look> looks) throws SQLException {
        try (PreparedStatement sample = tx.prepare(
                        "insert into camera_sample (time_s, camera_no, state, findings, offset_ms, fps10, kbps, packets, lost)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (time_s, camera_no) do nothing");
                PreparedStatement hour =
                        tx.prepare("insert into camera_hour (hour, camera_no, up_s, degraded_s, down_s, planned_s)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict (hour, camera_no) do update set"
                                + " up_s = camera_hour.up_s + excluded.up_s,"
                                + " degraded_s = camera_hour.degraded_s + excluded.degraded_s,"
                                + " down_s = camera_hour.down_s + excluded.down_s,"
                                + " planned_s = camera_hour.planned_s + excluded.planned_s");
                PreparedStatement day = tx.prepare(
                        "insert into camera_day (day, camera_no, up_s, degraded_s, down_s, planned_s, planned_down_s, looks,"
                                + " outages, drift_ms, measured, fps10_sum, kbps_sum, packets, lost)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (day, camera_no) do update set"
                                + " up_s = camera_day.up_s + excluded.up_s,"
                                + " degraded_s = camera_day.degraded_s + excluded.degraded_s,"
                                + " down_s = camera_day.down_s + excluded.down_s,"
                                + " planned_s = camera_day.planned_s + excluded.planned_s,"
                                + " planned_down_s = camera_day.planned_down_s + excluded.planned_down_s,"
                                + " looks = camera_day.looks + excluded.looks,"
                                + " outages = camera_day.outages + excluded.outages,"
                                + " drift_ms = case when camera_day.drift_ms is null"
                                + " or abs(excluded.drift_ms) > abs(camera_day.drift_ms)"
                                + " then excluded.drift_ms else camera_day.drift_ms end,"
                                + " measured = camera_day.measured + excluded.measured,"
                                + " fps10_sum = camera_day.fps10_sum + excluded.fps10_sum,"
                                + " kbps_sum = camera_day.kbps_sum + excluded.kbps_sum,"
                                + " packets = camera_day.packets + excluded.packets,"
                                + " lost = camera_day.lost + excluded.lost")) {
            for (Look look : looks) {
                sample(sample, look);
                time(hour, day, look);
            }
        }
    }

    private static void sample(PreparedStatement s, Look look) throws SQLException {
        CameraVerdict v = look.verdict();
        long bits = 0;
        for (Finding f : v.findings()) {
            bits |= 1L << f.ordinal();
        }
        PictureFacts p = v.picture();
        s.setLong(1, v.checkedAt().getEpochSecond());
        s.setLong(2, look.no());
        s.setLong(3, number(v.state()));
        s.setLong(4, bits);
        set(s, 5, asked(v) ? v.clock().offset().toMillis() : null);
        set(s, 6, p == null || p.framesPerSecond() <= 0 ? null : Math.round(p.framesPerSecond() * 10));
        set(s, 7, p == null || p.bitsPerSecond() <= 0 ? null : p.bitsPerSecond() / 1000);
        set(s, 8, p == null ? null : p.packets());
        set(s, 9, p == null ? null : p.lost());
        s.executeUpdate();
    }

    private static boolean asked(CameraVerdict v) {
        return v.clock() != null && v.clock().how().asked();
    }

    /** One statement an hour and day that the look touches, mostly one each. */
    private static void time(PreparedStatement hour, PreparedStatement day, Look look) throws SQLException {
        Sum ofHour = new Sum();
        Sum ofDay = new Sum();
        for (int i = 0; i < look.credited().size(); i++) {
            Credit.Piece piece = look.credited().get(i);
            Credit.Piece next = i + 1 < look.credited().size() ? look.credited().get(i + 1) : null;
            ofHour.add(piece, look.before());
            ofDay.add(piece, look.before());
            if (next == null || next.hour() != piece.hour()) {
                hour.setLong(1, piece.hour());
                hour.setLong(2, look.no());
                ofHour.set(hour, 3);
                hour.executeUpdate();
                ofHour = new Sum();
            }
            // The day of the look itself also gets its measures, below.
            if (piece.day() != look.day() && (next == null || next.day() != piece.day())) {
                day(day, piece.day(), look, ofDay, false);
                ofDay = new Sum();
            }
        }
        day(day, look.day(), look, ofDay, true);
    }

    /** Seconds in each state. */
    private static final class Sum {
        long up;
        long degraded;
        long down;
        long planned;
        long plannedDown;

        void add(Credit.Piece piece, CameraState state) {
            if (piece.planned()) {
                planned += piece.seconds();
                plannedDown += state == CameraState.DOWN ? piece.seconds() : 0;
                return;
            }
            switch (state) {
                case UP -> up += piece.seconds();
                case DEGRADED -> degraded += piece.seconds();
                case DOWN -> down += piece.seconds();
                case NOT_CHECKED -> throw new IllegalArgumentException("nothing was seen");
            }
        }

        void set(PreparedStatement s, int first) throws SQLException {
            s.setLong(first, up);
            s.setLong(first + 1, degraded);
            s.setLong(first + 2, down);
            s.setLong(first + 3, planned);
        }
    }

    /** @param looked whether the look itself is of this day, not only time that the one before vouches for */
    private static void day(PreparedStatement s, long day, Look look, Sum sum, boolean looked) throws SQLException {
        CameraVerdict v = look.verdict();
        PictureFacts p = looked ? v.picture() : null;
        boolean measured = p != null && p.framesPerSecond() > 0;
        s.setLong(1, day);
        s.setLong(2, look.no());
        sum.set(s, 3);
        s.setLong(7, sum.plannedDown);
        s.setLong(8, looked ? 1 : 0);
        s.setLong(9, looked && look.outage() ? 1 : 0);
        set(s, 10, looked && asked(v) ? (Long) v.clock().offset().toMillis() : null);
        s.setLong(11, measured ? 1 : 0);
        s.setLong(12, measured ? Math.round(p.framesPerSecond() * 10) : 0);
        s.setLong(13, measured ? p.bitsPerSecond() / 1000 : 0);
        s.setLong(14, p == null ? 0 : p.packets());
        s.setLong(15, p == null ? 0 : p.lost());
        s.executeUpdate();
    }

    private static void set(PreparedStatement s, int at, Long value) throws SQLException {
        if (value == null) {
            s.setNull(at, java.sql.Types.BIGINT);
        } else {
            s.setLong(at, value);
        }
    }

    private static long number(CameraState state) {
        return switch (state) {
            case UP -> 1;
            case DEGRADED -> 2;
            case DOWN -> 3;
            case NOT_CHECKED -> throw new IllegalArgumentException("nothing was seen");
        };
    }

    /** What the recorder said of the last 24 hours. */
    void recorded(Tx tx, long no, long today, long recordedS, long holeS, int holes) throws SQLException {
        tx.run(
                "insert into camera_day (day, camera_no, up_s, degraded_s, down_s, planned_s, planned_down_s, looks, outages,"
                        + " drift_ms, measured, fps10_sum, kbps_sum, packets, lost, recorded_s, hole_s, holes)"
                        + " values (?, ?, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, 0, 0, 0, ?, ?, ?)"
                        + " on conflict (day, camera_no) do update set recorded_s = excluded.recorded_s,"
                        + " hole_s = excluded.hole_s, holes = excluded.holes",
                today,
                no,
                recordedS,
                holeS,
                holes);
    }

    /** A settled state begins; the one before ends. */
    void begin(Tx tx, long no, Settled settled, String findings) throws SQLException {
        long from = settled.since().toEpochMilli();
        tx.run(
                "update camera_span set to_ms = ? where camera_no = ? and to_ms is null and from_ms < ?",
                from,
                no,
                from);
        tx.run(
                "insert into camera_span (camera_no, from_ms, state, findings, to_ms) values (?, ?, ?, ?, null)"
                        + " on conflict (camera_no, from_ms) do nothing",
                no,
                from,
                settled.state().word(),
                findings);
    }

    /** Drops what is older than it is kept. */
    void prune(Tx tx, Instant now, Duration keepLooks) throws SQLException {
        tx.run(
                "delete from camera_sample where time_s < ?",
                now.minus(keepLooks).getEpochSecond());
        tx.run(
                "delete from camera_hour where hour < ?",
                now.minus(DAY.multipliedBy(HOUR_DAYS)).getEpochSecond() / 3600);
    }

    /**
     * Sums over days of the site.
     *
     * @param to the day after the last
     * @param totals seconds each camera stood in the inventory within the period
     */
    List<CameraFigures> figures(Tx tx, LocalDate from, LocalDate to, Map<CameraId, Long> totals) throws SQLException {
        List<CameraFigures> all = new ArrayList<>();
        try (PreparedStatement statement = tx.prepare(
                        // Days are summed before they meet the cameras: one pass over the quarter, in the order it lies
                        // in.
                        "select c.id, c.name, c.essential, coalesce(d.up_s, 0), coalesce(d.degraded_s, 0),"
                                + " coalesce(d.down_s, 0), coalesce(d.planned_s, 0), coalesce(d.planned_down_s, 0),"
                                + " coalesce(d.looks, 0), coalesce(d.outages, 0), d.least_ms, d.most_ms,"
                                + " coalesce(d.measured, 0), coalesce(d.fps10_sum, 0), coalesce(d.kbps_sum, 0),"
                                + " coalesce(d.packets, 0), coalesce(d.lost, 0), coalesce(d.recorded_s, 0),"
                                + " coalesce(d.hole_s, 0), coalesce(d.recorded_days, 0)"
                                + " from camera c left join (select camera_no, sum(up_s) as up_s, sum(degraded_s) as degraded_s,"
                                + " sum(down_s) as down_s, sum(planned_s) as planned_s, sum(planned_down_s) as planned_down_s,"
                                + " sum(looks) as looks, sum(outages) as outages, min(drift_ms) as least_ms,"
                                + " max(drift_ms) as most_ms, sum(measured) as measured, sum(fps10_sum) as fps10_sum,"
                                + " sum(kbps_sum) as kbps_sum, sum(packets) as packets, sum(lost) as lost,"
                                + " sum(recorded_s) as recorded_s, sum(hole_s) as hole_s, count(recorded_s) as recorded_days"
                                + " from camera_day where day >= ? and day < ? group by camera_no) d on d.camera_no = c.no"
                                + " order by c.id",
                        from.toEpochDay(),
                        to.toEpochDay());
                ResultSet r = statement.executeQuery()) {
            while (r.next()) {
                CameraId id = new CameraId(r.getString(1));
                if (totals.containsKey(id)) {
                    all.add(figures(r, id, totals.get(id)));
                }
            }
        }
        return all;
    }

    private static CameraFigures figures(ResultSet r, CameraId id, long total) throws SQLException {
        long least = r.getLong(11);
        Duration drift = null;
        if (!r.wasNull()) {
            long most = r.getLong(12);
            drift = Duration.ofMillis(Math.abs(least) > Math.abs(most) ? least : most);
        }
        long measured = r.getLong(13);
        return new CameraFigures(
                id,
                r.getString(2),
                r.getLong(3) == 1,
                total,
                r.getLong(4),
                r.getLong(5),
                r.getLong(6),
                r.getLong(7),
                r.getLong(8),
                r.getInt(9),
                r.getInt(10),
                drift,
                measured == 0 ? 0 : r.getLong(14) / 10.0 / measured,
                measured == 0 ? 0 : r.getLong(15) / measured,
                r.getLong(16),
                r.getLong(17),
                r.getLong(18),
                r.getLong(19),
                r.getInt(20));
    }

    /** Settled states of a camera that touch a span of time, newest first. */
    List<CameraSpan> spans(Tx tx, CameraId camera, Instant from, Instant to) throws SQLException {
        List<CameraSpan> spans = new ArrayList<>();
        try (PreparedStatement statement = tx.prepare(
                        "select s.from_ms, s.to_ms, s.state, s.findings from camera_span s join camera c on c.no = s.camera_no"
                                + " where c.id = ? and s.from_ms < ? and (s.to_ms is null or s.to_ms > ?)"
                                + " order by s.from_ms desc",
                        camera.value(),
                        to.toEpochMilli(),
                        from.toEpochMilli());
                ResultSet r = statement.executeQuery()) {
            while (r.next()) {
                Instant begins = Instant.ofEpochMilli(r.getLong(1));
                long ends = r.getLong(2);
                Instant end = r.wasNull() ? null : Instant.ofEpochMilli(ends);
                spans.add(new CameraSpan(
                        camera,
                        begins,
                        end,
                        SqlCameraStore.state(r.getString(3)),
                        SqlCameraStore.findings(r.getString(4))));
            }
        }
        return spans;
    }

    /** When each camera entered the inventory and left it; those that never left have no end. */
    Map<CameraId, Instant[]> stays(Tx tx) throws SQLException {
        Map<CameraId, Instant[]> stays = new HashMap<>();
        try (PreparedStatement statement = tx.prepare("select id, added_at_ms, removed_at_ms from camera");
                ResultSet r = statement.executeQuery()) {
            while (r.next()) {
                Instant added = Instant.ofEpochMilli(r.getLong(2));
                long removed = r.getLong(3);
                Instant end = r.wasNull() ? null : Instant.ofEpochMilli(removed);
                stays.put(new CameraId(r.getString(1)), new Instant[] {added, end});
            }
        }
        return stays;
    }
}
