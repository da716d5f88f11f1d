package vn.vigil.vendor.hikvision;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as ISAPI writes them. Stateless. */
final class IsapiTime {
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IsapiTime() {}

    /**
     * A time as it stands there.
     *
     * @param local its digits
     * @param offset what stands behind them; null for nothing
     */
    record Written(LocalDateTime local, ZoneOffset offset) {}

    /** @return null when it is no time that exists */
    static Written parse(String text) {
        String s = text.strip();
        if (s.length() < 19 || s.length() > 40) {
            return null;
        }
        try {
            int at = 19;
            while (at < s.length() && (s.charAt(at) == '.' || Character.isDigit(s.charAt(at)))) {
                at++;
            }
            LocalDateTime local = LocalDateTime.parse(s.substring(0, 19).replace(' ', 'T'));
            String zone = s.substring(at).strip();
            return new Written(local, zone.isEmpty() ? null : ZoneOffset.of(zone));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The digits of a recording's time, read as UTC whatever stands behind them; null when it is no time that exists. */
    static Instant digits(String text) {
        Written read = parse(text);
        return read == null ? null : read.local().toInstant(ZoneOffset.UTC);
    }

    /** {@code 2021-08-18T15:18:15Z}, cut to the second. */
    static String search(Instant written) {
        return written.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 20210818T151815Z}, cut to the second. */
    static String playback(Instant written) {
        return COMPACT.format(written);
    }

    /** The first whole second at or after. */
    static Instant up(Instant t) {
        Instant whole = t.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(t) ? t : whole.plusSeconds(1);
    }
}
