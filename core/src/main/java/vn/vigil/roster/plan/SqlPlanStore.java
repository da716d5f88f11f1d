package vn.vigil.roster.plan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Tx;

/** The SQL of rosters. Stateless. */
final class SqlPlanStore {
    private SqlPlanStore() {}

    /** The seats with a holder on the days from first to last, by seat. */
    static Map<SlotKey, Cell> cells(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        Map<SlotKey, Cell> all = new TreeMap<>();
        String sql =
                "select day, shift_id, role, seat, member_id, source, locked from roster_cell where day >= ? and day <= ?";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                SlotKey slot = slot(r, 1);
                all.put(
                        slot,
                        new Cell(slot, new MemberId(r.getString(5)), Source.of(r.getString(6)), r.getInt(7) == 1));
            }
        }
        return all;
    }

    /** Gives a seat to a holder, or empties it. */
    static void put(Tx tx, Cell cell) throws SQLException {
        SlotKey k = cell.slot();
        tx.run(
                "delete from roster_cell where day = ? and shift_id = ? and role = ? and seat = ?",
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat());
        if (cell.member() != null) {
            tx.run(
                    "insert into roster_cell (day, shift_id, role, seat, member_id, source, locked) values (?, ?, ?, ?, ?, ?, ?)",
                    k.day().toString(),
                    k.shift(),
                    k.role().id(),
                    k.seat(),
                    cell.member().value(),
                    cell.source().id(),
                    cell.locked() ? 1 : 0);
        }
    }

    /** What holds on the days from first to last, in the order of entering. */
    static List<Stretch> stretches(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Stretch> all = new ArrayList<>();
        String sql = "select day, shift_id, role, seat, from_us, to_us, member_id, source, reason from roster_stretch"
                + " where withdrawn_us is null and day >= ? and day <= ? order by id";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Stretch(
                        slot(r, 1),
                        new TimeSpan(instant(r.getLong(5)), instant(r.getLong(6))),
                        new MemberId(r.getString(7)),
                        Source.of(r.getString(8)),
                        r.getString(9)));
            }
        }
        return all;
    }

    static void insert(Tx tx, Stretch stretch, Instant now, String by) throws SQLException {
        SlotKey k = stretch.slot();
        tx.run(
                "insert into roster_stretch (id, day, shift_id, role, seat, from_us, to_us, member_id, source, reason,"
                        + " entered_us, entered_by)"
                        + " values ((select coalesce(max(id), 0) + 1 from roster_stretch), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat(),
                micros(stretch.span().from()),
                micros(stretch.span().to()),
                stretch.member().value(),
                stretch.source().id(),
                stretch.reason(),
                micros(now),
                by);
    }

    static void change(Tx tx, Cell before, Cell after, String reason, String publication, Instant now, String by)
            throws SQLException {
        SlotKey k = after.slot();
        tx.run(
                "insert into roster_change (number, day, shift_id, role, seat, before_member, after_member, source, reason,"
                        + " publication_id, entered_us, entered_by)"
                        + " values ((select coalesce(max(number), 0) + 1 from roster_change), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat(),
                before == null || before.member() == null
                        ? null
                        : before.member().value(),
                after.member() == null ? null : after.member().value(),
                after.source().id(),
                reason,
                publication,
                micros(now),
                by);
    }

    private static SlotKey slot(ResultSet r, int column) throws SQLException {
        return new SlotKey(
                LocalDate.parse(r.getString(column)),
                r.getString(column + 1),
                SeatRole.of(r.getString(column + 2)),
                r.getInt(column + 3));
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }
}
