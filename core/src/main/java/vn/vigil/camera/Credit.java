package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * Which seconds a look vouches for, cut at the borders of hours and of the site's days. Counted in whole seconds, so that the
 * parts of a span add up to it. Pure.
 */
final class Credit {
    private Credit() {}

    /**
     * One piece of credited time.
     *
     * @param hour hours since 1970-01-01T00:00Z
     * @param day days since 1970-01-01 in the site's zone
     * @param planned it lies within planned maintenance
     */
    record Piece(long hour, long day, boolean planned, long seconds) {}

    /**
     * The time from the look before up to now, as far as that look holds.
     *
     * @param before when the look before was; null when there was none
     * @param windows planned maintenance, in order, not overlapping
     */
    static List<Piece> pieces(Instant before, Instant now, Duration holds, List<TimeSpan> windows, ZoneId zone) {
        List<Piece> pieces = new ArrayList<>();
        if (before == null || !before.isBefore(now)) {
            return pieces;
        }
        long from = before.getEpochSecond();
        long to = Math.min(now.getEpochSecond(), from + holds.toSeconds());
        while (from < to) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(from), zone);
            long end = Math.min(to, Math.floorDiv(from, 3600) * 3600 + 3600);
            end = Math.min(end, day.plusDays(1).atStartOfDay(zone).toEpochSecond());
            boolean planned = false;
            for (TimeSpan window : windows) {
                long begins = window.from().getEpochSecond();
                long ends = window.to().getEpochSecond();
                if (begins <= from && from < ends) {
                    planned = true;
                    end = Math.min(end, ends);
                } else if (from < begins) {
                    end = Math.min(end, begins);
                }
            }
            pieces.add(new Piece(Math.floorDiv(from, 3600), day.toEpochDay(), planned, end - from));
            from = end;
        }
        return pieces;
    }
}
