package vn.vigil.vendor.hikvision;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Time zones as these devices write them, after POSIX (Base Definitions §8.3, TZ) with two liberties: {@code
 * CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00}. A minus means east of Greenwich: Vietnam is {@code CST-7:00:00}.
 * Behind the name of the summer time stands what is added in summer, not an offset of its own. Stateless.
 */
final class PosixZone {
    private static final int HOUR = 3600;

    private PosixZone() {}

    /** @return null when it is no such zone */
    static ZoneRules parse(String text) {
        String s = text.strip();
        try {
            int name = name(s, 0);
            int end = digits(s, name);
            if (name == 0 || end == name) {
                return null;
            }
            ZoneOffset standard = ZoneOffset.ofTotalSeconds(-seconds(s.substring(name, end)));
            String[] parts = s.substring(end).split(",", 4);
            if (parts.length != 3) {
                return parts.length == 1 ? ZoneRules.of(standard) : null;
            }
            int summer = name(parts[0], 0);
            int added = summer < parts[0].length() ? seconds(parts[0].substring(summer)) : HOUR;
            ZoneOffset saving = ZoneOffset.ofTotalSeconds(standard.getTotalSeconds() + added);
            if (summer == 0 || added <= 0) {
                return ZoneRules.of(standard);
            }
            return rules(
                    standard, rule(parts[1], standard, standard, saving), rule(parts[2], standard, saving, standard));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Rules that hold for ever. Java wants them in the year's order, and looks at them only behind a transition. */
    private static ZoneRules rules(ZoneOffset standard, ZoneOffsetTransitionRule to, ZoneOffsetTransitionRule back) {
        boolean north = to.getMonth().compareTo(back.getMonth()) < 0;
        ZoneOffsetTransitionRule last = north ? back : to;
        return ZoneRules.of(
                standard,
                last.getOffsetBefore(),
                List.of(),
                List.of(last.createTransition(1970)),
                List.of(north ? to : back, last));
    }

    /** {@code M3.5.0/02:00:00}: month, week (5: the last), day of the week from Sunday, time of day. */
    private static ZoneOffsetTransitionRule rule(
            String text, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        if (!text.startsWith("M")) {
            throw new IllegalArgumentException("a rule of another kind");
        }
        int slash = text.indexOf('/');
        String[] day =
                (slash < 0 ? text : text.substring(0, slash)).substring(1).split("\\.", 4);
        if (day.length != 3) {
            throw new IllegalArgumentException("a rule of other parts");
        }
        int week = Integer.parseInt(day[1]);
        int weekday = Integer.parseInt(day[2]);
        if (week < 1 || week > 5) {
            throw new IllegalArgumentException("week " + week);
        }
        int at = slash < 0 ? 2 * HOUR : seconds(text.substring(slash + 1));
        boolean midnight = at == 24 * HOUR;
        return ZoneOffsetTransitionRule.of(
                Month.of(Integer.parseInt(day[0])),
                week == 5 ? -1 : 1 + 7 * (week - 1),
                DayOfWeek.of(weekday == 0 ? 7 : weekday),
                midnight ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(at),
                midnight,
                TimeDefinition.WALL,
                standard,
                before,
                after);
    }

    private static int name(String s, int from) {
        int i = from;
        if (s.startsWith("<")) {
            return s.indexOf('>') + 1;
        }
        while (i < s.length() && Character.isLetter(s.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int digits(String s, int from) {
        int i = from;
        while (i < s.length() && "+-:0123456789".indexOf(s.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** {@code [+-]hh[:mm[:ss]]} in seconds. */
    private static int seconds(String text) {
        boolean minus = text.startsWith("-");
        String[] parts = (minus || text.startsWith("+") ? text.substring(1) : text).split(":", 4);
        int total = 0;
        int unit = HOUR;
        for (String part : parts) {
            if (part.length() > 3) {
                throw new IllegalArgumentException("a number too long");
            }
            total += Integer.parseInt(part) * unit;
            unit /= 60;
        }
        return minus ? -total : total;
    }
}
