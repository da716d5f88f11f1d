package vn.vigil.roster.plan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Tx;

/** The SQL of stretches with their numbers. Stateless. */
final class SqlOverlayStore {
    private SqlOverlayStore() {}

    /** Those of the days from first to last, the withdrawn too, in the order of entering. */
    static List<Overlay> overlays(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        return read(tx, "day >= ? and day <= ?", first.toString(), last.toString());
    }

    /** Null when there is none. */
    static Overlay overlay(Tx tx, long id) throws SQLException {
        List<Overlay> found = read(tx, "id = ?", id);
        return found.isEmpty() ? null : found.get(0);
    }

    static void withdraw(Tx tx, long id, Instant now) throws SQLException {
        tx.run("update roster_stretch set withdrawn_us = ? where id = ?", micros(now), id);
    }

    private static List<Overlay> read(Tx tx, String where, Object... values) throws SQLException {
        List<Overlay> all = new ArrayList<>();
        String sql =
                "select id, day, shift_id, role, seat, from_us, to_us, member_id, source, reason, entered_us, entered_by,"
                        + " withdrawn_us from roster_stretch where " + where + " order by id";
        try (PreparedStatement s = tx.prepare(sql, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                Stretch stretch = new Stretch(
                        new SlotKey(
                                LocalDate.parse(r.getString(2)),
                                r.getString(3),
                                SeatRole.of(r.getString(4)),
                                r.getInt(5)),
                        new TimeSpan(instant(r.getLong(6)), instant(r.getLong(7))),
                        new MemberId(r.getString(8)),
                        Source.of(r.getString(9)),
                        r.getString(10));
                Instant entered = instant(r.getLong(11));
                String by = r.getString(12);
                long withdrawn = r.getLong(13);
                Instant withdrawnAt = r.wasNull() ? null : instant(withdrawn);
                all.add(new Overlay(r.getLong(1), stretch, entered, by, withdrawnAt));
            }
        }
        return all;
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }
}
