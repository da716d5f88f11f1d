package vn.vigil.incident;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.CaseId;
import vn.vigil.store.Tx;

/** Rows of tips. Stateless. */
final class SqlTipStore {
    private static final String COLUMNS =
            "id, words, place, about_us, anonymous, state, incident_id, outcome, received_day, entered_by";

    private SqlTipStore() {}

    static CaseId nextId(Tx tx, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from incident_tip where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(Tips.SERIES, year, r.getInt(1));
        }
    }

    static void insert(Tx tx, Tip t, String codeSha256) throws SQLException {
        tx.run(
                "insert into incident_tip (id, year, number, words, about_us, place, anonymous, code_sha256, state, incident_id,"
                        + " outcome, received_day, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                t.id().toString(),
                t.id().year(),
                t.id().number(),
                t.words(),
                t.about() == null ? null : Long.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, t.about())),
                t.place(),
                t.anonymous() ? 1 : 0,
                codeSha256,
                t.state().id(),
                null,
                t.outcome(),
                t.receivedOn().toString(),
                t.enteredBy());
    }

    static Tip same(Tx tx, String words, String place, LocalDate day) throws SQLException {
        List<Tip> found = select(
                tx,
                "select " + COLUMNS
                        + " from incident_tip where words = ? and place = ? and received_day = ? order by number",
                words,
                place,
                day.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    static Tip get(Tx tx, CaseId id) throws SQLException {
        List<Tip> found = select(tx, "select " + COLUMNS + " from incident_tip where id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    static List<Tip> all(Tx tx) throws SQLException {
        return select(tx, "select " + COLUMNS + " from incident_tip order by year, number");
    }

    static CaseId ofCode(Tx tx, String sha256) throws SQLException {
        try (PreparedStatement s = tx.prepare("select id from incident_tip where code_sha256 = ?", sha256);
                ResultSet r = s.executeQuery()) {
            return r.next() ? CaseId.parse(r.getString(1)) : null;
        }
    }

    static void more(Tx tx, CaseId id, String words, LocalDate day) throws SQLException {
        tx.run(
                "insert into incident_tip_more (tip_id, number, words, received_day)"
                        + " select ?, coalesce(max(number), 0) + 1, ?, ? from incident_tip_more where tip_id = ?",
                id.toString(),
                words,
                day.toString(),
                id.toString());
    }

    static void end(Tx tx, CaseId id, Tip.State state, CaseId incident, String outcome) throws SQLException {
        tx.run(
                "update incident_tip set state = ?, incident_id = ?, outcome = ? where id = ?",
                state.id(),
                incident == null ? null : incident.toString(),
                outcome,
                id.toString());
    }

    private static List<Tip> select(Tx tx, String sql, Object... parameters) throws SQLException {
        List<Tip> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                long about = r.getLong(4);
                Instant when = r.wasNull() ? null : Instant.EPOCH.plus(about, ChronoUnit.MICROS);
                String incident = r.getString(7);
                found.add(new Tip(
                        CaseId.parse(r.getString(1)),
                        r.getString(2),
                        r.getString(3),
                        when,
                        added(tx, r.getString(1)),
                        r.getInt(5) == 1,
                        Tip.State.valueOf(r.getString(6).toUpperCase(Locale.ROOT)),
                        incident == null ? null : CaseId.parse(incident),
                        r.getString(8),
                        LocalDate.parse(r.getString(9)),
                        r.getString(10),
                        false));
            }
        }
        return found;
    }

    private static List<String> added(Tx tx, String id) throws SQLException {
        List<String> words = new ArrayList<>();
        try (PreparedStatement s =
                        tx.prepare("select words from incident_tip_more where tip_id = ? order by number", id);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                words.add(r.getString(1));
            }
        }
        return words;
    }
}
