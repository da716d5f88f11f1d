package vn.vigil.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.vigil.base.Message;
import vn.vigil.calendar.Quarter;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Times and names as papers about meetings write them. Pure. */
record MinutesWords(Lang lang, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    String say(Message message) {
        return Texts.render(message, lang);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** {@code 08 giờ 00 phút, ngày 05 tháng 10 năm 2026}. */
    String moment(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return say(MinutesText.MOMENT.with(
                two(at.atZone(zone).getHour()), two(at.atZone(zone).getMinute()), formal(day)));
    }

    /** {@code ngày 05 tháng 10 năm 2026}: two digits for days under 10 and for months 1 and 2 (Decree 30/2020). */
    String formal(LocalDate day) {
        if (lang == Lang.EN) {
            return day.toString();
        }
        int month = day.getMonthValue();
        return say(MinutesText.FORMAL_DAY.with(
                two(day.getDayOfMonth()),
                month < 3 ? two(month) : Integer.toString(month),
                Integer.toString(day.getYear())));
    }

    /** {@code quý IV năm 2026}. */
    String quarter(Quarter quarter) {
        return say(MinutesText.QUARTER.with(ROMAN[quarter.number() - 1], Integer.toString(quarter.year())));
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
