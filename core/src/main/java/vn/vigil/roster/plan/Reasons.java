package vn.vigil.roster.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.search.Explainer;
import vn.vigil.roster.search.Explanation;
import vn.vigil.roster.search.Limit;
import vn.vigil.roster.search.Problem;
import vn.vigil.roster.search.Relaxation;
import vn.vigil.roster.search.Rule;

/**
 * Why a roster has holes, in the user's words.
 *
 * @param rules the smallest set found of rules that cannot hold together
 * @param smallest whether it was shrunk to the end
 * @param helps single changes, each of which would help
 */
record Reasons(List<Message> rules, boolean smallest, List<Message> helps) {
    /** So many are told at once; more help nobody. */
    private static final int MOST = 12;

    private static final int SEATS = 4;

    static VigilException infeasible(GenerateRequest r, Capacity capacity, Draft draft, Deadline deadline) {
        VigilException e = new VigilException(
                        ErrorKind.INFEASIBLE,
                        "VG-ROSTER-INFEASIBLE",
                        PlanText.INFEASIBLE.with(r.from(), r.to(), draft.open().size()))
                .why(capacity.line());
        if (r.engine() == Engine.PATTERN) {
            for (Slot slot : draft.open().subList(0, Math.min(MOST, draft.open().size()))) {
                e.why(PlanText.OPEN_SEAT.with(slot.key()));
            }
            return e.next(PlanText.ENGINE_NEXT.with());
        }
        if (!capacity.enough()) {
            return tooFew(e, capacity);
        }
        Reasons reasons = of(draft, deadline);
        reasons.rules().forEach(e::why);
        reasons.helps().forEach(e::next);
        if (reasons.rules().isEmpty()) {
            for (Slot slot : draft.open().subList(0, Math.min(MOST, draft.open().size()))) {
                e.why(PlanText.OPEN_SEAT.with(slot.key()));
            }
            e.next(PlanText.EFFORT_NEXT.with());
        }
        return e.next(PlanText.WITH_GAPS_NEXT.with());
    }

    /** Arithmetic says it, and what would help, without any search. */
    private static VigilException tooFew(VigilException e, Capacity c) {
        if (c.people() > 0 && c.wantedPeople() > 0) {
            e.next(PlanText.HELP_PEOPLE.with(c.wantedPeople()));
            e.next(PlanText.HELP_CAP.with(Objector.hours((c.neededMinutes() + c.people() - 1) / c.people())));
        }
        return e.next(PlanText.HELP_KIND.with()).next(PlanText.WITH_GAPS_NEXT.with());
    }

    static Reasons of(Draft draft, Deadline deadline) {
        if (draft.problem() == null) {
            return new Reasons(List.of(), false, List.of());
        }
        return of(draft.problem(), draft.reasons(), deadline);
    }

    static Reasons of(Problem problem, Map<String, Message> reasons, Deadline deadline) {
        Explanation why;
        try {
            why = Explainer.explain(problem, deadline);
        } catch (VigilException e) {
            // Without the solver's libraries here the holes are told all the same, only not why.
            return new Reasons(List.of(), false, List.of());
        }
        Set<Message> rules = new LinkedHashSet<>();
        // Some of the seats, then the rules proper, then what keeps single people from single days.
        add(problem, why, reasons, SEATS, rules, EnumSet.of(Rule.Kind.DEMAND));
        add(problem, why, reasons, MOST, rules, EnumSet.complementOf(EnumSet.of(Rule.Kind.DEMAND, Rule.Kind.BAR)));
        add(problem, why, reasons, MOST, rules, EnumSet.of(Rule.Kind.BAR));
        Set<Message> helps = new LinkedHashSet<>();
        for (Relaxation help : why.relaxations()) {
            Message words = words(problem, help.rule(), reasons);
            if (words != null && helps.size() < MOST) {
                helps.add(help(problem, help, words));
            }
        }
        return new Reasons(new ArrayList<>(rules), why.smallest(), new ArrayList<>(helps));
    }

    private static void add(
            Problem problem,
            Explanation why,
            Map<String, Message> reasons,
            int most,
            Set<Message> rules,
            Set<Rule.Kind> kinds) {
        for (Rule rule : why.rules()) {
            Message words = kinds.contains(rule.kind()) ? words(problem, rule, reasons) : null;
            if (words != null && rules.size() < most) {
                rules.add(words);
            }
        }
    }

    private static Message words(Problem problem, Rule rule, Map<String, Message> reasons) {
        String name =
                rule.person() < 0 ? null : problem.persons().get(rule.person()).name();
        return switch (rule.kind()) {
            case DEMAND, BAR, LIMIT_MAX, LIMIT_MIN -> reasons.get(rule.reason());
            case SUCCESSION -> PlanText.RULE_OF.with(RuleId.REST.with(), name);
            case MAX_WORK -> PlanText.RULE_BOUND.with(RuleId.DAYS_IN_A_ROW.with(), name, rule.value());
            case MAX_NIGHTS -> PlanText.RULE_BOUND.with(RuleId.NIGHTS_IN_A_ROW.with(), name, rule.value());
            case MAX_WEEKENDS -> PlanText.RULE_BOUND.with(RuleId.WEEKENDS.with(), name, rule.value());
            case MAX_IN_SEVEN -> PlanText.RULE_OF.with(RuleId.WEEKLY_REST.with(), name);
            case MIN_WORK, MIN_OFF -> PlanText.RULE_OF.with(RuleId.SINGLE_DAYS.with(), name);
        };
    }

    private static Message help(Problem problem, Relaxation help, Message words) {
        Rule rule = help.rule();
        return switch (rule.kind()) {
            case DEMAND -> PlanText.HELP_FEWER.with(words, help.to());
            case LIMIT_MAX -> {
                Limit limit = problem.persons().get(rule.person()).limits().get(rule.index());
                boolean hours = limit.unit() == Limit.Unit.MINUTES;
                yield hours
                        ? PlanText.HELP_HOURS.with(words, Objector.hours(help.to() - (long) rule.value()))
                        : PlanText.HELP_WITHOUT.with(words);
            }
            case MAX_WORK, MAX_NIGHTS, MAX_WEEKENDS -> PlanText.HELP_BOUND.with(words, help.to());
            default -> PlanText.HELP_WITHOUT.with(words);
        };
    }
}
