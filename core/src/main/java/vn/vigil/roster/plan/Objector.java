package vn.vigil.roster.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.text.TimeText;

/** What rules and facts say against a member's standing something. Pure; a judgement of the roster, never of the law. */
final class Objector {
    private final Life life;
    private final ZoneId zone;
    private final Turn turn;
    private final LocalDate day;
    private final List<Objection> found = new ArrayList<>();

    private Objector(Life life, Turn turn) {
        this.life = life;
        this.zone = life.zone();
        this.turn = turn;
        this.day = turn.slot().key().day();
    }

    /** Everything against standing one more turn, hard first. */
    static List<Objection> against(Life life, Turn wanted) {
        Objector o = new Objector(life, wanted);
        o.facts();
        o.elsewhere();
        if (wanted.counts()) {
            o.rest();
            o.dayHours();
            o.overtime();
            o.weeklyRest();
            o.nights();
            o.daysInARow();
            o.weekends();
        }
        o.officeHours();
        List<Objection> sorted = new ArrayList<>();
        for (boolean hard : new boolean[] {true, false}) {
            for (Objection objection : o.found) {
                if (objection.hard() == hard) {
                    sorted.add(objection);
                }
            }
        }
        return sorted;
    }

    /** What is against a duty whatever else the member stands. */
    static List<Objection> alone(Life life, Turn wanted) {
        Objector o = new Objector(life, wanted);
        o.facts();
        if (wanted.counts()) {
            o.restBeforeOffice();
            o.dayHours();
        }
        o.officeHours();
        return o.found;
    }

    /** What is broken by a member's duties that begin on the days from first to last; each break once, at the later duty. */
    static List<Objection> broken(Life life, LocalDate first, LocalDate last) {
        List<Objection> broken = new ArrayList<>();
        Set<String> told = new HashSet<>();
        List<Turn> before = new ArrayList<>();
        for (Turn turn : life.turns()) {
            LocalDate day = turn.slot().key().day();
            if (!day.isBefore(first) && !day.isAfter(last)) {
                Life until = new Life(life.book(), life.id(), life.engagements(), before);
                for (Objection objection : against(until, turn)) {
                    if (!objection.obstacle().ofPeriod() || told.add(objection.obstacle() + " " + objection.day())) {
                        broken.add(objection);
                    }
                }
            }
            before.add(turn);
        }
        return broken;
    }

    // Facts

    private void facts() {
        SlotKey key = turn.slot().key();
        Watcher w = life.watcher();
        if (w == null) {
            fact(Obstacle.NO_PART, PlanText.NO_PART.with(life.id()));
            return;
        }
        String name = w.member().name();
        if (!w.member().on(day)) {
            fact(Obstacle.NOT_A_MEMBER, PlanText.NOT_A_MEMBER.with(name, day));
        }
        if (key.role() == SeatRole.LEAD ? !w.leads() : !w.watches()) {
            fact(Obstacle.ROLE, PlanText.NOT_ITS_ROLE.with(name, key.role().with()));
        }
        if (w.shadowUntil() != null && !day.isAfter(w.shadowUntil())) {
            fact(Obstacle.SHADOW, PlanText.ONLY_LEARNS.with(name, w.shadowUntil()));
        }
        if (!w.posts().isEmpty() && !w.posts().contains(turn.slot().post().id())) {
            fact(
                    Obstacle.POST,
                    PlanText.NOT_ITS_POST.with(name, turn.slot().post().name()));
        }
        for (Leave leave : life.book().leaves()) {
            if (leave.member().equals(life.id()) && leave.span().overlaps(turn.span())) {
                fact(
                        Obstacle.LEAVE,
                        PlanText.ON_LEAVE.with(
                                name,
                                leave.id(),
                                time(leave.span().from()),
                                time(leave.span().to())));
            }
        }
        for (TimeSpan away : life.away()) {
            if (away.overlaps(turn.span())) {
                fact(Obstacle.AWAY, PlanText.IS_AWAY.with(name, time(away.from())));
            }
        }
    }

    private void elsewhere() {
        for (Turn other : life.turns()) {
            if (other.span().overlaps(turn.span())) {
                fact(
                        Obstacle.DOUBLE,
                        PlanText.STANDS_ALREADY.with(
                                name(),
                                other.slot().key(),
                                time(other.span().from()),
                                time(other.span().to())));
            }
        }
    }

    // Rules

