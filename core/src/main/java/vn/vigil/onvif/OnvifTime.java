package vn.vigil.onvif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as ONVIF writes them. Pure. */
final class OnvifTime {
    private OnvifTime() {}

    /** RFC 3339 in UTC with milliseconds and {@code Z}. */
    static String print(Instant time) {
        String whole = time.truncatedTo(ChronoUnit.SECONDS).toString();
        int millis = time.truncatedTo(ChronoUnit.MILLIS).getNano() / 1_000_000;
        return whole.substring(0, whole.length() - 1) + "." + (char) ('0' + millis / 100)
                + (char) ('0' + millis / 10 % 10) + (char) ('0' + millis % 10) + "Z";
    }

    /**
     * An xs:dateTime, read leniently: fraction of any length, blank instead of T, {@code 24:00:00}; without a zone it is UTC,
     * as the search specification demands.
     *
     * @return null when it is no time that exists
     */
    static Instant parse(String text) {
        String s = text.trim();
        try {
            int sep = Math.max(s.indexOf('T'), Math.max(s.indexOf('t'), s.indexOf(' ')));
            if (sep < 8 || s.length() > 64) {
                return null;
            }
            int zone = s.length();
            for (int i = sep + 1; i < s.length(); i++) {
                char c = s.charAt(i);
                if (c == 'Z' || c == 'z' || c == '+' || c == '-') {
                    zone = i;
                    break;
                }
            }
            String[] date = s.substring(0, sep).split("-", 4);
            String[] time = s.substring(sep + 1, zone).trim().split(":", 4);
            if (date.length != 3 || time.length < 2 || time.length > 3) {
                return null;
            }
            String seconds = time.length == 3 ? time[2] : "0";
            int point = seconds.indexOf('.');
            int whole = Integer.parseInt(point < 0 ? seconds : seconds.substring(0, point));
            String fraction = point < 0 ? "" : seconds.substring(point + 1);
            int nanos = fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
            int hour = Integer.parseInt(time[0].trim());
            int minute = Integer.parseInt(time[1]);
            boolean midnight = hour == 24 && minute == 0 && whole == 0 && nanos == 0;
            // A leap second is told as the last second before it.
            LocalDateTime local = LocalDateTime.of(
                    Integer.parseInt(date[0]),
                    Integer.parseInt(date[1]),
                    Integer.parseInt(date[2]),
                    midnight ? 0 : hour,
                    minute,
                    whole == 60 ? 59 : whole,
                    nanos);
            return (midnight ? local.plusDays(1) : local).toInstant(offset(s.substring(zone)));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static ZoneOffset offset(String zone) {
        return zone.isEmpty() || zone.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    /**
     * The zone of a device: POSIX form ({@code ICT-7}, {@code CST-7:00:00}, {@code <+07>-7}), where a minus means east of
     * Greenwich, or a name such as {@code Asia/Ho_Chi_Minh}. Of a summer time only its being in force is taken, one hour.
     *
     * @return null when it is none of these
     */
    static ZoneId zone(String text, boolean summer) {
        String s = text.trim();
        try {
            if (s.indexOf('/') > 0 && s.indexOf(',') < 0) {
                return ZoneId.of(s);
            }
            int i = 0;
            if (s.startsWith("<")) {
                i = s.indexOf('>') + 1;
            } else {
                while (i < s.length() && Character.isLetter(s.charAt(i))) {
                    i++;
                }
            }
            if (i == 0) {
                return null;
            }
            int from = i;
            while (i < s.length() && "+-:0123456789".indexOf(s.charAt(i)) >= 0) {
                i++;
            }
            String[] parts = s.substring(from, i).split(":", 4);
            boolean east = parts[0].startsWith("-");
            String hours = east || parts[0].startsWith("+") ? parts[0].substring(1) : parts[0];
            int seconds = hours.isEmpty() ? 0 : Integer.parseInt(hours) * 3600;
            seconds += parts.length > 1 ? Integer.parseInt(parts[1]) * 60 : 0;
            boolean rule = i < s.length();
            return ZoneOffset.ofTotalSeconds((east ? seconds : -seconds) + (rule && summer ? 3600 : 0));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
