package vn.vigil.roster.holiday;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.calendar.DecidedDay;
import vn.vigil.calendar.LunarCalendar;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.text.Nearest;
import vn.vigil.text.Viet;

/** Reads what was written of one day, and collects all that is wrong with it. For one day. */
final class HolidayJudge {
    static final int NAME = 200;
    static final int BASIS = 500;

    /**
     * Something wrong with a field.
     *
     * @param field {@code date}, {@code kind}, {@code name} or {@code basis}
     */
    record Fault(String field, Message what) {}

    private final List<Fault> faults = new ArrayList<>();
    private final PublicHolidays calendar;

    /** @param calendar what holds without the day that is read */
    HolidayJudge(PublicHolidays calendar) {
        this.calendar = calendar;
    }

    List<Fault> faults() {
        return faults;
    }

    private void fault(String field, Message what) {
        faults.add(new Fault(field, what));
    }

    /** A day in the one form that a file may have it in: {@code 2026-02-16}. Null when it is none. */
    LocalDate date(String written) {
        if (written == null) {
            fault("date", HolidayText.MISSING.with());
            return null;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            fault("date", HolidayText.BAD_DATE.with(written));
            return null;
        }
    }

    /**
     * The decision; null when something is wrong.
     *
     * @param date null when what is wrong with it was told already
     */
    DecidedDay read(LocalDate date, String kindWord, String writtenName, String writtenBasis) {
        boolean known = date != null && LunarCalendar.covers(date.getYear());
        if (date != null && !known) {
            fault(
                    "date",
                    HolidayText.BAD_YEAR.with(
                            date.toString(),
                            Integer.toString(LunarCalendar.FIRST_YEAR),
                            Integer.toString(LunarCalendar.LAST_YEAR)));
        }
        DecidedDay.Kind kind = kind(kindWord);
        String name = text("name", writtenName, NAME);
        String basis = text("basis", writtenBasis, BASIS);
        if (known && kind != null) {
            sense(date, kind);
        }
        return faults.isEmpty() ? new DecidedDay(date, kind, name, basis, true) : null;
    }

    /** What would change nothing was meant otherwise, by custom a date that was mistyped. */
    private void sense(LocalDate date, DecidedDay.Kind kind) {
        DecidedDay there = calendar.decision(date);
        boolean again = there != null && there.kind() == kind;
        if (kind == DecidedDay.Kind.WORK && calendar.workday(date) && !again) {
            fault("date", HolidayText.WORKED_ANYWAY.with(date.toString()));
        }
        if (kind == DecidedDay.Kind.SWAP && !calendar.workday(date) && !again) {
            fault("date", HolidayText.FREE_ANYWAY.with(date.toString()));
        }
    }

    private DecidedDay.Kind kind(String written) {
        if (written == null || written.isBlank()) {
            fault("kind", HolidayText.MISSING.with());
            return null;
        }
        List<String> words = new ArrayList<>();
        for (DecidedDay.Kind kind : DecidedDay.Kind.values()) {
            words.add(kind.word());
        }
        DecidedDay.Kind kind = DecidedDay.Kind.of(written.strip());
        if (kind == null) {
            String near = Nearest.of(written, words);
            fault(
                    "kind",
                    near == null
                            ? HolidayText.BAD_KIND.with(written, String.join(", ", words))
                            : HolidayText.BAD_KIND_NEAR.with(written, near));
        }
        return kind;
    }

    /** One line in NFC, which must be there. */
    String text(String field, String written, int most) {
        String text = written == null ? "" : Viet.nfc(written.strip());
        if (text.isEmpty()) {
            fault(field, HolidayText.MISSING.with());
            return null;
        }
        boolean bad = text.length() > most;
        for (int i = 0; i < text.length() && !bad; i++) {
            char c = text.charAt(i);
            boolean half = Character.isHighSurrogate(c)
                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            bad = Character.isISOControl(c) || half;
        }
        if (bad) {
            fault(field, HolidayText.BAD_TEXT.with(most));
        }
        return text;
    }
}
