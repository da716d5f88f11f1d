package vn.vigil.meeting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CaseId;
import vn.vigil.store.Tx;

/** Rows of meetings and what belongs to them. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlMeetingStore {
    private SqlMeetingStore() {}

    /** An entry with what its fingerprint needs. */
    record Sealed(JournalEntry entry, String salt, String sha256) {}

    static CaseId nextId(Tx tx, String series, int year) throws SQLException {
        String sql = "select coalesce(max(number), 0) + 1 from meeting_subject where series = ? and year = ?";
        try (PreparedStatement s = tx.prepare(sql, series, year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(series, year, r.getInt(1));
        }
    }

    static void insert(Tx tx, CaseId id) throws SQLException {
        tx.run(
                "insert into meeting_subject (id, series, year, number) values (?, ?, ?, ?)",
                id.toString(),
                id.series(),
                id.year(),
                id.number());
    }

    static void insert(Tx tx, CaseId id, JournalEntry e, String salt, String sha256) throws SQLException {
        tx.run(
                "insert into meeting_entry (subject, number, act, at_us, by_member, entered_us, salt, sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                e.number(),
                e.act().id(),
                micros(e.at()),
                e.by(),
                micros(e.enteredAt()),
                salt,
                sha256);
        for (Map.Entry<String, List<String>> field : e.fields().entrySet()) {
            for (int i = 0; i < field.getValue().size(); i++) {
                tx.run(
                        "insert into meeting_field (subject, entry, name, place, value) values (?, ?, ?, ?, ?)",
                        id.toString(),
                        e.number(),
                        field.getKey(),
                        i + 1,
                        field.getValue().get(i));
            }
        }
    }

    /** The entries about one, in order; empty when there is no such subject. */
    static List<Sealed> entries(Tx tx, CaseId id) throws SQLException {
        return select(tx, "= ?", id.toString()).getOrDefault(id, List.of());
    }

    /** The entries about all of a series, by number. */
    static Map<CaseId, List<JournalEntry>> series(Tx tx, String series) throws SQLException {
        Map<CaseId, List<JournalEntry>> all = new TreeMap<>();
        select(tx, "like ?", series + "-%").forEach((id, rows) -> {
            List<JournalEntry> entries = new ArrayList<>();
            rows.forEach(one -> entries.add(one.entry()));
            all.put(id, entries);
        });
        return all;
    }

    private static Map<CaseId, List<Sealed>> select(Tx tx, String which, String subject) throws SQLException {
        Map<String, Map<String, List<String>>> fields = new LinkedHashMap<>();
        try (PreparedStatement s = tx.prepare(
                        "select subject, entry, name, value from meeting_field where subject " + which
                                + " order by subject, entry, name, place",
                        subject);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                fields.computeIfAbsent(r.getString(1) + "/" + r.getInt(2), k -> new TreeMap<>())
                        .computeIfAbsent(r.getString(3), k -> new ArrayList<>())
                        .add(r.getString(4));
            }
        }
        Map<CaseId, List<Sealed>> all = new LinkedHashMap<>();
        try (PreparedStatement s = tx.prepare(
                        "select subject, number, act, at_us, by_member, entered_us, salt, sha256 from meeting_entry"
                                + " where subject " + which + " order by subject, number",
                        subject);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                JournalEntry entry = new JournalEntry(
                        r.getInt(2),
                        Act.of(r.getString(3)),
                        instant(r.getLong(4)),
                        r.getString(5),
                        fields.getOrDefault(r.getString(1) + "/" + r.getInt(2), Map.of()),
                        instant(r.getLong(6)));
                all.computeIfAbsent(CaseId.parse(r.getString(1)), k -> new ArrayList<>())
                        .add(new Sealed(entry, r.getString(7), r.getString(8)));
            }
        }
        return all;
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
