package vn.vigil.roster.watch;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Tx;

/** The SQL of attendance, and of what people were told of duties. Stateless. */
final class SqlAttendanceStore {
    static final String SERIES = "ATT";

    private static final String COLUMNS =
            "id, day, shift_id, role, seat, post_id, member_id, in_us, out_us, due_us, end_us, how,"
                    + " sheet, entered_us, entered_by, follows, corrected_us, corrected_by, corrected_why";

    private SqlAttendanceStore() {}

    static CaseId nextId(Tx tx, String table, String series, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from " + table + " where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(series, year, r.getInt(1));
        }
    }

    static List<String> ids(Tx tx, String table) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement s = tx.prepare("select id from " + table + " order by year, number");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                ids.add(r.getString(1));
            }
        }
        return ids;
    }

    static void insert(Tx tx, Attendance a) throws SQLException {
        SlotKey k = a.slot();
        tx.run(
                "insert into watch_attendance (id, year, number, day, shift_id, role, seat, post_id, member_id, in_us, out_us,"
                        + " due_us, end_us, how, sheet, entered_us, entered_by, follows)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                a.id().toString(),
                a.id().year(),
                a.id().number(),
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat(),
                a.post(),
                a.member().value(),
                micros(a.in()),
                a.out() == null ? null : micros(a.out()),
                micros(a.due()),
                micros(a.end()),
                a.how().id(),
                a.sheet(),
                micros(a.enteredAt()),
                a.enteredBy(),
                a.follows() == null ? null : a.follows().toString());
    }

    static void out(Tx tx, CaseId id, Instant at) throws SQLException {
        tx.run("update watch_attendance set out_us = ? where id = ?", micros(at), id.toString());
    }

    static void correct(Tx tx, CaseId id, Attendance.Corrected c) throws SQLException {
        tx.run(
                "update watch_attendance set corrected_us = ?, corrected_by = ?, corrected_why = ? where id = ?",
                micros(c.at()),
                c.by(),
                c.why(),
                id.toString());
    }

    /** Null when there is none. */
    static Attendance get(Tx tx, CaseId id) throws SQLException {
        List<Attendance> found = read(tx, "id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    /** The entries for seats whose shift begins on the days from first to last, by time of coming and number. */
    static List<Attendance> days(Tx tx, LocalDate first, LocalDate last, boolean corrected) throws SQLException {
        return read(
                tx,
                "day >= ? and day <= ?" + (corrected ? "" : " and corrected_us is null"),
                first.toString(),
                last.toString());
    }

    /** The entries of a member that hold, of whose coming and leaving one is not before a moment. */
    static List<Attendance> of(Tx tx, MemberId member, Instant since) throws SQLException {
        return read(
                tx,
                "member_id = ? and corrected_us is null and (end_us >= ? or out_us >= ?)",
                member.value(),
                micros(since),
                micros(since));
    }

    /** When the first duty begins for which somebody was entered; null when nobody ever was. */
    static Instant first(Tx tx) throws SQLException {
        try (PreparedStatement s = tx.prepare("select min(due_us) from watch_attendance where corrected_us is null");
                ResultSet r = s.executeQuery()) {
            r.next();
            return instant(r, 1);
        }
    }

    private static List<Attendance> read(Tx tx, String where, Object... values) throws SQLException {
        List<Attendance> all = new ArrayList<>();
        String sql = "select " + COLUMNS + " from watch_attendance where " + where + " order by in_us, year, number";
        try (PreparedStatement s = tx.prepare(sql, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String follows = r.getString(16);
                Instant corrected = instant(r, 17);
                all.add(new Attendance(
                        CaseId.parse(r.getString(1)),
                        slot(r, 2),
                        r.getString(6),
                        new MemberId(r.getString(7)),
                        instant(r, 8),
                        instant(r, 9),
                        instant(r, 10),
                        instant(r, 11),
                        Attendance.How.of(r.getString(12)),
                        r.getString(13),
                        instant(r, 14),
                        r.getString(15),
                        follows == null ? null : CaseId.parse(follows),
                        corrected == null
                                ? null
                                : new Attendance.Corrected(corrected, r.getString(18), r.getString(19))));
            }
        }
        return all;
    }

    // What people were told

    /** What a member was told of a duty. */
    record Told(String kind, SlotKey slot, Instant from, MemberId member) {}

    static void tell(Tx tx, Told told, Instant now) throws SQLException {
        SlotKey k = told.slot();
        tx.run(
                "insert into watch_notice (id, kind, day, shift_id, role, seat, from_us, member_id, told_us)"
                        + " values ((select coalesce(max(id), 0) + 1 from watch_notice), ?, ?, ?, ?, ?, ?, ?, ?)",
                told.kind(),
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat(),
                micros(told.from()),
                told.member().value(),
                micros(now));
    }

    /** In the order of telling. */
    static List<Told> told(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Told> all = new ArrayList<>();
        String sql = "select kind, day, shift_id, role, seat, from_us, member_id from watch_notice"
                + " where day >= ? and day <= ? order by id";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Told(r.getString(1), slot(r, 2), instant(r, 6), new MemberId(r.getString(7))));
            }
        }
        return all;
    }

    static SlotKey slot(ResultSet r, int column) throws SQLException {
        return new SlotKey(
                LocalDate.parse(r.getString(column)),
                r.getString(column + 1),
                SeatRole.of(r.getString(column + 2)),
                r.getInt(column + 3));
    }

    static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    /** Null for null. */
    static Instant instant(ResultSet r, int column) throws SQLException {
        long micros = r.getLong(column);
        return r.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
