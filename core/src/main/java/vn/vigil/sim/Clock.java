package vn.vigil.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Instants as RTSP writes them: {@code 20261120T080000.100Z} (RFC 2326 §3.7). Stateless. */
final class Clock {
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMdd'T'HHmmss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter WRITE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Clock() {}

    /**
     * What a Range header asks for.
     *
     * @param from or null: where playback stands
     * @param to or null: to the end
     */
    record Range(Instant from, Instant to) {}

    /** To the millisecond, cut off. */
    static String format(Instant t) {
        return WRITE.format(t);
    }

    static Instant parse(String text) {
        return LocalDateTime.parse(text, READ).toInstant(ZoneOffset.UTC);
    }

    /**
     * @param header may be null: nothing asked
     * @param zero what {@code npt=0} means
     * @throws IllegalArgumentException when the header is not understood, or ends before it begins
     */
    static Range range(String header, Instant zero) {
        if (header == null) {
            return new Range(null, null);
        }
        int equals = header.indexOf('=');
        String unit = equals < 0 ? "" : header.substring(0, equals).trim();
        String value = header.substring(equals + 1).trim();
        int semicolon = value.indexOf(';');
        value = semicolon < 0 ? value : value.substring(0, semicolon);
        int dash = value.indexOf('-');
        if (dash < 0 || !unit.equals("clock") && !unit.equals("npt")) {
            throw new IllegalArgumentException("range");
        }
        Instant from = instant(unit, value.substring(0, dash).trim(), zero);
        Instant to = instant(unit, value.substring(dash + 1).trim(), zero);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("range ends before it begins");
        }
        return new Range(from, to);
    }

    private static Instant instant(String unit, String text, Instant zero) {
        if (text.isEmpty() || text.equals("now")) {
            return null;
        }
        try {
            return unit.equals("clock")
                    ? parse(text)
                    : zero.plus(Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("clock", e);
        }
    }
}
