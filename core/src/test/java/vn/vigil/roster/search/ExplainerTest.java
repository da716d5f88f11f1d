package vn.vigil.roster.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/** Why there is no roster: the smallest set of rules, and the single changes that help. */
class ExplainerTest {
    private static final Duty NIGHT = new Duty("night", 480, 1320, true);

    @Test
    void leaveOfEverybodyAndTheSeatOfThatDayConflict() {
        Problem problem = problem(
                7,
                List.of(
                        person("an", Runs.ANY, List.of(new Bar(2, Choice.OFF_ONLY, "leave an")), List.of()),
                        person("binh", Runs.ANY, List.of(new Bar(2, Choice.OFF_ONLY, "leave binh")), List.of())));
        Explanation why = explain(problem);
        Rule seat = new Rule(Rule.Kind.DEMAND, -1, 2, 2, "seat 2", 1);
        Rule an = new Rule(Rule.Kind.BAR, 0, 2, -1, "leave an", 0);
        Rule binh = new Rule(Rule.Kind.BAR, 1, 2, -1, "leave binh", 0);
        assertEquals(Explanation.Verdict.CONFLICT, why.verdict());
        assertEquals(List.of(seat, an, binh), why.rules());
        assertTrue(why.smallest());
        assertEquals(
                List.of(new Relaxation(seat, 0), new Relaxation(an, 0), new Relaxation(binh, 0)), why.relaxations());
    }

    @Test
    void aCapOnNightsIsNamedWithTheValueThatWouldDo() {
        Limit cap = new Limit("nights", Limit.Unit.DUTIES, Choice.only(0), 0, 4, 0, 2);
        Problem problem = problem(
                5,
                List.of(
                        person("an", Runs.ANY, List.of(), List.of(cap)),
                        person("binh", Runs.ANY, List.of(), List.of(cap))));
        Explanation why = explain(problem);
        assertEquals(7, why.rules().size());
        assertTrue(why.relaxations().contains(new Relaxation(new Rule(Rule.Kind.LIMIT_MAX, 0, 0, 0, "nights", 2), 3)));
        assertTrue(why.relaxations().contains(new Relaxation(new Rule(Rule.Kind.LIMIT_MAX, 1, 0, 0, "nights", 2), 3)));
    }

    @Test
    void onePersonsOwnRulesCanConflictWithoutAnySeat() {
        Limit much = new Limit("hours", Limit.Unit.MINUTES, Choice.only(0), 0, 6, 5 * 480, Limit.NONE);
        Problem problem = new Problem(
                7,
                DayOfWeek.MONDAY,
                List.of(NIGHT),
                List.of(person(
                        "an",
                        new Runs(Runs.FREE, 1, 1, 2, Runs.FREE, 7),
                        List.of(new Bar(3, Choice.OFF_ONLY, "leave")),
                        List.of(much))),
                Successions.free(1),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0);
        Explanation why = explain(problem);
        assertEquals(
                List.of(Rule.Kind.BAR, Rule.Kind.LIMIT_MIN, Rule.Kind.MAX_NIGHTS),
                why.rules().stream().map(Rule::kind).toList());
        assertTrue(
                why.relaxations().stream().anyMatch(r -> r.rule().kind() == Rule.Kind.LIMIT_MIN && r.to() == 4 * 480));
    }

    @Test
    void whatCanHoldTogetherIsNotExplained() {
        Problem problem = problem(3, List.of(person("an", Runs.ANY, List.of(), List.of())));
        Explanation why = explain(problem);
        assertEquals(Explanation.Verdict.POSSIBLE, why.verdict());
        assertEquals(List.of(), why.rules());
    }

    @Test
    void everyRuleNamedIsNeededAndEveryChangeNamedHelps() {
        int conflicts = 0;
        for (int seed = 0; seed < 60 && conflicts < 6; seed++) {
            Problem problem = RandomProblems.of(9000 + seed, 2, 5, 2);
            if (possible(problem)) {
                continue;
            }
            conflicts++;
            Explanation why = explain(problem);
            assertEquals(Explanation.Verdict.CONFLICT, why.verdict());
            assertFalse(why.rules().isEmpty());
            assertFalse(possible(only(problem, Set.copyOf(why.rules()))), "the rules named do not conflict");
            for (Rule rule : why.rules()) {
                List<Rule> rest = new ArrayList<>(why.rules());
                rest.remove(rule);
                assertTrue(possible(only(problem, Set.copyOf(rest))), rule + " is not needed");
            }
            for (Relaxation r : why.relaxations()) {
                assertTrue(possible(Relaxing.with(problem, r.rule(), r.to())), r + " does not help");
            }
        }
        assertTrue(conflicts == 6, "only " + conflicts + " conflicts");
    }

    /** Counts all rosters for one without a hole. */
    private static boolean possible(Problem problem) {
        Checker checker = new Checker(problem);
        int count = 243;
        int[][] rows = new int[2][5];
        List<int[]> second = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            fill(rows[1], b);
            if (checker.lawful(1, rows[1])) {
                second.add(rows[1].clone());
            }
        }
        for (int a = 0; a < count; a++) {
            fill(rows[0], a);
            if (!checker.lawful(0, rows[0])) {
                continue;
            }
            for (int[] row : second) {
                rows[1] = row;
                if (checker.cost(rows, 1) == checker.cost(rows, 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void fill(int[] row, int code) {
        int rest = code;
        for (int d = 0; d < row.length; d++) {
            row[d] = rest % 3 - 1;
            rest /= 3;
        }
    }

    /** The problem without the rules that are not in the set. */
    private static Problem only(Problem problem, Set<Rule> kept) {
        Problem result = problem;
        SatModel all = new SatModel(problem, null, true);
        all.demandAll();
        for (Rule rule : all.rules().keySet()) {
            if (!kept.contains(rule)) {
                result = Relaxing.without(result, rule);
            }
        }
        return result;
    }

    private static Explanation explain(Problem problem) {
        return Explainer.explain(problem, Deadline.in(World.real(), Duration.ofSeconds(30)));
    }

    private static Person person(String name, Runs runs, List<Bar> bars, List<Limit> limits) {
        return new Person(name, bars, limits, runs, null, null, List.of());
    }

    /** A night seat a day. */
    private static Problem problem(int days, List<Person> persons) {
        List<Demand> seats = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            seats.add(new Demand("seat " + d, d, Choice.only(0), null, 1, 0, 0, true));
        }
        return new Problem(
                days,
                DayOfWeek.MONDAY,
                List.of(NIGHT),
                persons,
                Successions.free(1),
                seats,
                List.of(),
                List.of(),
                0,
                0,
                0);
    }
}
