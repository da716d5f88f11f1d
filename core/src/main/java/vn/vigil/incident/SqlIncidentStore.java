package vn.vigil.incident;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.store.Tx;

/** Rows of incidents. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlIncidentStore {
    private static final String COLUMNS = "id, kind, severity, title, place, happened_at_us, opened_at_us, opened_by";

    private SqlIncidentStore() {}

    static CaseId nextId(Tx tx, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from incident where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(Incidents.SERIES, year, r.getInt(1));
        }
    }

    static void insert(Tx tx, Incident i) throws SQLException {
        OpenIncident told = i.told();
        tx.run(
                "insert into incident (id, year, number, kind, severity, title, place, happened_at_us, opened_at_us, opened_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                i.id().toString(),
                i.id().year(),
                i.id().number(),
                told.kind().word(),
                told.gravity().word(),
                told.title(),
                told.place(),
                micros(told.happenedAt()),
                micros(i.openedAt()),
                i.openedBy());
        for (CameraId camera : told.cameras()) {
            tx.run(
                    "insert into incident_camera (incident_id, camera_id) values (?, ?)",
                    i.id().toString(),
                    camera.value());
        }
    }

    /** The incident of the same kind, title, place and time, told by the same person; null when there is none. */
    static Incident same(Tx tx, OpenIncident told, String by) throws SQLException {
        for (Incident i : select(
                tx,
                "select " + COLUMNS + " from incident where kind = ? and title = ? and place = ? and happened_at_us = ?"
                        + " and opened_by = ? order by number",
                told.kind().word(),
                told.title(),
                told.place(),
                micros(told.happenedAt()),
                by)) {
            if (i.told().equals(told)) {
                return i;
            }
        }
        return null;
    }

    static Incident get(Tx tx, CaseId id) throws SQLException {
        List<Incident> found = select(tx, "select " + COLUMNS + " from incident where id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    static List<Incident> all(Tx tx) throws SQLException {
        return select(tx, "select " + COLUMNS + " from incident order by year, number");
    }

    private static List<Incident> select(Tx tx, String sql, Object... parameters) throws SQLException {
        List<Incident> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                OpenIncident told = new OpenIncident(
                        IncidentKind.of(r.getString(2)),
                        Gravity.of(r.getString(3)),
                        r.getString(4),
                        r.getString(5),
                        instant(r.getLong(6)),
                        cameras(tx, r.getString(1)));
                found.add(new Incident(CaseId.parse(r.getString(1)), told, instant(r.getLong(7)), r.getString(8)));
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

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
