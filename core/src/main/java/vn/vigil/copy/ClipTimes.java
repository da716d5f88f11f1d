package vn.vigil.copy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.media.Mask;

/**
 * Moments of a clip and masks as people write them. A moment is a length since the clip's first picture ({@code 90s}, {@code 1m30s},
 * {@code 12.5}), or with colons the time of day that stands in the picture ({@code 14:03:22}). Pure.
 *
 * @param first time of the first picture
 * @param zone the site's
 */
record ClipTimes(Instant first, ZoneId zone) {
    private static final Pattern LENGTH =
            Pattern.compile("(?:(\\d{1,3})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})(?:\\.(\\d{1,3}))?s?)?");
    private static final Pattern MASK =
            Pattern.compile("(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\d{1,5})(?:@([0-9hms:.]*)-([0-9hms:.]*))?");
    private static final Duration HALF_DAY = Duration.ofHours(12);

    /** @throws VigilException USAGE */
    Duration moment(String text) {
        if (text.indexOf(':') >= 0) {
            try {
                ZonedDateTime start = first.atZone(zone);
                ZonedDateTime at = start.with(LocalTime.parse(text));
                // Past midnight the clock starts anew.
                at = Duration.between(at, start).compareTo(HALF_DAY) > 0 ? at.plusDays(1) : at;
                Duration since = Duration.between(start, at);
                return since.isNegative() ? Duration.ZERO : since;
            } catch (DateTimeException e) {
                throw bad(text);
            }
        }
        Matcher m = LENGTH.matcher(text);
        if (text.isEmpty() || !m.matches()) {
            throw bad(text);
        }
        String millis = m.group(4) == null ? "0" : (m.group(4) + "00").substring(0, 3);
        return Duration.ofHours(number(m.group(1)))
                .plusMinutes(number(m.group(2)))
                .plusSeconds(number(m.group(3)))
                .plusMillis(number(millis));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static VigilException bad(String text) {
        return new VigilException(ErrorKind.USAGE, "VG-COPY-TIME", CopyText.TIME_BAD.with(text))
                .next(CopyText.TIME_FORM.with());
    }

    /**
     * Reads {@code x,y,width,height}, with {@code @from-to} or either of the two.
     *
     * @throws VigilException USAGE
     */
    Mask mask(String text) {
        Matcher m = MASK.matcher(text);
        if (m.matches()) {
            String from = m.group(5);
            String to = m.group(6);
            try {
                return new Mask(
                        Integer.parseInt(m.group(1)),
                        Integer.parseInt(m.group(2)),
                        Integer.parseInt(m.group(3)),
                        Integer.parseInt(m.group(4)),
                        from == null || from.isEmpty() ? Duration.ZERO : moment(from),
                        to == null || to.isEmpty() ? null : moment(to));
            } catch (IllegalArgumentException e) {
                // Of no width or time: said below.
            }
        }
        throw new VigilException(ErrorKind.USAGE, "VG-COPY-MASK", CopyText.MASK_BAD.with(text))
                .next(CopyText.MASK_FORM.with());
    }
}
