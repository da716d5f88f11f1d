package vn.vigil.roster.search;

import java.util.ArrayList;
import java.util.List;

/** Problems with one rule changed. Stateless. */
final class Relaxing {
    private Relaxing() {}

    /** The problem without the rule. */
    static Problem without(Problem problem, Rule rule) {
        return switch (rule.kind()) {
            case DEMAND, LIMIT_MIN -> with(problem, rule, 0);
            case MIN_WORK, MIN_OFF -> with(problem, rule, 1);
            case LIMIT_MAX -> with(problem, rule, Limit.NONE);
            case MAX_WORK, MAX_NIGHTS, MAX_WEEKENDS -> with(problem, rule, Runs.FREE);
            case MAX_IN_SEVEN -> with(problem, rule, 7);
            case BAR, SUCCESSION -> with(problem, rule, 0);
        };
    }

    /** The values to try for a rule, the smallest change first; none where the rule can only go. */
    static int[] values(Problem problem, Rule rule, int most) {
        int step = 1;
        int end = 0;
        switch (rule.kind()) {
            case BAR, SUCCESSION -> {
                return new int[0];
            }
            case DEMAND, LIMIT_MIN -> step = -1;
            case MIN_WORK, MIN_OFF -> {
                step = -1;
                end = 1;
            }
            case MAX_IN_SEVEN -> end = 7;
            case LIMIT_MAX, MAX_WORK, MAX_NIGHTS, MAX_WEEKENDS -> end = Runs.FREE;
        }
        if (rule.kind() == Rule.Kind.LIMIT_MAX || rule.kind() == Rule.Kind.LIMIT_MIN) {
            Limit limit = problem.persons().get(rule.person()).limits().get(rule.index());
            if (limit.unit() == Limit.Unit.MINUTES) {
                step *= shortest(problem, limit);
            }
            end = step > 0 ? Limit.NONE : 0;
        }
        List<Integer> values = new ArrayList<>();
        long value = rule.value();
        while (values.size() < most) {
            value += step;
            if (step > 0 ? value > end : value < end) {
                if (step < 0 && value - step > end) {
                    values.add(end);
                }
                break;
            }
            values.add((int) value);
        }
        return values.stream().mapToInt(v -> v).toArray();
    }

    /** The shortest duty that a limit counts, in minutes. */
    private static int shortest(Problem problem, Limit limit) {
        int least = Integer.MAX_VALUE;
        for (int s = 0; s < problem.duties().size(); s++) {
            int minutes = problem.duties().get(s).minutes();
            if (Choice.holds(limit.duties(), s) && minutes > 0) {
                least = Math.min(least, minutes);
            }
        }
        return least == Integer.MAX_VALUE ? 1 : least;
    }

    /** The problem with the rule's value changed; a bar or succession goes whatever the value. */
    static Problem with(Problem problem, Rule rule, int value) {
        if (rule.kind() == Rule.Kind.DEMAND) {
            List<Demand> demands = new ArrayList<>(problem.demands());
            Demand d = demands.get(rule.index());
            demands.set(
                    rule.index(),
                    new Demand(d.name(), d.day(), d.duties(), d.persons(), value, d.under(), d.over(), d.hard()));
            return copy(problem, problem.persons(), demands);
        }
        List<Person> persons = new ArrayList<>(problem.persons());
        Person p = persons.get(rule.person());
        List<Bar> bars = p.bars();
        List<Limit> limits = p.limits();
        Runs r = p.runs();
        Successions follow = p.successions();
        switch (rule.kind()) {
            case BAR -> {
                bars = new ArrayList<>();
                for (Bar b : p.bars()) {
                    if (b.day() != rule.day() || !b.reason().equals(rule.reason())) {
                        bars.add(b);
                    }
                }
            }
            case LIMIT_MAX, LIMIT_MIN -> {
                limits = new ArrayList<>(p.limits());
                Limit l = limits.get(rule.index());
                boolean max = rule.kind() == Rule.Kind.LIMIT_MAX;
                limits.set(
                        rule.index(),
                        new Limit(
                                l.reason(),
                                l.unit(),
                                l.duties(),
                                l.first(),
                                l.last(),
                                max ? l.min() : value,
                                max ? value : l.max()));
            }
            case SUCCESSION -> follow = Successions.free(problem.duties().size());
            case MAX_WORK ->
                r = new Runs(value, r.minWork(), r.minOff(), r.maxNights(), r.maxWeekends(), r.maxInSeven());
            case MIN_WORK ->
                r = new Runs(r.maxWork(), value, r.minOff(), r.maxNights(), r.maxWeekends(), r.maxInSeven());
            case MIN_OFF ->
                r = new Runs(r.maxWork(), r.minWork(), value, r.maxNights(), r.maxWeekends(), r.maxInSeven());
            case MAX_NIGHTS ->
                r = new Runs(r.maxWork(), r.minWork(), r.minOff(), value, r.maxWeekends(), r.maxInSeven());
            case MAX_WEEKENDS ->
                r = new Runs(r.maxWork(), r.minWork(), r.minOff(), r.maxNights(), value, r.maxInSeven());
            case MAX_IN_SEVEN ->
                r = new Runs(r.maxWork(), r.minWork(), r.minOff(), r.maxNights(), r.maxWeekends(), value);
            case DEMAND -> throw new IllegalStateException("a demand binds no person");
        }
        persons.set(rule.person(), new Person(p.name(), bars, limits, r, follow, p.history(), p.shares()));
        return copy(problem, persons, problem.demands());
    }

    private static Problem copy(Problem p, List<Person> persons, List<Demand> demands) {
        return new Problem(
                p.days(),
                p.firstWeekday(),
                p.duties(),
                persons,
                p.successions(),
                demands,
                p.cellCosts(),
                p.categories(),
                p.loneWork(),
                p.loneOff(),
                p.constant());
    }
}
