package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.search.Choice;
import vn.vigil.roster.search.History;
import vn.vigil.roster.search.Limit;
import vn.vigil.roster.search.Runs;

/** Says what bounds one person's days in the words of the search: caps, runs, and how they came to the first day. */
final class PersonBounds {
    private final ProblemMaker m;

    PersonBounds(ProblemMaker maker) {
        m = maker;
    }

    private boolean binds(Life life, RuleId rule) {
        RuleMode mode = life.rule(rule).mode();
        return mode == RuleMode.HARD || mode == RuleMode.SOFT && m.wanted.strict();
    }

    void limits(Life life, List<Limit> limits) {
        if (m.counting == 0) {
            return;
        }
        for (LocalDate month = m.from.withDayOfMonth(1); !month.isAfter(m.to); month = month.plusMonths(1)) {
            cap(life, RuleId.MONTH_OVERTIME, month, month.plusMonths(1).minusDays(1), limits);
        }
        for (LocalDate year = m.from.withDayOfYear(1); !year.isAfter(m.to); year = year.plusYears(1)) {
            cap(life, RuleId.YEAR_OVERTIME, year, year.plusYears(1).minusDays(1), limits);
        }
        if (!binds(life, RuleId.WEEKLY_REST)) {
            return;
        }
        for (LocalDate monday = Life.monday(m.from); !monday.isAfter(m.to); monday = monday.plusWeeks(1)) {
            int free = 0;
            for (int i = 0; i < 7; i++) {
                free += life.office(monday.plusDays(i)).isEmpty() ? 1 : 0;
            }
            if (free > 0 && free < 7 && life.employed(monday)) {
                // Between days at the office only a run of days off can hold the rest: of those that end the week one
                // stays free.
                LocalDate first = monday.plusDays(6);
                while (first.isAfter(monday) && life.office(first.minusDays(1)).isEmpty()) {
                    first = first.minusDays(1);
                }
                limit(
                        "weekly-rest " + life.id() + " " + monday,
                        PlanText.NO_WEEKLY_REST.with(
                                m.name(life.id()),
                                monday,
                                Objector.hours(life.rule(RuleId.WEEKLY_REST).bound())),
                        first,
                        monday.plusDays(6),
                        Limit.Unit.DUTIES,
                        Math.max(0, ChronoUnit.DAYS.between(first, monday.plusDays(6))),
                        limits);
            }
        }
    }

    private void cap(Life life, RuleId rule, LocalDate first, LocalDate last, List<Limit> limits) {
        if (!binds(life, rule)) {
            return;
        }
        long used = 0;
        for (Turn turn : life.turns()) {
            LocalDate d = turn.slot().key().day();
            if (turn.counts() && !d.isBefore(first) && !d.isAfter(last)) {
                used += Hours.minutes(turn.span());
            }
        }
        long most = life.rule(rule).bound() + life.normal(first, last) - used;
        boolean month = rule == RuleId.MONTH_OVERTIME;
        limit(
                rule.id() + " " + life.id() + " " + first,
                PlanText.RULE_CAP.with(
                        rule.with(),
                        m.name(life.id()),
                        first.toString().substring(0, month ? 7 : 4),
                        Objector.hours(life.rule(rule).bound())),
                first,
                last,
                Limit.Unit.MINUTES,
                Math.max(0, most),
                limits);
    }

    private void limit(
            String name,
            Message words,
            LocalDate first,
            LocalDate last,
            Limit.Unit unit,
            long most,
            List<Limit> limits) {
        int a = (int) Math.max(0, ChronoUnit.DAYS.between(m.from, first));
        int b = (int) Math.min(m.days - 1, ChronoUnit.DAYS.between(m.from, last));
        if (a <= b) {
            m.reasons.put(name, words);
            limits.add(new Limit(name, unit, m.counting, a, b, 0, (int) Math.min(most, Limit.NONE)));
        }
    }

    Runs runs(Life life) {
        boolean any = false;
        for (ProblemMaker.Kind kind : m.kinds) {
            any |= kind.shift().counts()
                    && (kind.role() == SeatRole.LEAD
                            ? life.watcher().leads()
                            : life.watcher().watches());
        }
        if (!any) {
            return Runs.ANY;
        }
        int weeks = (m.days + 6) / 7;
        long weekends = life.rule(RuleId.WEEKENDS).bound();
        return new Runs(
                binds(life, RuleId.DAYS_IN_A_ROW) ? bound(life, RuleId.DAYS_IN_A_ROW) : Runs.FREE,
                1,
                life.rule(RuleId.SINGLE_DAYS).mode() == RuleMode.HARD ? 2 : 1,
                binds(life, RuleId.NIGHTS_IN_A_ROW) ? bound(life, RuleId.NIGHTS_IN_A_ROW) : Runs.FREE,
                binds(life, RuleId.WEEKENDS) ? (int) Math.min(Runs.FREE, weekends * ((weeks + 3) / 4)) : Runs.FREE,
                binds(life, RuleId.WEEKLY_REST) && !life.employed(m.from) ? 6 : 7);
    }

    private static int bound(Life life, RuleId rule) {
        return (int) Math.min(Runs.FREE, life.rule(rule).bound());
    }

    History history(Life life) {
        int last = Choice.OFF;
        boolean[] worked = new boolean[400];
        boolean[] night = new boolean[400];
        for (Turn turn : life.turns()) {
            long back = ChronoUnit.DAYS.between(turn.slot().key().day(), m.from) - 1;
            int place = m.place(turn.slot().key());
            if (back >= 0 && back < worked.length && place >= 0) {
                worked[(int) back] = true;
                night[(int) back] |=
                        turn.counts() && Hours.night(turn.span(), m.scene.book().zone());
                last = back == 0 ? place : last;
            }
        }
        int run = 1;
        while (run < worked.length && worked[run] == worked[0]) {
            run++;
        }
        int nights = 0;
        while (nights < run && night[nights]) {
            nights++;
        }
        int six = 0;
        for (int i = 0; i < 6; i++) {
            six |= worked[i] ? 1 << i : 0;
        }
        return new History(last, run == worked.length ? Runs.FREE : run, worked[0] ? nights : 0, six);
    }
}
