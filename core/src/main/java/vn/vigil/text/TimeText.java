package vn.vigil.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;

/**
 * Times as people write them and as vigil prints them; whatever is printed here is read back to the same instant. Pure:
 * "now" and the site's zone are handed in, the process's are never asked. Written without regular expressions and formatters,
 * since it lies on the way of every start.
 */
public final class TimeText {
    private TimeText() {}

    /** RFC 3339 with the zone's offset; seconds always, a fraction only when there is one: {@code 2026-03-02T14:05:00+07:00}. */
    public static String print(Instant t, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(t);
        LocalDateTime l = LocalDateTime.ofEpochSecond(t.getEpochSecond(), t.getNano(), offset);
        StringBuilder out = new StringBuilder(35);
        digits(out, l.getYear(), 4).append('-');
        digits(out, l.getMonthValue(), 2).append('-');
        digits(out, l.getDayOfMonth(), 2).append('T');
        digits(out, l.getHour(), 2).append(':');
        digits(out, l.getMinute(), 2).append(':');
        digits(out, l.getSecond(), 2);
        int nano = l.getNano();
        if (nano != 0) {
            int length = nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9;
            int part = length == 3 ? nano / 1_000_000 : length == 6 ? nano / 1_000 : nano;
            digits(out.append('.'), part, length);
        }
        return out.append(offset.getId()).toString();
    }

    private static StringBuilder digits(StringBuilder out, int n, int width) {
        String s = Integer.toString(n);
        for (int i = s.length(); i < width; i++) {
            out.append('0');
        }
        return out.append(s);
    }

    /** A length as it is read back: {@code 1h30m}, {@code 90s} as {@code 1m30s}, nothing as {@code 0s}; fractions of a second are cut. */
    public static String print(Duration length) {
        long s = length.toSeconds();
        StringBuilder out = new StringBuilder();
        if (s < 0) {
            out.append('-');
            s = -s;
        }
        long[] units = {86_400, 3_600, 60, 1};
        for (int i = 0; i < 4; i++) {
            if (s >= units[i]) {
                out.append(s / units[i]).append("dhms".charAt(i));
                s %= units[i];
            }
        }
        return out.length() == 0 ? "0s" : out.toString();
    }

    /**
     * Reads an instant: RFC 3339; {@code 2026-03-02 14:05[:05]} and {@code 2026-03-02} in the zone; {@code today|yesterday
     * [14:05]}; {@code now}; {@code -2h}; {@code 2/3/2026 14:05} only when {@code dayFirst}.
     *
     * @throws VigilException USAGE when it is not understood, no such time exists, or the zone skips or doubles it
     */
    public static Instant instant(String written, Instant now, ZoneId zone, boolean dayFirst) {
        String text = written.strip();
        if (text.equals("now")) {
            return now;
        }
        if (text.startsWith("-") && text.length() > 1) {
            return now.minus(duration(text.substring(1)));
        }
        LocalDate today = LocalDateTime.ofEpochSecond(
                        now.getEpochSecond(), 0, zone.getRules().getOffset(now))
                .toLocalDate();
        if (text.equals("today") || text.startsWith("today ")) {
            return local(text, today, time(text, text.substring(5).strip()), zone);
        }
        if (text.equals("yesterday") || text.startsWith("yesterday ")) {
            return local(text, today.minusDays(1), time(text, text.substring(9).strip()), zone);
        }
        if (text.indexOf('/') > 0) {
            return slashed(text, zone, dayFirst);
        }
        if (!shape(text, "dddd-dd-dd")) {
            throw notUnderstood(written);
        }
        LocalDate date = date(text, number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        if (text.length() == 10) {
            return local(text, date, LocalTime.MIDNIGHT, zone);
        }
        char separator = text.charAt(10);
        if (separator != 'T' && separator != 't' && separator != ' ') {
            throw notUnderstood(written);
        }
        String rest = text.substring(11).strip();
        int at = offsetStart(rest);
        if (at < 0) {
            return local(text, date, time(text, rest), zone);
        }
        return LocalDateTime.of(date, time(text, rest.substring(0, at).strip()))
                .toInstant(offset(text, rest.substring(at)));
    }

    /**
     * Reads a length: {@code 90s}, {@code 12m}, {@code 1h30m}, {@code 3d}.
     *
     * @throws VigilException USAGE when it is not understood or is no length at all
     */
    public static Duration duration(String written) {
        String text = written.strip();
        long seconds = 0;
        long number = -1;
        int last = 4;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int unit = "smhd".indexOf(c);
            if (c >= '0' && c <= '9' && number < 1_000_000_000L) {
                number = Math.max(number, 0) * 10 + (c - '0');
            } else if (unit >= 0 && unit < last && number >= 0) {
                seconds += number * new long[] {1, 60, 3_600, 86_400}[unit];
                last = unit;
                number = -1;
            } else {
                throw badDuration(written);
            }
        }
        if (number >= 0 || seconds <= 0 || seconds > 100L * 366 * 86_400) {
            throw badDuration(written);
        }
        return Duration.ofSeconds(seconds);
    }