    private void rest() {
        if (!life.on(RuleId.REST)) {
            return;
        }
        Duration least = Duration.ofMinutes(life.rule(RuleId.REST).bound());
        for (Turn other : life.turns()) {
            if (other.counts() && !other.span().overlaps(turn.span())) {
                boolean earlier = other.span().from().isBefore(turn.span().from());
                Duration gap = earlier
                        ? Duration.between(other.span().to(), turn.span().from())
                        : Duration.between(turn.span().to(), other.span().from());
                if (gap.compareTo(least) < 0) {
                    rule(
                            RuleId.REST,
                            Obstacle.REST,
                            day,
                            (earlier ? PlanText.REST_AFTER : PlanText.REST_BEFORE)
                                    .with(
                                            name(),
                                            hours(gap.toMinutes()),
                                            other.slot().key(),
                                            hours(least.toMinutes())));
                }
            }
        }
        restBeforeOffice();
    }

    private void restBeforeOffice() {
        if (!life.on(RuleId.REST) || life.on(RuleId.MORNING_OFF)) {
            return;
        }
        Duration least = Duration.ofMinutes(life.rule(RuleId.REST).bound());
        // The office before a duty is one working day with it, which the hours of a day bound; only rest after it is
        // asked here.
        LocalDate end = LocalDate.ofInstant(turn.span().to(), zone);
        for (LocalDate d = end; !d.isAfter(end.plusDays(1)); d = d.plusDays(1)) {
            for (TimeSpan hour : life.office(d)) {
                Duration gap = Duration.between(turn.span().to(), hour.from());
                if (!gap.isNegative() && gap.compareTo(least) < 0) {
                    rule(
                            RuleId.REST,
                            Obstacle.REST,
                            day,
                            PlanText.REST_OFFICE.with(
                                    name(), hours(gap.toMinutes()), time(hour.from()), hours(least.toMinutes())));
                    return;
                }
            }
        }
    }

    private void dayHours() {
        if (!life.on(RuleId.DAY_HOURS)) {
            return;
        }
        Life then = life.with(turn);
        long most = life.rule(RuleId.DAY_HOURS).bound();
        LocalDate last = LocalDate.ofInstant(turn.span().to().minusNanos(1), zone);
        for (LocalDate d = LocalDate.ofInstant(turn.span().from(), zone); !d.isAfter(last); d = d.plusDays(1)) {
            long sum = Hours.common(Hours.day(d, zone), then.busy(d, d));
            if (sum > most) {
                rule(
                        RuleId.DAY_HOURS,
                        Obstacle.DAY_HOURS,
                        d,
                        PlanText.TOO_LONG_A_DAY.with(name(), d, hours(sum), hours(most)));
            }
        }
    }

    private void overtime() {
        LocalDate month = day.withDayOfMonth(1);
        cap(
                RuleId.MONTH_OVERTIME,
                Obstacle.MONTH_OVERTIME,
                month,
                month.plusMonths(1).minusDays(1),
                PlanText.MONTH_CAP);
        LocalDate year = day.withDayOfYear(1);
        cap(
                RuleId.YEAR_OVERTIME,
                Obstacle.YEAR_OVERTIME,
                year,
                year.plusYears(1).minusDays(1),
                PlanText.YEAR_CAP);
    }

    private void cap(RuleId rule, Obstacle obstacle, LocalDate first, LocalDate last, PlanText text) {
        if (life.on(rule)) {
            long most = life.rule(rule).bound();
            long sum = life.with(turn).overtime(first, last);
            if (sum > most && sum > life.overtime(first, last)) {
                String period = rule == RuleId.MONTH_OVERTIME
                        ? first.toString().substring(0, 7)
                        : first.toString().substring(0, 4);
                rule(rule, obstacle, first, text.with(name(), hours(sum), period, hours(most)));
            }
        }
    }

    private void weeklyRest() {
        if (!life.on(RuleId.WEEKLY_REST)) {
            return;
        }
        long least = life.rule(RuleId.WEEKLY_REST).bound();
        Life then = life.with(turn);
        LocalDate lastDay = LocalDate.ofInstant(turn.span().to().minusNanos(1), zone);
        for (LocalDate monday = Life.monday(day); !monday.isAfter(lastDay); monday = monday.plusWeeks(1)) {
            if (!rests(then, monday, least) && rests(life, monday, least)) {
                rule(
                        RuleId.WEEKLY_REST,
                        Obstacle.WEEKLY_REST,
                        monday,
                        PlanText.NO_WEEKLY_REST.with(name(), monday, hours(least)));
            }
        }
    }

