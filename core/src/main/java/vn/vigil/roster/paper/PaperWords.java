package vn.vigil.roster.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.vigil.base.Message;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Days and hours as papers print them. Pure. */
record PaperWords(Lang lang, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter DAY_YEAR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final PaperText[] WEEKDAYS = {
        PaperText.MONDAY,
        PaperText.TUESDAY,
        PaperText.WEDNESDAY,
        PaperText.THURSDAY,
        PaperText.FRIDAY,
        PaperText.SATURDAY,
        PaperText.SUNDAY
    };
    private static final PaperText[] SHORT = {
        PaperText.MON, PaperText.TUE, PaperText.WED, PaperText.THU, PaperText.FRI, PaperText.SAT, PaperText.SUN
    };
    private static final PaperText[] MONTHS = {
        PaperText.JANUARY,
        PaperText.FEBRUARY,
        PaperText.MARCH,
        PaperText.APRIL,
        PaperText.MAY,
        PaperText.JUNE,
        PaperText.JULY,
        PaperText.AUGUST,
        PaperText.SEPTEMBER,
        PaperText.OCTOBER,
        PaperText.NOVEMBER,
        PaperText.DECEMBER
    };

    String say(Message message) {
        return Texts.render(message, lang);
    }

    /** The weekday and, in a line below, {@code 01/12/2026}. */
    String day(LocalDate day) {
        return say(WEEKDAYS[day.getDayOfWeek().getValue() - 1].with()) + "\n" + DAY_YEAR.format(day);
    }

    /** {@code T3 01/12}. */
    String shortDay(LocalDate day) {
        return say(SHORT[day.getDayOfWeek().getValue() - 1].with()) + "\u00a0" + DAY.format(day);
    }

    /** {@code 01/12/2026}. */
    String date(LocalDate day) {
        return DAY_YEAR.format(day);
    }

    String time(LocalTime time) {
        return TIME.format(time);
    }

    String time(Instant t) {
        return TIME.format(t.atZone(zone));
    }

    /** {@code ngày 05 tháng 02 năm 2026}: zeros before days to 9 and before the months 1 and 2 only; blanks for null. */
    String formalDate(LocalDate day) {
        if (day == null) {
            return say(PaperText.FORMAL_DATE_BLANK.with());
        }
        if (lang == Lang.EN) {
            return say(PaperText.FORMAL_DATE.with(
                    Integer.toString(day.getDayOfMonth()),
                    say(MONTHS[day.getMonthValue() - 1].with()),
                    Integer.toString(day.getYear())));
        }
        int d = day.getDayOfMonth();
        int m = day.getMonthValue();
        return say(PaperText.FORMAL_DATE.with(
                (d < 10 ? "0" : "") + d, (m < 3 ? "0" : "") + m, Integer.toString(day.getYear())));
    }

    /** What the roster is of: a month, a quarter, or days; {@code THÁNG 12 NĂM 2026}. */
    String period(LocalDate first, LocalDate last) {
        boolean whole = first.getDayOfMonth() == 1 && last.plusDays(1).getDayOfMonth() == 1;
        String year = Integer.toString(first.getYear());
        if (whole && first.plusMonths(1).minusDays(1).equals(last)) {
            String month = lang == Lang.EN
                    ? say(MONTHS[first.getMonthValue() - 1].with())
                    : Integer.toString(first.getMonthValue());
            return say(PaperText.PERIOD_MONTH.with(month, year));
        }
        if (whole
                && first.getMonthValue() % 3 == 1
                && first.plusMonths(3).minusDays(1).equals(last)) {
            return say(PaperText.PERIOD_QUARTER.with(
                    new String[] {"I", "II", "III", "IV"}[first.getMonthValue() / 3], year));
        }
        return first.equals(last)
                ? say(PaperText.PERIOD_DAY.with(date(first)))
                : say(PaperText.PERIOD_DAYS.with(date(first), date(last)));
    }

    /** Upper case as headings have it. */
    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