    /**
     * Reads a half-open span from {@code --from} with either {@code --to} or {@code --for}.
     *
     * @param to may be null
     * @param length may be null
     * @throws VigilException USAGE as for each part, when no end or two ends are given, or when it ends before it begins
     */
    public static TimeSpan span(String from, String to, String length, Instant now, ZoneId zone, boolean dayFirst) {
        if (to == null && length == null) {
            throw refuse("VG-TIME-SPAN", TimeSentence.SPAN_NEEDS_END.with());
        }
        if (to != null && length != null) {
            throw refuse("VG-TIME-SPAN", TimeSentence.SPAN_TWO_ENDS.with());
        }
        Instant start = instant(from, now, zone, dayFirst);
        Instant end = to == null ? start.plus(duration(length)) : instant(to, now, zone, dayFirst);
        if (!start.isBefore(end)) {
            throw refuse("VG-TIME-SPAN", TimeSentence.SPAN_BACKWARDS.with(print(start, zone), print(end, zone)));
        }
        return new TimeSpan(start, end);
    }

    /** {@code d/m/yyyy [time]}: day first by agreement only; else both readings are named. */
    private static Instant slashed(String text, ZoneId zone, boolean dayFirst) {
        int a = text.indexOf('/');
        int b = text.indexOf('/', a + 1);
        int space = text.indexOf(' ');
        int end = space < 0 ? text.length() : space;
        if (b < 0 || a > 2 || b - a > 3 || b - a < 2 || end - b != 5) {
            throw notUnderstood(text);
        }
        int first = number(text, 0, a);
        int second = number(text, a + 1, b);
        int year = number(text, b + 1, end);
        if (first < 0 || second < 0 || year < 0) {
            throw notUnderstood(text);
        }
        LocalTime time = time(text, text.substring(end).strip());
        if (!dayFirst) {
            throw refuse(
                            "VG-TIME-UNCLEAR",
                            TimeSentence.DAY_FIRST_UNCLEAR.with(
                                    text, reading(year, second, first), reading(year, first, second)))
                    .next(TimeSentence.DAY_FIRST_NEXT.with());
        }
        return local(text, date(text, year, second, first), time, zone);
    }

    private static String reading(int year, int month, int day) {
        StringBuilder s = digits(new StringBuilder(), year, 4).append('-');
        digits(s, month, 2).append('-');
        return digits(s, day, 2).toString();
    }

    private static Instant local(String text, LocalDate date, LocalTime time, ZoneId zone) {
        LocalDateTime l = LocalDateTime.of(date, time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(l);
        if (offsets.isEmpty()) {
            throw refuse("VG-TIME-SKIPPED", TimeSentence.TIME_SKIPPED.with(text, zone.getId()));
        }
        if (offsets.size() > 1) {
            throw refuse(
                            "VG-TIME-DOUBLED",
                            TimeSentence.TIME_DOUBLED.with(
                                    text,
                                    zone.getId(),
                                    print(l.toInstant(offsets.get(0)), zone),
                                    print(l.toInstant(offsets.get(1)), zone)))
                    .next(TimeSentence.TIME_DOUBLED_NEXT.with());
        }
        return l.toInstant(offsets.get(0));
    }

    private static LocalDate date(String text, int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw noSuch(text);
        }
    }

    /** {@code hh:mm[:ss[.fraction]]}, or nothing for midnight; {@code h:mm} too. */
    private static LocalTime time(String whole, String text) {
        if (text.isEmpty()) {
            return LocalTime.MIDNIGHT;
        }
        String t = text.length() > 1 && text.charAt(1) == ':' ? "0" + text : text;
        boolean seconds = t.length() > 5;
        if (!shape(t, seconds ? "dd:dd:dd" : "dd:dd") || !seconds && t.length() != 5) {
            throw notUnderstood(whole);
        }
        int nano = 0;
        if (t.length() > 8) {
            int n = t.length() - 9;
            if (t.charAt(8) != '.' || n < 1 || n > 9 || number(t, 9, t.length()) < 0) {
                throw notUnderstood(whole);
            }
            nano = number(t, 9, t.length());
            for (int i = n; i < 9; i++) {
                nano *= 10;
            }
        }
        try {
            return LocalTime.of(number(t, 0, 2), number(t, 3, 5), seconds ? number(t, 6, 8) : 0, nano);
        } catch (DateTimeException e) {
            throw noSuch(whole);
        }
    }

    private static int offsetStart(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == 'Z' || c == 'z' || c == '+' || c == '-') {
                return i;
            }
        }
        return -1;
    }

    private static ZoneOffset offset(String whole, String text) {
        if (text.equals("Z") || text.equals("z")) {
            return ZoneOffset.UTC;
        }
        // RFC 3339 knows hh:mm only; seconds appear in what print() writes for instants before zones were rounded.
        if (!shape(text.substring(1), "dd:dd")
                || text.length() != 6 && !(text.length() == 9 && shape(text.substring(1), "dd:dd:dd"))) {
            throw notUnderstood(whole);
        }
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw noSuch(whole);
        }
    }

    /** Whether the text begins with this shape, {@code d} standing for a digit. */
    private static boolean shape(String text, String form) {
        if (text.length() < form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == 'd' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The number in a range of at most nine digits, or −1. */
    private static int number(String text, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            n = n * 10 + (c - '0');
        }
        return from < to ? n : -1;
    }

    private static VigilException notUnderstood(String text) {
        return refuse("VG-TIME-FORM", TimeSentence.TIME_NOT_UNDERSTOOD.with(text))
                .next(TimeSentence.TIME_FORMS.with());
    }

    private static VigilException noSuch(String text) {
        return refuse("VG-TIME-NONE", TimeSentence.NO_SUCH_DATE.with(text));
    }

    private static VigilException badDuration(String text) {
        return refuse("VG-TIME-LENGTH", TimeSentence.DURATION_NOT_UNDERSTOOD.with(text))
                .next(TimeSentence.DURATION_FORMS.with());
    }

    private static VigilException refuse(String id, Message what) {
        return new VigilException(ErrorKind.USAGE, id, what);
    }
}
