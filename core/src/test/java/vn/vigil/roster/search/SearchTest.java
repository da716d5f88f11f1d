package vn.vigil.roster.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;

/** The search, the prover and the judge against each other and against counting all rosters. */
class SearchTest {
    private static final long HOLE = 1_000_000;

    @Test
    void theGraphOfARowHoldsExactlyTheLawfulRows() {
        int lawful = 0;
        int unlawful = 0;
        for (int seed = 0; seed < 150; seed++) {
            Problem problem = RandomProblems.of(seed, 1, 7, 2);
            Checker checker = new Checker(problem);
            RowRules rules = new RowRules(problem, 0);
            RowGraph graph =
                    new RowGraphBuilder().build(rules, null, 0, 7, 1_000_000).trimmed();
            Problem free = problem;
            for (int[] row : all(7, 2)) {
                boolean can = walks(graph, rules, row);
                assertEquals(
                        checker.lawful(0, row), can, () -> "row " + java.util.Arrays.toString(row) + " of " + free);
                boolean judged =
                        Judge.breaches(problem, Roster.of(new int[][] {row})).isEmpty();
                assertEquals(can, judged, () -> "judged otherwise: " + java.util.Arrays.toString(row) + " of " + free);
                lawful += can ? 1 : 0;
                unlawful += can ? 0 : 1;
            }
        }
        assertTrue(lawful > 5_000 && unlawful > 5_000, lawful + " lawful, " + unlawful + " not");
    }

    @Test
    void spansKeepWhatTheRestOfTheRowNeeds() {
        int checked = 0;
        for (int seed = 0; seed < 60; seed++) {
            Problem problem = RandomProblems.of(seed, 1, 8, 2);
            Checker checker = new Checker(problem);
            RowRules rules = new RowRules(problem, 0);
            List<int[]> lawful = new ArrayList<>();
            for (int[] row : all(8, 2)) {
                if (checker.lawful(0, row)) {
                    lawful.add(row);
                }
            }
            if (lawful.isEmpty()) {
                continue;
            }
            Dice dice = new Dice(seed);
            for (int i = 0; i < 4; i++) {
                int[] row = lawful.get(dice.below(lawful.size()));
                int from = dice.below(6);
                int to = from + 2 + dice.below(7 - from);
                if (to > 8 || to < 8 && problem.weekday(to) == 6 || from > 0 && problem.weekday(from) == 6) {
                    continue;
                }
                int[] choices = new int[8];
                for (int d = 0; d < 8; d++) {
                    choices[d] = rules.choice(row[d]);
                }
                RowGraph graph = new RowGraphBuilder()
                        .build(rules, choices, from, to, 1_000_000)
                        .trimmed();
                for (int[] inside : all(to - from, 2)) {
                    int[] whole = row.clone();
                    System.arraycopy(inside, 0, whole, from, to - from);
                    assertEquals(checker.lawful(0, whole), walks(graph, rules, inside));
                    checked++;
                }
            }
        }
        assertTrue(checked > 2_000, checked + " rows checked");
    }

    /** Whether a way through the graph says this row. */
    private static boolean walks(RowGraph graph, RowRules rules, int[] row) {
        long[] price = new long[graph.layers * rules.choices];
        java.util.Arrays.fill(price, 1);
        for (int l = 0; l < graph.layers; l++) {
            if (!Choice.holds(rules.allowed[graph.from + l], row[l])) {
                return false;
            }
            price[l * rules.choices + rules.choice(row[l])] = 0;
        }
        graph.soft = null;
        graph.end = null;
        return new RowGraph.Pass().cheapest(graph, price, rules.choices, new int[graph.layers]) == 0;
    }

