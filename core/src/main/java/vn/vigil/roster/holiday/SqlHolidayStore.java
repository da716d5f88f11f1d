package vn.vigil.roster.holiday;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.calendar.DecidedDay;
import vn.vigil.store.Tx;

/** Rows of holidays. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlHolidayStore {
    private static final String SELECT = "select h.day, h.kind, h.name, h.basis, h.entered_at_us, h.entered_by,"
            + " h.removed_at_us, h.removed_by, h.remove_reason from holiday h where ";

    private SqlHolidayStore() {}

    /** The decisions that hold, by day. */
    static List<DecidedDay> all(Tx tx) throws SQLException {
        List<DecidedDay> days = new ArrayList<>();
        for (SiteHoliday holiday : read(tx, "h.removed_at_us is null order by h.day")) {
            days.add(holiday.day());
        }
        return days;
    }

    /** What was last decided about a day, though it be removed; null when nothing ever was. */
    static SiteHoliday last(Tx tx, LocalDate day) throws SQLException {
        List<SiteHoliday> found = read(tx, "h.day = ? order by h.version desc", day.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    static void insert(Tx tx, SiteHoliday h) throws SQLException {
        tx.run(
                "insert into holiday (day, version, kind, name, basis, entered_at_us, entered_by)"
                        + " values (?, (select coalesce(max(version), 0) + 1 from holiday where day = ?), ?, ?, ?, ?, ?)",
                h.day().date().toString(),
                h.day().date().toString(),
                h.day().kind().word(),
                h.day().name(),
                h.day().source(),
                micros(h.enteredAt()),
                h.enteredBy());
    }

    static void remove(Tx tx, LocalDate day, SiteHoliday.Removed removed) throws SQLException {
        tx.run(
                "update holiday set removed_at_us = ?, removed_by = ?, remove_reason = ?"
                        + " where day = ? and removed_at_us is null",
                micros(removed.at()),
                removed.by(),
                removed.reason(),
                day.toString());
    }

    private static List<SiteHoliday> read(Tx tx, String where, Object... values) throws SQLException {
        List<SiteHoliday> holidays = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(SELECT + where, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                DecidedDay day = new DecidedDay(
                        LocalDate.parse(r.getString(1)),
                        DecidedDay.Kind.of(r.getString(2)),
                        r.getString(3),
                        r.getString(4),
                        true);
                Instant removedAt = instant(r, 7);
                holidays.add(new SiteHoliday(
                        day,
                        instant(r, 5),
                        r.getString(6),
                        removedAt == null ? null : new SiteHoliday.Removed(removedAt, r.getString(8), r.getString(9))));
            }
        }
        return holidays;
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(ResultSet r, int column) throws SQLException {
        long micros = r.getLong(column);
        return r.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
