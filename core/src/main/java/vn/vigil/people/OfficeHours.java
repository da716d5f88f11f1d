package vn.vigil.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.TimeSpan;

/**
 * A week's office hours: when somebody is busy with the day job. Written as {@code Mon-Fri 07:30-11:30 13:00-17:00}, several
 * kinds of days with a semicolon between; days also as {@code T2}–{@code T7} and {@code CN}. Public holidays are the reader's
 * affair. Immutable.
 */
public final class OfficeHours {
    /** No office hours at all. */
    public static final OfficeHours NONE = new OfficeHours(List.of());

    private static final String[] DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    private static final String[] NGAY = {"t2", "t3", "t4", "t5", "t6", "t7", "cn"};
    private static final int DAY_MINUTES = 24 * 60;

    /** A stretch of a day in minutes since midnight, half-open. */
    private record Stretch(int from, int to) {}

    /** Seven lists, Monday's first, each in order and without overlap; empty for no hours at all. */
    private final List<List<Stretch>> week;

    private OfficeHours(List<List<Stretch>> week) {
        this.week = week;
    }

    /**
     * Reads what a person wrote: see the class; {@code none} is {@link #NONE}.
     *
     * @return null when it is not understood, a stretch ends before it begins, or two overlap
     */
    public static OfficeHours parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT).replace('–', '-');
        if (written.equals("none")) {
            return NONE;
        }
        List<List<Stretch>> week = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            week.add(new ArrayList<>());
        }
        for (String part : split(written, ';')) {
            if (!read(part.strip(), week)) {
                return null;
            }
        }
        return new OfficeHours(week);
    }

    private static boolean read(String part, List<List<Stretch>> week) {
        List<String> words = split(part.replace(',', ' '), ' ');
        if (words.size() < 2) {
            return false;
        }
        List<Integer> days = new ArrayList<>();
        int at = 0;
        while (at < words.size() && !digit(words.get(at))) {
            if (!days(words.get(at++), days)) {
                return false;
            }
        }
        if (days.isEmpty() || at == words.size()) {
            return false;
        }
        for (; at < words.size(); at++) {
            Stretch stretch = stretch(words.get(at));
            if (stretch == null) {
                return false;
            }
            for (int day : days) {
                if (!put(week.get(day), stretch)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean digit(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    private static List<String> split(String text, char by) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == by) {
                if (i > from) {
                    parts.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        return parts;
    }

    /** {@code fri} or {@code mon-fri}. */
    private static boolean days(String word, List<Integer> days) {
        int dash = word.indexOf('-');
        int first = day(dash < 0 ? word : word.substring(0, dash));
        int last = dash < 0 ? first : day(word.substring(dash + 1));
        if (first < 0 || last < first) {
            return false;
        }
        for (int d = first; d <= last; d++) {
            if (days.contains(d)) {
                return false;
            }
            days.add(d);
        }
        return true;
    }

    private static int day(String word) {
        for (int i = 0; i < 7; i++) {
            if (DAYS[i].equals(word) || NGAY[i].equals(word)) {
                return i;
            }
        }
        return -1;
    }

    private static Stretch stretch(String word) {
        int dash = word.indexOf('-');
        int from = dash < 0 ? -1 : minute(word.substring(0, dash));
        int to = dash < 0 ? -1 : minute(word.substring(dash + 1));
        return from < 0 || to <= from ? null : new Stretch(from, to);
    }

    /** {@code 07:30}, {@code 7:30} or {@code 24:00} in minutes since midnight; -1 for anything else. */
    private static int minute(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon > 2 || text.length() != colon + 3) {
            return -1;
        }
        int value = 0;
        int hour = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == colon) {
                hour = value;
                value = 0;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + c - '0';
            } else {
                return -1;
            }
        }
        int minutes = hour * 60 + value;
        return value > 59 || minutes > DAY_MINUTES ? -1 : minutes;
    }

    private static boolean put(List<Stretch> day, Stretch stretch) {
        int at = 0;
        while (at < day.size() && day.get(at).from() < stretch.from()) {
            at++;
        }
        boolean clash = at > 0 && day.get(at - 1).to() > stretch.from()
                || at < day.size() && day.get(at).from() < stretch.to();
        if (!clash) {
            day.add(at, stretch);
        }
        return !clash;
    }

    /** The busy times of a day, in order. A border that a zone change skips moves behind the gap. */
    public List<TimeSpan> on(LocalDate day, ZoneId zone) {
        List<TimeSpan> spans = new ArrayList<>();
        if (!week.isEmpty()) {
            DayOfWeek name = day.getDayOfWeek();
            for (Stretch s : week.get(name.getValue() - 1)) {
                Instant from = instant(day, s.from(), zone);
                Instant to = instant(day, s.to(), zone);
                if (from.isBefore(to)) {
                    spans.add(new TimeSpan(from, to));
                }
            }
        }
        return spans;
    }

    private static Instant instant(LocalDate day, int minute, ZoneId zone) {
        return minute == DAY_MINUTES
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.of(minute / 60, minute % 60))
                        .atZone(zone)
                        .toInstant();
    }

    /** The one way of writing them, which {@link #parse} reads back. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (int first = 0; first < week.size(); ) {
            int last = first;
            while (last + 1 < 7 && week.get(last + 1).equals(week.get(first))) {
                last++;
            }
            if (!week.get(first).isEmpty()) {
                out.append(out.length() == 0 ? "" : "; ").append(name(first));
                if (last > first) {
                    out.append('-').append(name(last));
                }
                for (Stretch s : week.get(first)) {
                    out.append(' ');
                    clock(out, s.from());
                    clock(out.append('-'), s.to());
                }
            }
            first = last + 1;
        }
        return out.length() == 0 ? "none" : out.toString();
    }

    private static String name(int day) {
        return Character.toUpperCase(DAYS[day].charAt(0)) + DAYS[day].substring(1);
    }

    private static void clock(StringBuilder out, int minute) {
        int hour = minute / 60;
        int rest = minute % 60;
        out.append(hour < 10 ? "0" : "")
                .append(hour)
                .append(rest < 10 ? ":0" : ":")
                .append(rest);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof OfficeHours other && text().equals(other.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