    /** All rows of so many days. */
    private static List<int[]> all(int days, int duties) {
        List<int[]> rows = new ArrayList<>();
        int count = (int) Math.pow(duties + 1, days);
        for (int i = 0; i < count; i++) {
            int[] row = new int[days];
            int rest = i;
            for (int d = 0; d < days; d++) {
                row[d] = rest % (duties + 1) - 1;
                rest /= duties + 1;
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void searchAndProverFindTheCheapestOfAllRosters() {
        int solved = 0;
        int stuck = 0;
        for (int seed = 0; seed < 40; seed++) {
            Problem problem = RandomProblems.of(1000 + seed, 3, 5, 2);
            Checker checker = new Checker(problem);
            long hole = new Model(problem, false).hole;
            Long cheapest = cheapest(problem, checker, hole);
            Found found = Search.solve(problem, Effort.of(seed, 4000), Progress.NONE);
            if (cheapest == null) {
                assertNull(found.roster());
                assertFalse(found.stuck().isEmpty());
                stuck++;
                continue;
            }
            int[][] rows = rows(found.roster());
            assertEquals(cheapest, checker.cost(rows, hole), "seed " + seed);
            assertEquals(checker.cost(rows, 0), found.score().cost());
            if (seed < 20) {
                Proof proof = Prover.prove(problem, found.roster(), Deadline.in(World.real(), Duration.ofSeconds(20)));
                assertEquals(Proof.Verdict.OPTIMAL, proof.verdict());
                assertEquals(found.roster(), proof.roster());
                assertEquals(found.score().cost(), proof.bound());
            }
            solved++;
        }
        assertTrue(solved >= 20 && stuck >= 1, solved + " solved, " + stuck + " stuck");
    }

    private static Long cheapest(Problem problem, Checker checker, long hole) {
        List<List<int[]>> lawful = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            List<int[]> mine = new ArrayList<>();
            for (int[] row : all(problem.days(), 2)) {
                if (checker.lawful(p, row)) {
                    mine.add(row);
                }
            }
            lawful.add(mine);
        }
        Long best = null;
        int[][] rows = new int[3][];
        for (int[] a : lawful.get(0)) {
            rows[0] = a;
            for (int[] b : lawful.get(1)) {
                rows[1] = b;
                for (int[] c : lawful.get(2)) {
                    rows[2] = c;
                    long cost = checker.cost(rows, hole);
                    best = best == null ? cost : Math.min(best, cost);
                }
            }
        }
        return best;
    }

    @Test
    void theProverBettersARosterThatIsNotTheCheapest() {
        Problem problem = RealSize.problem(5, 7, 1);
        Found poor = Search.solve(problem, Effort.of(1, 0), Progress.NONE);
        Proof proof = Prover.prove(problem, poor.roster(), Deadline.in(World.real(), Duration.ofSeconds(20)));
        assertEquals(Proof.Verdict.OPTIMAL, proof.verdict());
        assertTrue(proof.score().missing() < poor.score().missing()
                || proof.score().cost() < poor.score().cost());
        assertEquals(List.of(), Judge.breaches(problem, proof.roster()));
    }

    @Test
    void noRosterOfTwoHundredProblemsBreaksAHardRule() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            Problem problem = RandomProblems.of(5000 + seed, 2 + seed % 5, 7 + seed % 22, 1 + seed % 4);
            Found result = Search.solve(problem, Effort.of(seed, 60), Progress.NONE);
            if (result.roster() == null) {
                continue;
            }
            found++;
            Checker checker = new Checker(problem);
            for (int p = 0; p < result.roster().persons(); p++) {
                assertEquals(List.of(), checker.faults(p, result.roster().row(p)), "seed " + seed);
            }
            assertEquals(List.of(), Judge.breaches(problem, result.roster()));
            assertEquals(checker.cost(rows(result.roster()), 0), result.score().cost(), "seed " + seed);
        }
        assertTrue(found > 100, "only " + found + " problems have a roster");
    }

    @Test
    void aLongPeriodIsSearchedBySpansAndHoldsItsRulesToo() {
        Problem year = RealSize.problem(5, 252, 3);
        Found found = Search.solve(year, Effort.of(3, 60), Progress.NONE);
        assertTrue(new Model(year).graphs == null, "the graphs of so many days fit: the spans were not tried");
        Checker checker = new Checker(year);
        for (int p = 0; p < 5; p++) {
            assertEquals(List.of(), checker.faults(p, found.roster().row(p)));
        }
        assertEquals(checker.cost(rows(found.roster()), 0), found.score().cost());
        Found first = Search.solve(year, Effort.of(3, 0), Progress.NONE);
        assertTrue(found.score().missing() * HOLE + found.score().cost()
                < first.score().missing() * HOLE + first.score().cost());
    }

    @Test
    void theSameSeedAndEffortGiveTheSameRoster() {
        Problem problem = RealSize.problem(12, 28, 1);
        Effort effort = new Effort(42, 400, 2, null);
        Roster once = Search.solve(problem, effort, Progress.NONE).roster();
        assertEquals(once, Search.solve(problem, effort, Progress.NONE).roster());
        assertNotEquals(
                once,
                Search.solve(problem, new Effort(43, 400, 2, null), Progress.NONE)
                        .roster());
        assertEquals(3_054_009_289L, once.hashCode() & 0xFFFFFFFFL, "the roster of this seed has changed");
    }

    @Test
    void twelvePeopleAreGivenAMonthWithoutAHole() {
        Problem problem = RealSize.problem(12, 28, 1);
        Found found = Search.solve(problem, Effort.of(1, 1500), Progress.NONE);
        assertEquals(List.of(), found.score().holes());
        assertEquals(List.of(), Judge.breaches(problem, found.roster()));
        for (int c = 0; c < problem.categories().size(); c++) {
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (int p = 0; p < 12; p++) {
                long owed = Judge.owed(problem, found.roster(), p, c);
                least = Math.min(least, owed);
                most = Math.max(most, owed);
            }
            assertTrue(most - least <= RealSize.UNIT * 2, "category " + c + " spreads from " + least + " to " + most);
        }
    }

    private static int[][] rows(Roster roster) {
        int[][] rows = new int[roster.persons()][];
        for (int p = 0; p < rows.length; p++) {
            rows[p] = roster.row(p);
        }
        return rows;
    }
}
