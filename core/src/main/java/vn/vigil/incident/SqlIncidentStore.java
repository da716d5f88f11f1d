package vn.vigil.incident;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.store.Tx;

/** Rows of incidents and of their case files. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlIncidentStore {
    private static final String COLUMNS = "id, kind, severity, title, place, zone, source, happened_at_us, until_us,"
            + " detected_us, restricted, opened_at_us, opened_by, salt";
    private static final String EVENT =
            "number, kind, at_us, by_member, words, ref, whom, reason, entered_us, entered_by";

    private SqlIncidentStore() {}

    /**
     * An incident as it was opened.
     *
     * @param salt null in rows that were made before case files were
     */
    record Row(CaseId id, OpenIncident told, Instant openedAt, String openedBy, String salt) {}

    /** An entry with what its fingerprint needs. */
    record Sealed(CaseEvent event, String salt, String sha256) {}

    static CaseId nextId(Tx tx, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from incident where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(Incidents.SERIES, year, r.getInt(1));
        }
    }

    static void insert(Tx tx, Row i) throws SQLException {
        OpenIncident told = i.told();
        tx.run(
                "insert into incident (id, year, number, kind, severity, title, place, zone, source, happened_at_us, until_us,"
                        + " detected_us, restricted, opened_at_us, opened_by, salt)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                i.id().toString(),
                i.id().year(),
                i.id().number(),
                told.kind(),
                told.gravity().id(),
                told.title(),
                told.place(),
                told.zone().id(),
                told.source().id(),
                micros(told.happenedAt()),
                micros(told.until()),
                micros(told.detectedAt()),
                told.restricted() ? 1 : 0,
                micros(i.openedAt()),
                i.openedBy(),
                i.salt());
        for (CameraId camera : told.cameras()) {
            tx.run(
                    "insert into incident_camera (incident_id, camera_id) values (?, ?)",
                    i.id().toString(),
                    camera.value());
        }
    }

    /** Incidents of the same kind, place and time, opened by the same person. */
    static List<Row> alike(Tx tx, OpenIncident told, String by) throws SQLException {
        return select(
                tx,
                "select " + COLUMNS + " from incident where kind = ? and title = ? and place = ? and happened_at_us = ?"
                        + " and opened_by = ? order by number",
                told.kind(),
                told.title(),
                told.place(),
                micros(told.happenedAt()),
                by);
    }

    static Row get(Tx tx, CaseId id) throws SQLException {
        List<Row> found = select(tx, "select " + COLUMNS + " from incident where id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    static List<Row> all(Tx tx) throws SQLException {
        return select(tx, "select " + COLUMNS + " from incident order by year, number");
    }

    private static List<Row> select(Tx tx, String sql, Object... parameters) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                Instant happened = instant(r.getLong(8));
                Instant until = optional(r, 9);
                Instant detected = optional(r, 10);
                OpenIncident told = new OpenIncident(
                        r.getString(2),
                        Gravity.of(r.getString(3)),
                        r.getString(4),
                        r.getString(5),
                        Zone.valueOf(r.getString(6).toUpperCase(Locale.ROOT)),
                        Source.of(r.getString(7)),
                        happened,
                        until,
                        detected == null ? happened : detected,
                        r.getInt(11) == 1,
                        cameras(tx, r.getString(1)));
                found.add(new Row(
                        CaseId.parse(r.getString(1)), told, instant(r.getLong(12)), r.getString(13), r.getString(14)));
            }
        }
        return found;
    }

    private static List<CameraId> cameras(Tx tx, String incident) throws SQLException {
        List<CameraId> ids = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select camera_id from incident_camera where incident_id = ? order by camera_id", incident);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                ids.add(new CameraId(r.getString(1)));
            }
        }
        return ids;
    }

    static int nextEvent(Tx tx, CaseId id) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select coalesce(max(number), 0) + 1 from incident_event where incident_id = ?",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            r.next();
            return r.getInt(1);
        }
    }

    static void insert(Tx tx, CaseId id, CaseEvent e, String salt, String sha256) throws SQLException {
        tx.run(
                "insert into incident_event (incident_id, " + EVENT + ", salt, sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                e.number(),
                e.kind().id(),
                micros(e.at()),
                e.by(),
                e.words(),
                e.ref(),
                e.whom(),
                e.reason(),
                micros(e.enteredAt()),
                e.enteredBy(),
                salt,
                sha256);
    }

    /** All entries of one incident as they were made, in order. */
    static List<Sealed> events(Tx tx, CaseId id) throws SQLException {
        List<Sealed> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select " + EVENT + ", salt, sha256 from incident_event where incident_id = ? order by number",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                found.add(new Sealed(event(r), r.getString(11), r.getString(12)));
            }
        }
        return found;
    }

    /** The entries of all incidents, by incident, each in order. */
    static Map<CaseId, List<CaseEvent>> allEvents(Tx tx) throws SQLException {
        Map<CaseId, List<CaseEvent>> found = new LinkedHashMap<>();
        try (PreparedStatement s = tx.prepare(
                        "select " + EVENT + ", incident_id from incident_event order by incident_id, number");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                found.computeIfAbsent(CaseId.parse(r.getString(11)), id -> new ArrayList<>())
                        .add(event(r));
            }
        }
        return found;
    }

    private static CaseEvent event(ResultSet r) throws SQLException {
        return new CaseEvent(
                r.getInt(1),
                EventKind.of(r.getString(2)),
                instant(r.getLong(3)),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                instant(r.getLong(9)),
                r.getString(10),
                false,
                false);
    }

    static void insert(Tx tx, CaseId id, int number, OnWatch w) throws SQLException {
        tx.run(
                "insert into incident_watch (incident_id, number, post, shift, role, member_id, name, checked_in_us)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                number,
                w.post(),
                w.shift(),
                w.role().id(),
                w.member() == null ? null : w.member().value(),
                w.name(),
                micros(w.checkedIn()));
    }

    static List<OnWatch> watch(Tx tx, CaseId id) throws SQLException {
        List<OnWatch> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select post, shift, role, member_id, name, checked_in_us from incident_watch"
                                + " where incident_id = ? order by number",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String member = r.getString(4);
                found.add(new OnWatch(
                        r.getString(1),
                        r.getString(2),
                        SeatRole.of(r.getString(3)),
                        member == null ? null : new MemberId(member),
                        r.getString(5),
                        optional(r, 6)));
            }
        }
        return found;
    }

    private static Instant optional(ResultSet r, int column) throws SQLException {
        long micros = r.getLong(column);
        return r.wasNull() ? null : instant(micros);
    }

    private static Long micros(Instant t) {
        return t == null ? null : Long.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, t));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
