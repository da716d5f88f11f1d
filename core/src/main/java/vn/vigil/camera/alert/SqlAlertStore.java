package vn.vigil.camera.alert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Severity;
import vn.vigil.store.Tx;

/** The SQL of alerts and heartbeats. Stateless. */
final class SqlAlertStore {
    private static final String ALERT =
            "select id, dedup_key, kind, name, severity, since_ms, opened_ms, level, level_ms,"
                    + " told_ms, rounds, told_cameras, acked_ms, acked_by, acked_until_ms, ack_note, closed_ms, closed_by,"
                    + " close_reason, merged_into from alert ";

    private static final String CAMERA = "select c.alert_id, c.camera_id, c.name, c.essential, c.uplink, c.host,"
            + " c.severity, c.findings, c.since_ms, c.joined_ms, c.left_ms from alert_camera c ";

    private static final String ORDER = " order by year, number";

    private SqlAlertStore() {}

    /** Alerts that are open, and those that a person closed while a camera of theirs is still bad. */
    static List<Alert> live(Tx tx) throws SQLException {
        String which = " where closed_ms is null or id in (select alert_id from alert_camera where left_ms is null)";
        return alerts(tx, ALERT + which + ORDER, CAMERA + "where c.alert_id in (select id from alert" + which + ")");
    }

    static List<Alert> open(Tx tx) throws SQLException {
        String which = " where closed_ms is null";
        return alerts(tx, ALERT + which + ORDER, CAMERA + "where c.alert_id in (select id from alert" + which + ")");
    }

    static List<Alert> all(Tx tx) throws SQLException {
        return alerts(tx, ALERT + ORDER, CAMERA);
    }