    /** Is there a free stretch of that length that begins in the week, or reaches so far into it? */
    static boolean rests(Life life, LocalDate monday, long least) {
        TimeSpan week = Hours.days(monday, monday.plusDays(6), life.zone());
        TimeSpan around = Hours.days(monday.minusDays(1), monday.plusDays(13), life.zone());
        for (TimeSpan free : Hours.without(around, life.busy(monday.minusDays(2), monday.plusDays(14)))) {
            boolean begins = week.contains(free.from());
            if (begins && Hours.minutes(free) >= least || Hours.common(free, week) >= least) {
                return true;
            }
        }
        return false;
    }

    private void nights() {
        if (!life.on(RuleId.NIGHTS_IN_A_ROW) || !Hours.night(turn.span(), zone)) {
            return;
        }
        TreeSet<LocalDate> nights = new TreeSet<>();
        for (Turn other : life.turns()) {
            if (other.counts() && Hours.night(other.span(), zone)) {
                nights.add(other.slot().key().day());
            }
        }
        long row = row(nights);
        long most = life.rule(RuleId.NIGHTS_IN_A_ROW).bound();
        if (row > most) {
            rule(
                    RuleId.NIGHTS_IN_A_ROW,
                    Obstacle.NIGHTS_IN_A_ROW,
                    day,
                    PlanText.TOO_MANY_NIGHTS.with(name(), row, most));
        }
    }

    private void daysInARow() {
        if (!life.on(RuleId.DAYS_IN_A_ROW)) {
            return;
        }
        long row = row(days());
        long most = life.rule(RuleId.DAYS_IN_A_ROW).bound();
        if (row > most) {
            rule(RuleId.DAYS_IN_A_ROW, Obstacle.DAYS_IN_A_ROW, day, PlanText.TOO_MANY_DAYS.with(name(), row, most));
        }
    }

    private TreeSet<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Turn other : life.turns()) {
            if (other.counts()) {
                days.add(other.slot().key().day());
            }
        }
        return days;
    }

    /** How long the row of days becomes with this turn's. */
    private long row(TreeSet<LocalDate> days) {
        long row = 1;
        for (LocalDate d = day.minusDays(1); days.contains(d); d = d.minusDays(1)) {
            row++;
        }
        for (LocalDate d = day.plusDays(1); days.contains(d); d = d.plusDays(1)) {
            row++;
        }
        return row;
    }

    private void weekends() {
        if (!life.on(RuleId.WEEKENDS) || day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            return;
        }
        TreeSet<LocalDate> weeks = new TreeSet<>();
        for (LocalDate d : days()) {
            if (d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
                weeks.add(Life.monday(d));
            }
        }
        LocalDate mine = Life.monday(day);
        weeks.add(mine);
        long most = life.rule(RuleId.WEEKENDS).bound();
        for (LocalDate from = mine.minusWeeks(3); !from.isAfter(mine); from = from.plusWeeks(1)) {
            long worked = weeks.subSet(from, from.plusWeeks(4)).size();
            if (worked > most) {
                rule(
                        RuleId.WEEKENDS,
                        Obstacle.WEEKENDS,
                        day,
                        PlanText.TOO_MANY_WEEKENDS.with(name(), worked, from, most));
                return;
            }
        }
    }

    private void officeHours() {
        // What is stood on site and is no working time of its own stands in for the office.
        if (turn.slot().shift().kind() != DutyKind.ON_SITE || !turn.counts()) {
            return;
        }
        LocalDate last = LocalDate.ofInstant(turn.span().to().minusNanos(1), zone);
        for (LocalDate d = LocalDate.ofInstant(turn.span().from(), zone); !d.isAfter(last); d = d.plusDays(1)) {
            for (TimeSpan hour : life.worked(d)) {
                if (hour.overlaps(turn.span())) {
                    rule(
                            RuleId.OFFICE_HOURS,
                            Obstacle.OFFICE_HOURS,
                            day,
                            PlanText.AT_THE_OFFICE.with(name(), time(hour.from()), time(hour.to())));
                    return;
                }
            }
        }
    }

    // Words

    private void fact(Obstacle obstacle, Message sentence) {
        found.add(new Objection(obstacle, life.id(), day, true, 0, sentence, null));
    }

    private void rule(RuleId id, Obstacle obstacle, LocalDate at, Message sentence) {
        Rule rule = life.rule(id);
        boolean hard = rule.mode() == RuleMode.HARD;
        found.add(new Objection(obstacle, life.id(), at, hard, hard ? 0 : rule.weight(), sentence, rule.article()));
    }

    private String name() {
        return life.watcher() == null
                ? life.id().value()
                : life.watcher().member().name();
    }

    private String time(Instant t) {
        return TimeText.print(t, zone);
    }

    /** {@code 9.5}: hours with a decimal point where needed, for both languages. */
    static String hours(long minutes) {
        long tenths = Math.round(minutes / 6.0);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
