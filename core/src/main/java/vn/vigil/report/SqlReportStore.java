package vn.vigil.report;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CaseId;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.StrictJson;
import vn.vigil.store.Tx;

/** Rows of what is recorded for reports. Stateless. */
final class SqlReportStore {
    private static final String COLUMNS = "select subject, number, act, entered_us, by_member, body, salt, sha256"
            + " from report_entry where subject ";

    private SqlReportStore() {}

    static CaseId nextId(Tx tx, String series, int year) throws SQLException {
        String sql = "select coalesce(max(number), 0) + 1 from report_subject where series = ? and year = ?";
        try (PreparedStatement s = tx.prepare(sql, series, year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(series, year, r.getInt(1));
        }
    }

    static void insert(Tx tx, CaseId id) throws SQLException {
        tx.run(
                "insert into report_subject (id, series, year, number) values (?, ?, ?, ?)",
                id.toString(),
                id.series(),
                id.year(),
                id.number());
    }

    static void insert(Tx tx, ReportEntry e) throws SQLException {
        tx.run(
                "insert into report_entry (subject, number, act, entered_us, by_member, body, salt, sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                e.subject().toString(),
                e.number(),
                e.act().id(),
                ChronoUnit.MICROS.between(Instant.EPOCH, e.enteredAt()),
                e.by(),
                CanonicalJson.text(e.body()),
                e.salt(),
                e.sha256());
    }

    /** The entries about one, in order; empty when there is no such subject. */
    static List<ReportEntry> entries(Tx tx, CaseId id) throws SQLException {
        return select(tx, "= ? order by number", id.toString()).getOrDefault(id, List.of());
    }

    /** The entries about all of a series, by number. */
    static Map<CaseId, List<ReportEntry>> series(Tx tx, String series) throws SQLException {
        return select(tx, "like ? order by subject, number", series + "-%");
    }

    private static Map<CaseId, List<ReportEntry>> select(Tx tx, String which, String subject) throws SQLException {
        Map<CaseId, List<ReportEntry>> all = new TreeMap<>();
        try (PreparedStatement s = tx.prepare(COLUMNS + which, subject);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                CaseId id = CaseId.parse(r.getString(1));
                all.computeIfAbsent(id, k -> new ArrayList<>())
                        .add(new ReportEntry(
                                id,
                                r.getInt(2),
                                Act.of(r.getString(3)),
                                Instant.EPOCH.plus(r.getLong(4), ChronoUnit.MICROS),
                                r.getString(5),
                                body(r.getString(6)),
                                r.getString(7),
                                r.getString(8)));
            }
        }
        return all;
    }

    private static Map<String, Object> body(String text) throws SQLException {
        try {
            return StrictJson.read(text);
        } catch (IOException e) {
            throw new SQLException("report_entry holds no JSON", e);
        }
    }
}