    /** Null when there is none. */
    static Alert find(Tx tx, CaseId id) throws SQLException {
        List<Alert> found = alerts(tx, ALERT + "where id = ?", CAMERA + "where c.alert_id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Alert> alerts(Tx tx, String sql, String cameraSql, Object... parameters) throws SQLException {
        Map<String, List<AlertCamera>> cameras = new LinkedHashMap<>();
        try (PreparedStatement s = tx.prepare(cameraSql + " order by c.camera_id", parameters);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                List<AlertCamera> of = cameras.get(r.getString(1));
                if (of == null) {
                    of = new ArrayList<>();
                    cameras.put(r.getString(1), of);
                }
                of.add(camera(r));
            }
        }
        List<Alert> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                List<AlertCamera> of = cameras.get(r.getString(1));
                all.add(alert(r, of == null ? List.of() : of));
            }
        }
        return all;
    }

    private static AlertCamera camera(ResultSet r) throws SQLException {
        String findings = r.getString(8);
        return new AlertCamera(
                new CameraId(r.getString(2)),
                r.getString(3),
                r.getLong(4) == 1,
                r.getString(5),
                r.getString(6),
                severity(r.getString(7)),
                findings.isEmpty() ? List.of() : List.of(findings.split(" ")),
                Instant.ofEpochMilli(r.getLong(9)),
                Instant.ofEpochMilli(r.getLong(10)),
                instant(r, 11));
    }

    private static Alert alert(ResultSet r, List<AlertCamera> cameras) throws SQLException {
        Alert.Told told = new Alert.Told(
                r.getInt(8),
                Instant.ofEpochMilli(r.getLong(9)),
                Instant.ofEpochMilli(r.getLong(10)),
                r.getInt(11),
                r.getInt(12));
        Instant acked = instant(r, 13);
        Instant closed = instant(r, 17);
        String merged = r.getString(20);
        return new Alert(
                CaseId.parse(r.getString(1)),
                r.getString(2),
                Alert.Kind.of(r.getString(3)),
                r.getString(4),
                severity(r.getString(5)),
                Instant.ofEpochMilli(r.getLong(6)),
                Instant.ofEpochMilli(r.getLong(7)),
                told,
                acked == null ? null : new Alert.Ack(acked, r.getString(14), instant(r, 15), r.getString(16)),
                closed == null
                        ? null
                        : new Alert.Closing(
                                closed, r.getString(18), r.getString(19), merged == null ? null : CaseId.parse(merged)),
                cameras);
    }

    static CaseId nextId(Tx tx, int year) throws SQLException {
        try (PreparedStatement s = tx.prepare("select coalesce(max(number), 0) + 1 from alert where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(Alerts.SERIES, year, r.getInt(1));
        }
    }

    static boolean hasKey(Tx tx, String key) throws SQLException {
        return exists(tx, "select 1 from alert where dedup_key = ?", key);
    }

    private static boolean exists(Tx tx, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            return r.next();
        }
    }

    static void insert(Tx tx, Alert a) throws SQLException {
        tx.run(
                "insert into alert (id, year, number, dedup_key, kind, name, severity, since_ms, opened_ms, level, level_ms,"
                        + " told_ms, rounds, told_cameras) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                a.id().toString(),
                a.id().year(),
                a.id().number(),
                a.key(),
                a.kind().word(),
                a.name(),
                word(a.severity()),
                a.since().toEpochMilli(),
                a.openedAt().toEpochMilli(),
                a.told().level(),
                a.told().levelAt().toEpochMilli(),
                a.told().at().toEpochMilli(),
                a.told().rounds(),
                a.told().cameras());
        update(tx, a);
    }

    /** Everything that can change about it but its cameras. */
    static void update(Tx tx, Alert a) throws SQLException {
        Alert.Ack ack = a.ack();
        Alert.Closing closing = a.closing();
        tx.run(
                "update alert set kind = ?, name = ?, severity = ?, level = ?, level_ms = ?, told_ms = ?, rounds = ?,"
                        + " told_cameras = ?, acked_ms = ?, acked_by = ?, acked_until_ms = ?, ack_note = ?,"
                        + " closed_ms = ?, closed_by = ?, close_reason = ?, merged_into = ? where id = ?",
                a.kind().word(),
                a.name(),
                word(a.severity()),
                a.told().level(),
                a.told().levelAt().toEpochMilli(),
                a.told().at().toEpochMilli(),
                a.told().rounds(),
                a.told().cameras(),
                ack == null ? null : millis(ack.at()),
                ack == null ? null : ack.by(),
                ack == null ? null : millis(ack.until()),
                ack == null ? null : ack.note(),
                closing == null ? null : millis(closing.at()),
                closing == null ? null : closing.by(),
                closing == null ? null : closing.reason(),
                closing == null || closing.mergedInto() == null
                        ? null
                        : closing.mergedInto().toString(),
                a.id().toString());
    }

    static void save(Tx tx, CaseId alert, AlertCamera c, boolean there) throws SQLException {
        String sql = there
                ? "update alert_camera set name = ?, essential = ?, uplink = ?, host = ?, severity = ?, findings = ?,"
                        + " since_ms = ?, joined_ms = ?, left_ms = ? where alert_id = ? and camera_id = ?"
                : "insert into alert_camera (name, essential, uplink, host, severity, findings, since_ms, joined_ms,"
                        + " left_ms, alert_id, camera_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        tx.run(
                sql,
                c.name(),
                c.essential() ? 1 : 0,
                c.uplink(),
                c.host(),
                word(c.severity()),
                String.join(" ", c.findings()),
                c.since().toEpochMilli(),
                c.joinedAt().toEpochMilli(),
                millis(c.leftAt()),
                alert.toString(),
                c.camera().value());
    }

    /** False when that message was handed to the post before. */
    static boolean note(Tx tx, String key, CaseId alert, Notice.What what, Recipient to, Instant now)
            throws SQLException {
        if (exists(tx, "select 1 from alert_message where message_key = ?", key)) {
            return false;
        }
        tx.run(
                "insert into alert_message (message_key, alert_id, told, member_id, put_ms) values (?, ?, ?, ?, ?)",
                key,
                alert == null ? null : alert.toString(),
                what.word(),
                to == null ? null : to.member().value(),
                now.toEpochMilli());
        return true;
    }

    static List<ToldOnce> told(Tx tx, CaseId alert) throws SQLException {
        List<ToldOnce> all = new ArrayList<>();
        String sql =
                "select put_ms, told, member_id from alert_message where alert_id = ? order by put_ms, message_key";
        try (PreparedStatement s = tx.prepare(sql, alert.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new ToldOnce(Instant.ofEpochMilli(r.getLong(1)), r.getString(2), r.getString(3)));
            }
        }
        return all;
    }

    static List<Heartbeat> heartbeats(Tx tx) throws SQLException {
        List<Heartbeat> all = new ArrayList<>();
        String sql =
                "select part, parts, started_ms, finished_ms, cameras, intervals_ms from check_heartbeat order by part";
        try (PreparedStatement s = tx.prepare(sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                List<Duration> intervals = new ArrayList<>();
                for (String ms : r.getString(6).split(" ")) {
                    if (!ms.isEmpty()) {
                        intervals.add(Duration.ofMillis(Long.parseLong(ms)));
                    }
                }
                all.add(new Heartbeat(
                        r.getInt(1),
                        r.getInt(2),
                        Instant.ofEpochMilli(r.getLong(3)),
                        instant(r, 4),
                        r.getInt(5),
                        intervals));
            }
        }
        return all;
    }

    static void save(Tx tx, Heartbeat h) throws SQLException {
        StringBuilder intervals = new StringBuilder();
        for (Duration d : h.intervals()) {
            intervals.append(intervals.length() == 0 ? "" : " ").append(d.toMillis());
        }
        // Another number of parts is another way of sharing the cameras; the old one's rows would look late for ever.
        tx.run("delete from check_heartbeat where parts <> ? or part = ?", h.parts(), h.part());
        tx.run(
                "insert into check_heartbeat (part, parts, started_ms, finished_ms, cameras, intervals_ms)"
                        + " values (?, ?, ?, ?, ?, ?)",
                h.part(),
                h.parts(),
                h.startedAt().toEpochMilli(),
                millis(h.finishedAt()),
                h.cameras(),
                intervals.toString());
    }

    private static Instant instant(ResultSet r, int column) throws SQLException {
        long ms = r.getLong(column);
        return r.wasNull() ? null : Instant.ofEpochMilli(ms);
    }

    private static Long millis(Instant t) {
        return t == null ? null : t.toEpochMilli();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Severity severity(String word) {
        return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
