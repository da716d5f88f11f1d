package vn.vigil.roster.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.calendar.DayClass;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.Watcher;

/**
 * One member's time as the rules look at it: what they stand, the day job, and when they are away. Immutable.
 *
 * <p>Office hours are busy time only while the rule on office hours is on; else the watch stands in for office work. Who has no
 * office hours has their normal working time in the watch: eight hours for each working day.
 */
final class Life {
    /** Normal working time of one working day (Labour Code, art. 105). */
    static final long NORMAL_DAY = 480;

    private final Book book;
    private final MemberId id;
    private final Watcher watcher;
    private final Engagements engagements;
    private final List<Turn> turns;
    private final boolean office;

    /** @param turns in any order */
    Life(Book book, MemberId id, Engagements engagements, List<Turn> turns) {
        this.book = book;
        this.id = id;
        this.watcher = book.watcher(id);
        this.engagements = engagements;
        List<Turn> sorted = new ArrayList<>(turns);
        sorted.sort(Comparator.comparing((Turn t) -> t.span().from())
                .thenComparing(t -> t.slot().key()));
        this.turns = List.copyOf(sorted);
        this.office = rule(RuleId.OFFICE_HOURS).mode() != RuleMode.OFF;
    }

    Life with(Turn turn) {
        List<Turn> more = new ArrayList<>(turns);
        more.add(turn);
        return new Life(book, id, engagements, more);
    }

    /** The same without what is stood of these slots' spans. */
    Life without(Turn turn) {
        List<Turn> less = new ArrayList<>(turns);
        less.remove(turn);
        return new Life(book, id, engagements, less);
    }

    Book book() {
        return book;
    }

    MemberId id() {
        return id;
    }

    /** Null for somebody who takes no part. */
    Watcher watcher() {
        return watcher;
    }

    ZoneId zone() {
        return book.zone();
    }

    /** By time. */
    List<Turn> turns() {
        return turns;
    }

    Rule rule(RuleId rule) {
        return book.rules().of(rule, id);
    }

    boolean on(RuleId rule) {
        return rule(rule).mode() != RuleMode.OFF;
    }

    Engagements engagements() {
        return engagements;
    }

    List<TimeSpan> away() {
        return engagements.away(id);
    }

    /** Whether the day job is busy time for this member. */
    boolean officeIsBusy() {
        return office;
    }

    /** Office hours of a day, whether or not they are given free; none on days off. */
    List<TimeSpan> office(LocalDate day) {
        if (!office
                || watcher == null
                || !watcher.member().on(day)
                || book.days().of(day) != DayClass.WORKDAY) {
            return List.of();
        }
        return engagements.office(id, day);
    }

    /** Whether this member has a day job in the week around a day. */
    boolean employed(LocalDate day) {
        LocalDate monday = monday(day);
        for (int i = 0; i < 7; i++) {
            if (!engagements.office(id, monday.plusDays(i)).isEmpty()) {
                return office;
            }
        }
        return false;
    }

    /** Office hours of a day that a duty before leaves too little rest for, and that are free therefore; in order. */
    List<TimeSpan> freed(LocalDate day) {
        List<TimeSpan> freed = new ArrayList<>();
        List<TimeSpan> hours = office(day);
        if (hours.isEmpty() || !on(RuleId.MORNING_OFF) || !on(RuleId.REST)) {
            return freed;
        }
        Duration rest = Duration.ofMinutes(rule(RuleId.REST).bound());
        for (Turn turn : turns) {
            if (turn.counts()) {
                Instant until = turn.span().to().plus(rest);
                for (TimeSpan hour : hours) {
                    Instant from = hour.from().isAfter(turn.span().to())
                            ? hour.from()
                            : turn.span().to();
                    Instant to = hour.to().isBefore(until) ? hour.to() : until;
                    if (from.isBefore(to)) {
                        freed.add(new TimeSpan(from, to));
                    }
                }
            }
        }
        return Hours.merged(freed);
    }

    /** Office hours of a day that are worked. */
    List<TimeSpan> worked(LocalDate day) {
        List<TimeSpan> free = freed(day);
        List<TimeSpan> left = new ArrayList<>();
        for (TimeSpan hour : office(day)) {
            left.addAll(Hours.without(hour, free));
        }
        return left;
    }

    /** Working time that touches the days from first to last, office and watch, merged. */
    List<TimeSpan> busy(LocalDate first, LocalDate last) {
        TimeSpan within = Hours.days(first, last, zone());
        List<TimeSpan> busy = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.counts() && turn.span().overlaps(within)) {
                busy.add(turn.span());
            }
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            busy.addAll(worked(day));
        }
        return Hours.merged(busy);
    }

    /** Minutes of the watch beyond normal working time, of the duties that begin on the days from first to last. */
    long overtime(LocalDate first, LocalDate last) {
        long sum = 0;
        for (Turn turn : turns) {
            LocalDate day = turn.slot().key().day();
            if (turn.counts() && !day.isBefore(first) && !day.isAfter(last)) {
                sum += Hours.minutes(turn.span());
                for (TimeSpan hour : office(day)) {
                    sum -= Hours.common(turn.span(), hour);
                }
            }
        }
        return Math.max(0, sum - normal(first, last));
    }

    /** Minutes of the watch that are normal working time: none for who has a day job besides. */
    long normal(LocalDate first, LocalDate last) {
        if (employed(first)) {
            return 0;
        }
        long sum = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (book.days().of(day) == DayClass.WORKDAY
                    && watcher != null
                    && watcher.member().on(day)) {
                sum += NORMAL_DAY;
            }
        }
        return sum;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
