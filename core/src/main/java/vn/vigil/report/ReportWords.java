package vn.vigil.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.vigil.base.Message;
import vn.vigil.calendar.Quarter;
import vn.vigil.incident.IncidentKind;
import vn.vigil.people.Member;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/**
 * Figures, days and names as reports write them, in one language.
 *
 * @param names full names of people that are hidden behind initials; empty when names were asked for
 */
public record ReportWords(Lang lang, ZoneId zone, List<String> names, boolean masked) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};

    /** @param named whether names stand in full: the caller has seen to it that they may */
    static ReportWords of(Journal journal, Lang lang, boolean named) {
        List<String> names = new ArrayList<>();
        for (Member member : journal.people().list(true)) {
            names.add(member.name());
        }
        // Longer ones first: one name may begin another.
        names.sort(Comparator.comparing(String::length).reversed());
        return new ReportWords(lang, journal.config().zone(), names, !named);
    }

    public String say(Message message) {
        List<Object> args = new ArrayList<>();
        for (Object arg : message.args()) {
            args.add(arg instanceof Message || arg instanceof Number ? arg : cell(arg));
        }
        return Texts.render(new Message(message.key(), args), lang);
    }

    static String roman(int number) {
        return ROMAN[number - 1];
    }

    public String day(LocalDate day) {
        return lang == Lang.VI ? DAY.format(day) : day.toString();
    }

    /** {@code ngày 05 tháng 02 năm 2026} (Decree 30/2020). */
    String formal(LocalDate day) {
        if (lang == Lang.EN) {
            return day.toString();
        }
        int month = day.getMonthValue();
        return say(PaperText.FORMAL_DAY.with(
                two(day.getDayOfMonth()), month < 3 ? two(month) : "" + month, Integer.toString(day.getYear())));
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** {@code quý III năm 2026}. */
    public String period(Period period) {
        String year = Integer.toString(period.year());
        return switch (period.kind()) {
            case QUARTER -> quarter(Quarter.parse(period.key()));
            case INTERIM -> say((period.number() == 1 ? PaperText.FIRST_HALF : PaperText.SECOND_HALF).with(year));
            case YEAR -> say(PaperText.YEAR.with(year));
            case CUSTOM -> say(PaperText.SPAN.with(day(period.from()), day(period.last())));
        };
    }

    String quarter(Quarter quarter) {
        return say(PaperText.QUARTER.with(ROMAN[quarter.number() - 1], Integer.toString(quarter.year())));
    }

    /** A cell of a table, or an argument of a sentence. */
    public String cell(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Message message) {
            return say(message);
        }
        if (cell instanceof Measure m) {
            return measure(m.unit(), m.part(), m.whole());
        }
        if (cell instanceof IncidentKind kind) {
            return kind.name(lang);
        }
        if (cell instanceof PersonName name) {
            return name(name.full());
        }
        if (cell instanceof FreeText text) {
            return masked(text.words());
        }
        if (cell instanceof LocalDate day) {
            return day(day);
        }
        if (cell instanceof Instant at) {
            return TIME.format(at.atZone(zone));
        }
        if (cell instanceof Long || cell instanceof Integer) {
            return grouped(BigDecimal.valueOf(((Number) cell).longValue()), 0);
        }
        return cell.toString();
    }

    /** {@code T.T.L.}, unless names were asked for. */
    String name(String full) {
        return masked ? initials(full) : full;
    }

    static String initials(String full) {
        StringBuilder out = new StringBuilder();
        for (String word : Viet.nfc(full).strip().split("\\s+")) {
            out.appendCodePoint(Character.toUpperCase(word.codePointAt(0))).append('.');
        }
        return out.toString();
    }

    /** A text with the names in it behind initials. */
    String masked(String text) {
        String out = Viet.nfc(text);
        if (masked) {
            for (String name : names) {
                out = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(out)
                        .replaceAll(initials(name));
            }
        }
        return out;
    }

    /** A figure with its unit; what is not known is said to be so. */
    public String figure(Figure f) {
        if (!f.known()) {
            return say(PaperText.NO_DATA.with());
        }
        if (f.atLeast()) {
            return say(PaperText.NONE_FAILED.with(measure(f.rule().unit(), f.part(), f.whole())));
        }
        if (f.few() && f.rule() == FigureRule.COST_OVERRUN) {
            return say(PaperText.MONEY_OF.with(measure(Unit.DONG, f.part(), 1), measure(Unit.DONG, f.whole(), 1)));
        }
        if (f.few()) {
            return f.rule().unit() == Unit.TIME_SHARE
                    ? say(PaperText.HOURS_OF.with(hours(f.part()), hours(f.whole())))
                    : f.part() + "/" + f.whole();
        }
        return measure(f.rule().unit(), f.part(), f.whole());
    }

    private String hours(long seconds) {
        return number(Unit.HOURS, seconds, 1);
    }

    String measure(Unit unit, Long part, long whole) {
        if (part == null) {
            return say(PaperText.NO_DATA.with());
        }
        String number = number(unit, part, whole);
        return switch (unit) {
            case PERCENT, TIME_SHARE -> number + " %";
            case COUNT -> number;
            case MINUTES -> say(PaperText.MINUTES.with(number));
            case HOURS -> say(PaperText.HOURS.with(number));
            case DAYS -> say(PaperText.DAYS.with(number));
            case DONG -> say(PaperText.DONG.with(number));
        };
    }

    /** What could be if all that was not checked were bad, and if it were good; empty where everything is known. */
    public String bounds(Figure f) {
        return f.low() == null
                ? ""
                : say(PaperText.BOUNDS.with(
                        number(Unit.PERCENT, f.low(), f.boundWhole()), number(Unit.PERCENT, f.high(), f.boundWhole())));
    }

    /** The number alone, in its unit. */
    String number(Unit unit, long part, long whole) {
        BigDecimal shown = shown(unit, part, whole);
        return grouped(shown, shown.scale());
    }

    /**
     * What is shown of a number. Shares are cut off after one decimal and never rounded up, so that what misses its target never reads as
     * if it had reached it; what is not nought never reads as 0.
     */
    static BigDecimal shown(Unit unit, long part, long whole) {
        BigDecimal value = exact(unit, part, whole);
        int digits = unit == Unit.COUNT && part % whole == 0 || unit == Unit.DONG ? 0 : 1;
        if (unit == Unit.MINUTES && value.abs().compareTo(BigDecimal.TEN) >= 0) {
            digits = 0;
        }
        BigDecimal shown = value.setScale(digits, unit.share() ? RoundingMode.DOWN : RoundingMode.HALF_UP);
        return unit.share() && part > 0 && shown.signum() == 0 ? new BigDecimal("0.1") : shown;
    }

    static BigDecimal exact(Unit unit, long part, long whole) {
        long times = unit.share() ? 100 : 1;
        long by =
                switch (unit) {
                    case MINUTES -> 60;
                    case HOURS -> 3600;
                    case DAYS -> 86_400;
                    default -> 1;
                };
        return new BigDecimal(BigInteger.valueOf(part).multiply(BigInteger.valueOf(times)))
                .divide(
                        new BigDecimal(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(by))),
                        6,
                        RoundingMode.HALF_UP);
    }

    private String grouped(BigDecimal value, int digits) {
        String plain = value.abs().setScale(digits, RoundingMode.HALF_UP).toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        StringBuilder out = new StringBuilder(value.signum() < 0 ? "\u2212" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                out.append(lang == Lang.VI ? '.' : ',');
            }
            out.append(whole.charAt(i));
        }
        if (dot >= 0) {
            out.append(lang == Lang.VI ? ',' : '.').append(plain.substring(dot + 1));
        }
        return out.toString();
    }

    /** How much more or less than the other; empty where nothing can be said. */
    public String change(Figure now, Figure other) {
        if (other == null || !now.known() || !other.known() || now.atLeast() || other.atLeast()) {
            return "";
        }
        Unit unit = now.rule().unit();
        if (now.few() || other.few() || unit == Unit.COUNT && now.n() < Figure.FEW && other.n() < Figure.FEW) {
            return "";
        }
        // Of what is shown, so that a reader who takes one from the other comes to the same.
        BigDecimal difference = shown(unit, now.part(), now.whole()).subtract(shown(unit, other.part(), other.whole()));
        if (difference.signum() == 0) {
            return say(PaperText.SAME.with());
        }
        String amount = grouped(difference.abs(), difference.scale());
        String told =
                switch (unit) {
                    case PERCENT, TIME_SHARE -> say(PaperText.POINTS.with(amount));
                    case COUNT -> amount;
                    case MINUTES -> say(PaperText.MINUTES.with(amount));
                    case HOURS -> say(PaperText.HOURS.with(amount));
                    case DAYS -> say(PaperText.DAYS.with(amount));
                    case DONG -> say(PaperText.DONG.with(amount));
                };
        return say((difference.signum() > 0 ? PaperText.MORE : PaperText.LESS).with(told));
    }

    public String target(Compared c) {
        if (c.target() == null) {
            return "–";
        }
        String number = Integer.toString(c.target());
        String unit = c.rule().unit().share() ? number + " %" : number;
        return (c.rule().better() == FigureRule.Better.DOWN
                        ? c.target() == 0 ? "" : "≤\u00a0"
                        : c.target() == 100 ? "" : "≥\u00a0")
                + unit;
    }
}
