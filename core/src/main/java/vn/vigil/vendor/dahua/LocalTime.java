package vn.vigil.vendor.dahua;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Wall times as these devices write them, whole seconds without zone. Stateless. */
final class LocalTime {
    /** In a query, its blank escaped. */
    static final DateTimeFormatter QUERY = DateTimeFormatter.ofPattern("uuuu-MM-dd'%20'HH:mm:ss", Locale.ROOT);

    /** In an RTSP address. */
    static final DateTimeFormatter STREAM = DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss", Locale.ROOT);

    private LocalTime() {}

    /**
     * {@code 2026-11-20 15:00:00}, or with single digits as in the guides ({@code 2011-7-3 21:02:32}).
     *
     * @return null when it is no time that exists
     */
    static LocalDateTime parse(String text) {
        String[] parts = text.strip().split("[-/: T]+", 7);
        if (parts.length != 6 || text.length() > 40) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Integer.parseInt(parts[4]),
                    Math.min(59, Integer.parseInt(parts[5])));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The second that an instant lies in. */
    static Instant floor(Instant t) {
        return t.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The first whole second at or after an instant. */
    static Instant ceiling(Instant t) {
        Instant second = floor(t);
        return second.equals(t) ? t : second.plusSeconds(1);
    }
}
