package vn.vigil.roster.book;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.DayClass;
import vn.vigil.people.People;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;
import vn.vigil.text.Texts;
import vn.vigil.text.TimeText;
import vn.vigil.text.Viet;

/** Reads what people wrote, and collects all that is wrong with it. For one input. */
final class Reading {
    static final int LINE = 200;
    private static final int MOST_FAULTS = 100;

    private record Fault(ErrorKind kind, Message what) {}

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, MemberId> persons = new HashMap<>();
    private final Set<String> strangers = new LinkedHashSet<>();
    final People people;
    final Instant now;
    final ZoneId zone;
    private final boolean dayFirst;

    Reading(People people, Instant now, ZoneId zone, boolean dayFirst) {
        this.people = people;
        this.now = now;
        this.zone = zone;
        this.dayFirst = dayFirst;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    // Faults

    int count() {
        return faults.size();
    }

    void fault(Written w, BookColumn column, Message what) {
        fault(w, column, ErrorKind.USAGE, what);
    }

    void fault(Written w, BookColumn column, ErrorKind kind, Message what) {
        faults.add(new Fault(kind, BookText.FAULT.with(w.place().of(column), what)));
    }

    /**
     * Refuses when there is any fault. What cannot be understood goes before what is in conflict; a name that nothing has is
     * NOT_FOUND only where a command named it.
     *
     * @param file whether a file told all this
     */
    void refuse(Message what, boolean file) {
        if (faults.isEmpty()) {
            return;
        }
        Set<ErrorKind> kinds = EnumSet.noneOf(ErrorKind.class);
        for (Fault fault : faults) {
            kinds.add(file && fault.kind() == ErrorKind.NOT_FOUND ? ErrorKind.USAGE : fault.kind());
        }
        ErrorKind kind = kinds.size() == 1 ? kinds.iterator().next() : ErrorKind.USAGE;
        VigilException e =
                new VigilException(kind, kind == ErrorKind.CONFLICT ? "VG-ROSTER-DIFFERENT" : "VG-ROSTER-FAULTS", what);
        for (Fault fault : faults.subList(0, Math.min(MOST_FAULTS, faults.size()))) {
            e.why(fault.what());
        }
        if (faults.size() > MOST_FAULTS) {
            e.why(BookText.MORE_FAULTS.with(faults.size() - MOST_FAULTS));
        }
        throw kind == ErrorKind.CONFLICT ? e.next(BookText.EDIT_NEXT.with()) : e;
    }

    // Texts

    /** Null when nothing was said, or only emptiness. */
    String text(Written w, BookColumn column) {
        String written = w.cells().get(column);
        if (written == null) {
            return null;
        }
        String text = Viet.nfc(written.strip());
        if (!isLine(text)) {
            fault(w, column, BookText.BAD_TEXT.with(LINE));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** Was something said, if only to take it away? */
    static boolean said(Written w, BookColumn column) {
        return w.cells().containsKey(column);
    }

    /** What was said; else what is there. A fault when there is nothing in the end. */
    String line(Written w, BookColumn column, String there) {
        int before = faults.size();
        String text = said(w, column) ? text(w, column) : there;
        if (text == null && faults.size() == before) {
            fault(w, column, BookText.MISSING.with());
        }
        return text;
    }

    private static boolean isLine(String text) {
        boolean good = text.length() <= LINE;
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            good = !Character.isISOControl(c) && (!Character.isSurrogate(c) || pair);
            i += pair ? 1 : 0;
        }
        return good;
    }

    /** A short name; null after a fault. */
    String id(Written w, BookColumn column) {
        String id = line(w, column, null);
        if (id != null && !CameraId.isValid(id)) {
            fault(w, column, BookText.BAD_ID.with(id));
            return null;
        }
        return id;
    }

    /** One of the known names, or a fault with the nearest. */
    boolean known(Written w, BookColumn column, MessageKey kind, String name, Collection<String> known) {
        if (known.contains(name)) {
            return true;
        }
        String near = Nearest.of(name, known);
        fault(
                w,
                column,
                ErrorKind.NOT_FOUND,
                near == null
                        ? BookText.UNKNOWN.with(kind.with(), name)
                        : BookText.UNKNOWN_NEAR.with(kind.with(), name, near));
        return false;
    }

    // Choices

    /** One of the values, by its word or its name in either language; {@code otherwise} when nothing was said. */
    <E extends MessageKey> E choice(Written w, BookColumn column, E[] values, E otherwise) {
        String text = text(w, column);
        if (text == null) {
            return otherwise;
        }
        E found = match(text, values);
        if (found == null) {
            unfit(w, column, text, values);
        }
        return found == null ? otherwise : found;
    }

    boolean flag(Written w, BookColumn column, boolean otherwise) {
        return switch (choice(w, column, YesNo.values(), otherwise ? YesNo.YES : YesNo.NO)) {
            case YES -> true;
            case NO -> false;
        };
    }

    static <E extends MessageKey> E match(String text, E[] values) {
        String wanted = Viet.fold(text);
        for (E value : values) {
            if (wanted.equals(value.id())) {
                return value;
            }
            for (Lang lang : Lang.values()) {
                if (wanted.equals(Viet.fold(Texts.pattern(value, lang)))) {
                    return value;
                }
            }
        }
        if (values instanceof YesNo[] && (wanted.equals("true") || wanted.equals("x") || wanted.equals("1"))) {
            return values[0];
        }
        return values instanceof YesNo[] && (wanted.equals("false") || wanted.equals("0")) ? values[1] : null;
    }

    private <E extends MessageKey> void unfit(Written w, BookColumn column, String text, E[] values) {
        List<String> words = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (E value : values) {
            words.add(value.id());
            all.add(value.id());
            all.add(Texts.pattern(value, Lang.VI));
        }
        String near = Nearest.of(text, all);
        fault(
                w,
                column,
                near == null
                        ? BookText.BAD_CHOICE.with(text, String.join(", ", words))
                        : BookText.BAD_CHOICE_NEAR.with(text, String.join(", ", words), near));
    }

    /** Classes of days, with commas, semicolons or bars between, their words also with blanks; {@code all} for every one. */
    Set<DayClass> days(Written w, Set<DayClass> otherwise) {
        String text = text(w, BookColumn.DAYS);
        if (text == null) {
            return otherwise;
        }
        if (text.equals("all") || Viet.fold(text).equals("moi ngay")) {
            return EnumSet.allOf(DayClass.class);
        }
        EnumSet<DayClass> days = EnumSet.noneOf(DayClass.class);
        for (String part : parts(text, ",;|")) {
            DayClass whole = match(part, DayClass.values());
            if (whole != null) {
                days.add(whole);
                continue;
            }
            for (String word : parts(part, " ")) {
                DayClass one = match(word, DayClass.values());
                if (one == null) {
                    unfit(w, BookColumn.DAYS, part, DayClass.values());
                    return otherwise;
                }
                days.add(one);
            }
        }
        return days;
    }

    static List<String> parts(String text, String separators) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    // Numbers and times

    /** A whole number within bounds, {@code m} behind minutes allowed. */
    int number(Written w, BookColumn column, int least, int most, int otherwise) {
        String text = text(w, column);
        if (text == null) {
            return otherwise;
        }
        String digits = text.endsWith("m") ? text.substring(0, text.length() - 1) : text;
        int value = -1;
        for (int i = 0; i < digits.length() && digits.length() < 7; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                value = -1;
                break;
            }
            value = Math.max(0, value) * 10 + digit;
        }
        if (value < least || value > most) {
            fault(w, column, BookText.BAD_NUMBER.with(text, least, most));
            return otherwise;
        }
        return value;
    }

    /** A day; null when nothing was said, or after a fault. */
    LocalDate day(Written w, BookColumn column) {
        String text = text(w, column);
        return text == null ? null : day(w, column, text);
    }

    private LocalDate day(Written w, BookColumn column, String text) {
        Instant at = moment(w, column, text);
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    private Instant moment(Written w, BookColumn column, String text) {
        try {
            return TimeText.instant(text, now, zone, dayFirst);
        } catch (VigilException e) {
            fault(w, column, joined(e));
            return null;
        }
    }

    /** What an exception says, as one reason. */
    private static Message joined(VigilException e) {
        Message all = e.what();
        for (Message why : e.why()) {
            all = BookText.AND.with(all, why);
        }
        return all;
    }

    /** {@code 07:30}, {@code 7:30}, {@code 7h30}, {@code 7h}; 24:00 is told apart by {@link #midnight}. Null after a fault. */
    LocalTime time(Written w, BookColumn column, LocalTime there) {
        int before = faults.size();
        String text = said(w, column) ? text(w, column) : null;
        if (text == null) {
            if (there == null && faults.size() == before) {
                fault(w, column, BookText.MISSING.with());
            }
            return there;
        }
        if (midnight(text)) {
            return LocalTime.MIDNIGHT;
        }
        String clock = text.replace('h', ':').replace('g', ':');
        clock = clock.endsWith(":") ? clock + "00" : clock;
        clock = clock.length() == 8 && clock.endsWith(":00") ? clock.substring(0, 5) : clock;
        try {
            return LocalTime.parse(clock.length() == 4 ? "0" + clock : clock)
                    .withSecond(0)
                    .withNano(0);
        } catch (DateTimeException e) {
            fault(w, column, BookText.BAD_TIME.with(text));
            return there;
        }
    }

    static boolean midnight(String text) {
        return text != null && (text.equals("24:00") || text.equals("24h") || text.equals("24h00"));
    }

    /** From the first day or moment to the last day, or the moment of return. Null after a fault. */
    TimeSpan span(Written w) {
        String from = line(w, BookColumn.FROM, null);
        String until = line(w, BookColumn.UNTIL, null);
        Instant first = from == null ? null : moment(w, BookColumn.FROM, from);
        Instant last = until == null ? null : moment(w, BookColumn.UNTIL, until);
        if (first == null || last == null) {
            return null;
        }
        if (wholeDay(until)) {
            last = LocalDate.ofInstant(last, zone)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        if (!first.isBefore(last)) {
            fault(w, BookColumn.UNTIL, BookText.ENDS_BEFORE.with(from, until));
            return null;
        }
        return new TimeSpan(first, last);
    }

    private static boolean wholeDay(String text) {
        return text.indexOf(':') < 0 && !text.equals("now") && !text.startsWith("-");
    }

    /** Minutes of a length such as {@code 12h}; −1 after a fault. */
    long minutes(Written w, BookColumn column, String text) {
        try {
            Duration length = TimeText.duration(text);
            if (length.toSecondsPart() == 0 && length.compareTo(Duration.ofDays(366)) <= 0) {
                return length.toMinutes();
            }
        } catch (VigilException e) {
            // Told below, with the example that fits.
        }
        fault(w, column, BookText.BAD_LENGTH.with(text));
        return -1;
    }

    // People

    /** A member by id or name; null when nothing was said, or after a fault. */
    MemberId person(Written w, BookColumn column, boolean demanded) {
        String text = demanded ? line(w, column, null) : text(w, column);
        return text == null ? null : person(w, column, text);
    }

    MemberId person(Written w, BookColumn column, String text) {
        MemberId known = persons.get(text);
        if (known != null) {
            return known;
        }
        try {
            MemberId found = people.show(text).id();
            persons.put(text, found);
            return found;
        } catch (VigilException e) {
            if (strangers.add(text) || !said(w, column)) {
                fault(w, column, e.kind(), joined(e));
            } else {
                fault(w, column, e.kind(), e.what());
            }
            return null;
        }
    }
}
