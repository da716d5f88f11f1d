package vn.vigil.upkeep;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.store.Tx;

/** Rows of maintenance. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlUpkeepStore {
    private static final String COLUMNS =
            "m.id, m.kind, m.what, m.from_us, m.to_us, m.worker, m.firm, m.planned_cost, m.every_months, m.follows,"
                    + " (select min(f.id) from maintenance f where f.follows = m.id and f.cancelled_at_us is null),"
                    + " m.entered_at_us, m.entered_by, m.done_at_us, m.note, m.cost, m.photo, m.photo_sha256, m.next_due_day,"
                    + " m.done_entered_at_us, m.done_entered_by, m.cancelled_at_us, m.cancelled_by, m.cancel_reason";

    private SqlUpkeepStore() {}

    static CaseId nextId(Tx tx, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from maintenance where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(Works.SERIES, year, r.getInt(1));
        }
    }

    /** Every number there is, as text. */
    static List<String> ids(Tx tx) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement s = tx.prepare("select id from maintenance order by year, number");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                ids.add(r.getString(1));
            }
        }
        return ids;
    }

    static void insert(Tx tx, CaseId id, Work w) throws SQLException {
        tx.run(
                "insert into maintenance (id, year, number, kind, what, from_us, to_us, worker, firm, planned_cost,"
                        + " every_months, follows, entered_at_us, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                id.year(),
                id.number(),
                w.kind().word(),
                w.what(),
                micros(w.window().from()),
                micros(w.window().to()),
                w.worker() == null ? null : w.worker().value(),
                w.firm(),
                w.plannedCost(),
                w.everyMonths(),
                w.follows() == null ? null : w.follows().toString(),
                micros(w.enteredAt()),
                w.enteredBy());
        for (CameraId camera : w.cameras()) {
            tx.run(
                    "insert into maintenance_camera (maintenance_id, camera_id) values (?, ?)",
                    id.toString(),
                    camera.value());
        }
        announce(tx, id, 1, w.versions().get(0));
    }

    static void announce(Tx tx, CaseId id, int version, WindowVersion v) throws SQLException {
        tx.run(
                "insert into maintenance_window (maintenance_id, version, entered_at_us, from_us, to_us) values (?, ?, ?, ?, ?)",
                id.toString(),
                version,
                micros(v.enteredAt()),
                micros(v.from()),
                micros(v.to()));
    }

    static void done(Tx tx, CaseId id, Work.Done d) throws SQLException {
        tx.run(
                "update maintenance set done_at_us = ?, note = ?, cost = ?, photo = ?, photo_sha256 = ?, next_due_day = ?,"
                        + " done_entered_at_us = ?, done_entered_by = ? where id = ?",
                micros(d.at()),
                d.note(),
                d.cost(),
                d.photo() == null ? null : d.photo().reference(),
                d.photo() == null ? null : d.photo().sha256(),
                d.nextDue() == null ? null : d.nextDue().toString(),
                micros(d.enteredAt()),
                d.enteredBy(),
                id.toString());
        tx.run("delete from maintenance_part where maintenance_id = ?", id.toString());
        int line = 1;
        for (Part part : d.parts()) {
            tx.run(
                    "insert into maintenance_part (maintenance_id, line, name, quantity, unit_price) values (?, ?, ?, ?, ?)",
                    id.toString(),
                    line++,
                    part.name(),
                    part.quantity(),
                    part.unitPrice());
        }
    }

    static void cancel(Tx tx, CaseId id, Work.Cancelled c) throws SQLException {
        tx.run(
                "update maintenance set cancelled_at_us = ?, cancelled_by = ?, cancel_reason = ? where id = ?",
                micros(c.at()),
                c.by(),
                c.reason(),
                id.toString());
    }

    /** Everything that a correction may change. */
    static void update(Tx tx, Work w) throws SQLException {
        tx.run(
                "update maintenance set what = ?, from_us = ?, to_us = ?, worker = ?, firm = ?, planned_cost = ?,"
                        + " every_months = ? where id = ?",
                w.what(),
                micros(w.window().from()),
                micros(w.window().to()),
                w.worker() == null ? null : w.worker().value(),
                w.firm(),
                w.plannedCost(),
                w.everyMonths(),
                w.id().toString());
        if (w.done() != null) {
            done(tx, w.id(), w.done());
        }
    }

    /** Works, not cancelled, of the same kind, subject, window and cameras. */
    static List<Work> same(Tx tx, Work asked) throws SQLException {
        List<Work> same = new ArrayList<>();
        for (Work there : works(
                tx,
                "m.kind = ? and m.what = ? and m.from_us = ? and m.to_us = ? and m.cancelled_at_us is null",
                asked.kind().word(),
                asked.what(),
                micros(asked.window().from()),
                micros(asked.window().to()))) {
            if (there.cameras().equals(asked.cameras())) {
                same.add(there);
            }
        }
        return same;
    }

    static Work get(Tx tx, CaseId id) throws SQLException {
        List<Work> found = works(tx, "m.id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    /** By camera and time; the state is the caller's. */
    static List<Work> all(Tx tx, WorkFilter filter) throws SQLException {
        StringBuilder where = new StringBuilder("1 = 1");
        List<Object> values = new ArrayList<>();
        if (filter.camera() != null) {
            where.append(" and m.id in (select c.maintenance_id from maintenance_camera c where c.camera_id = ?)");
            values.add(filter.camera().value());
        }
        if (filter.from() != null) {
            where.append(" and (m.to_us > ? or m.done_at_us >= ?)");
            values.add(micros(filter.from()));
            values.add(micros(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and m.from_us < ?");
            values.add(micros(filter.to()));
        }
        return works(tx, where.toString(), values.toArray());
    }

    private static List<Work> works(Tx tx, String where, Object... values) throws SQLException {
        String chosen = " in (select m.id from maintenance m where " + where + ")";
        Map<String, List<CameraId>> cameras = cameras(tx, "maintenance_id" + chosen, values);
        Map<String, List<WindowVersion>> versions = versions(tx, "maintenance_id" + chosen, values);
        Map<String, List<Part>> parts = new HashMap<>();
        try (PreparedStatement s = tx.prepare(
                        "select maintenance_id, name, quantity, unit_price from maintenance_part where maintenance_id"
                                + chosen + " order by maintenance_id, line",
                        values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                parts.computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                        .add(new Part(r.getString(2), r.getInt(3), r.getLong(4)));
            }
        }
        List<Work> works = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select " + COLUMNS + " from maintenance m where " + where + " order by m.year, m.number",
                        values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String id = r.getString(1);
                works.add(work(r, cameras.get(id), versions.get(id), parts.getOrDefault(id, List.of())));
            }
        }
        return works;
    }

    private static Work work(ResultSet r, List<CameraId> cameras, List<WindowVersion> versions, List<Part> parts)
            throws SQLException {
        String worker = r.getString(6);
        Long every = whole(r, 9);
        Instant cancelledAt = instant(r, 22);
        return new Work(
                CaseId.parse(r.getString(1)),
                WorkKind.of(r.getString(2)),
                r.getString(3),
                cameras,
                new TimeSpan(instant(r, 4), instant(r, 5)),
                worker == null ? null : new MemberId(worker),
                r.getString(7),
                whole(r, 8),
                every == null ? null : every.intValue(),
                id(r.getString(10)),
                id(r.getString(11)),
                instant(r, 12),
                r.getString(13),
                versions,
                done(r, parts),
                cancelledAt == null ? null : new Work.Cancelled(cancelledAt, r.getString(23), r.getString(24)));
    }

    private static Work.Done done(ResultSet r, List<Part> parts) throws SQLException {
        Instant at = instant(r, 14);
        if (at == null) {
            return null;
        }
        String photo = r.getString(17);
        String due = r.getString(19);
        return new Work.Done(
                at,
                r.getString(15),
                whole(r, 16),
                parts,
                photo == null ? null : new Photo(photo, r.getString(18)),
                due == null ? null : LocalDate.parse(due),
                instant(r, 20),
                r.getString(21));
    }

    /** The spans of every work whose window, as it ever stood, meets the given time; by camera. */
    static Map<CameraId, List<MaintenanceSpan>> spans(Tx tx, TimeSpan within) throws SQLException {
        // What is over before is left alone by the index on the ends.
        String chosen =
                "maintenance_id in (select maintenance_id from maintenance_window where to_us > ? and from_us < ?)";
        Object[] values = {micros(within.from()), micros(within.to().plusNanos(999))};
        Map<String, List<WindowVersion>> versions = versions(tx, chosen, values);
        Map<CameraId, List<MaintenanceSpan>> spans = new TreeMap<>();
        cameras(tx, chosen, values).forEach((id, cameras) -> {
            List<MaintenanceSpan> own = Windows.of(CaseId.parse(id), versions.get(id));
            for (CameraId camera : cameras) {
                spans.computeIfAbsent(camera, k -> new ArrayList<>()).addAll(own);
            }
        });
        return spans;
    }

    private static Map<String, List<CameraId>> cameras(Tx tx, String where, Object... values) throws SQLException {
        Map<String, List<CameraId>> cameras = new HashMap<>();
        try (PreparedStatement s = tx.prepare(
                        "select maintenance_id, camera_id from maintenance_camera where " + where
                                + " order by maintenance_id, camera_id",
                        values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                cameras.computeIfAbsent(r.getString(1), k -> new ArrayList<>()).add(new CameraId(r.getString(2)));
            }
        }
        // The databases' own orders differ (- and _).
        cameras.values().forEach(list -> list.sort(null));
        return cameras;
    }

    private static Map<String, List<WindowVersion>> versions(Tx tx, String where, Object... values)
            throws SQLException {
        Map<String, List<WindowVersion>> versions = new HashMap<>();
        try (PreparedStatement s = tx.prepare(
                        "select maintenance_id, entered_at_us, from_us, to_us from maintenance_window where " + where
                                + " order by maintenance_id, version",
                        values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                versions.computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                        .add(new WindowVersion(instant(r, 2), instant(r, 3), instant(r, 4)));
            }
        }
        return versions;
    }

    private static CaseId id(String text) {
        return text == null ? null : CaseId.parse(text);
    }

    private static Long whole(ResultSet r, int column) throws SQLException {
        long value = r.getLong(column);
        return r.wasNull() ? null : value;
    }

    static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    static Instant instant(ResultSet r, int column) throws SQLException {
        long micros = r.getLong(column);
        return r.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
