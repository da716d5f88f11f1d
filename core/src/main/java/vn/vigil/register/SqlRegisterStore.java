package vn.vigil.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.store.Tx;

/** The SQL of numbers and scans. Stateless. */
final class SqlRegisterStore {
    private static final String ENTRIES =
            "select document_key, symbol, number is not null, document_day, title, signer,"
                    + " recipients, holder, copies, sent_day, receipt, note, entered_us, entered_by from register_entry ";

    private static final String SCANS =
            "select document_key, sha256, media_type, size_bytes, signer, signed_day, symbol,"
                    + " sealed, registered_us, registered_by from register_scan ";

    private SqlRegisterStore() {}

    static int next(Tx tx, int year, String series) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select coalesce(max(number), 0) + 1 from register_entry where year = ? and series = ?",
                        year,
                        series);
                ResultSet r = s.executeQuery()) {
            r.next();
            return r.getInt(1);
        }
    }

    static void insert(Tx tx, Entry e, String series, Integer number) throws SQLException {
        tx.run(
                "insert into register_entry (document_key, year, series, number, symbol, folded_symbol, document_day, title,"
                        + " signer, recipients, holder, copies, sent_day, receipt, note, entered_us, entered_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                e.key(),
                e.date().getYear(),
                series,
                number,
                e.number(),
                folded(e.number()),
                e.date().toString(),
                e.title(),
                e.signer(),
                String.join("\n", e.recipients()),
                e.holder(),
                e.copies(),
                text(e.sent()),
                e.receipt(),
                e.note(),
                micros(e.enteredAt()),
                e.enteredBy());
    }

    /** Everything that a correction may change. */
    static void update(Tx tx, Entry e) throws SQLException {
        tx.run(
                "update register_entry set year = ?, symbol = ?, folded_symbol = ?, document_day = ?, title = ?, signer = ?,"
                        + " recipients = ?, holder = ?, copies = ?, sent_day = ?, receipt = ?, note = ?"
                        + " where document_key = ?",
                e.date().getYear(),
                e.number(),
                folded(e.number()),
                e.date().toString(),
                e.title(),
                e.signer(),
                String.join("\n", e.recipients()),
                e.holder(),
                e.copies(),
                text(e.sent()),
                e.receipt(),
                e.note(),
                e.key());
    }

    static Entry byKey(Tx tx, String key) throws SQLException {
        List<Entry> found = entries(tx, "where document_key = ?", key);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The document of that number, however its letters are written. */
    static Entry byNumber(Tx tx, int year, String number) throws SQLException {
        List<Entry> found = entries(tx, "where year = ? and folded_symbol = ?", year, folded(number));
        return found.isEmpty() ? null : found.get(0);
    }

    /** In the order in which they were entered. */
    static List<Entry> ofYear(Tx tx, int year) throws SQLException {
        return entries(tx, "where year = ? order by entered_us, series, number, symbol", year);
    }

    static List<String> keys(Tx tx) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (Entry e : entries(tx, "order by document_key")) {
            keys.add(e.key());
        }
        return keys;
    }

    private static List<Entry> entries(Tx tx, String where, Object... values) throws SQLException {
        List<Entry> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(ENTRIES + where, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                long copies = r.getLong(9);
                boolean noCopies = r.wasNull();
                all.add(new Entry(
                        r.getString(1),
                        r.getString(2),
                        r.getBoolean(3),
                        LocalDate.parse(r.getString(4)),
                        r.getString(5),
                        r.getString(6),
                        List.of(r.getString(7).split("\n")),
                        r.getString(8),
                        noCopies ? null : (int) copies,
                        day(r.getString(10)),
                        r.getString(11),
                        r.getString(12),
                        instant(r.getLong(13)),
                        r.getString(14)));
            }
        }
        return all;
    }

    static void insert(Tx tx, Scan s) throws SQLException {
        tx.run(
                "insert into register_scan (document_key, sha256, media_type, size_bytes, signer, signed_day, symbol, sealed,"
                        + " registered_us, registered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s.key(),
                s.sha256(),
                s.mediaType(),
                s.size(),
                s.signer(),
                s.signedDay().toString(),
                s.number(),
                s.sealed() ? 1 : 0,
                micros(s.registeredAt()),
                s.registeredBy());
    }

    /** By time of registering. */
    static List<Scan> scans(Tx tx, String key) throws SQLException {
        List<Scan> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(SCANS + "where document_key = ? order by registered_us, sha256", key);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Scan(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        r.getLong(4),
                        r.getString(5),
                        LocalDate.parse(r.getString(6)),
                        r.getString(7),
                        r.getInt(8) == 1,
                        instant(r.getLong(9)),
                        r.getString(10)));
            }
        }
        return all;
    }

    private static String folded(String number) {
        return number.toLowerCase(Locale.ROOT);
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
