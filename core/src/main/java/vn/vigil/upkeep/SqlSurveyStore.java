package vn.vigil.upkeep;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;

/** Rows of surveys. Stateless. */
final class SqlSurveyStore {
    private static final String COLUMNS = "id, place, reason, priority, photo, photo_sha256, surveyed_by, surveyed_day,"
            + " camera_id, estimated_cost, entered_at_us, entered_by, proposed_at_us, proposed_by";

    private SqlSurveyStore() {}

    static CaseId nextId(Tx tx, int year) throws SQLException {
        try (PreparedStatement s = tx.prepare("select coalesce(max(number), 0) + 1 from survey where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(Surveys.SERIES, year, r.getInt(1));
        }
    }

    static void insert(Tx tx, CaseId id, Survey s) throws SQLException {
        tx.run(
                "insert into survey (id, year, number, place, reason, priority, photo, photo_sha256, surveyed_by,"
                        + " surveyed_day, camera_id, estimated_cost, entered_at_us, entered_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                id.year(),
                id.number(),
                s.place(),
                s.reason(),
                s.priority().word(),
                s.photo() == null ? null : s.photo().reference(),
                s.photo() == null ? null : s.photo().sha256(),
                s.surveyedBy().value(),
                s.day().toString(),
                s.camera() == null ? null : s.camera().value(),
                s.estimatedCost(),
                SqlUpkeepStore.micros(s.enteredAt()),
                s.enteredBy());
    }

    /** Everything that a correction may change. */
    static void update(Tx tx, Survey s) throws SQLException {
        tx.run(
                "update survey set place = ?, reason = ?, priority = ?, photo = ?, photo_sha256 = ?, surveyed_by = ?,"
                        + " surveyed_day = ?, camera_id = ?, estimated_cost = ? where id = ?",
                s.place(),
                s.reason(),
                s.priority().word(),
                s.photo() == null ? null : s.photo().reference(),
                s.photo() == null ? null : s.photo().sha256(),
                s.surveyedBy().value(),
                s.day().toString(),
                s.camera() == null ? null : s.camera().value(),
                s.estimatedCost(),
                s.id().toString());
    }

    static void propose(Tx tx, CaseId id, Instant at, String by) throws SQLException {
        tx.run(
                "update survey set proposed_at_us = ?, proposed_by = ? where id = ?",
                SqlUpkeepStore.micros(at),
                by,
                id.toString());
    }

    /** The survey of the same place by the same member on the same day, of the same camera; null when there is none. */
    static Survey same(Tx tx, Survey asked) throws SQLException {
        for (Survey there : select(
                tx,
                "select " + COLUMNS + " from survey where place = ? and surveyed_by = ? and surveyed_day = ?"
                        + " order by year, number",
                asked.place(),
                asked.surveyedBy().value(),
                asked.day().toString())) {
            if (java.util.Objects.equals(there.camera(), asked.camera())) {
                return there;
            }
        }
        return null;
    }

    static Survey get(Tx tx, CaseId id) throws SQLException {
        List<Survey> found = select(tx, "select " + COLUMNS + " from survey where id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    static List<Survey> all(Tx tx) throws SQLException {
        return select(tx, "select " + COLUMNS + " from survey order by year, number");
    }

    private static List<Survey> select(Tx tx, String sql, Object... values) throws SQLException {
        List<Survey> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(sql, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String photo = r.getString(5);
                String camera = r.getString(9);
                long cost = r.getLong(10);
                Long estimated = r.wasNull() ? null : cost;
                found.add(new Survey(
                        CaseId.parse(r.getString(1)),
                        r.getString(2),
                        r.getString(3),
                        Priority.of(r.getString(4)),
                        photo == null ? null : new Photo(photo, r.getString(6)),
                        new MemberId(r.getString(7)),
                        LocalDate.parse(r.getString(8)),
                        camera == null ? null : new CameraId(camera),
                        estimated,
                        SqlUpkeepStore.instant(r, 11),
                        r.getString(12),
                        SqlUpkeepStore.instant(r, 13),
                        r.getString(14)));
            }
        }
        return found;
    }
}
