package vn.vigil.roster.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One person's hard rules in the form that the dynamic program walks over: groups of duties that no rule tells apart, nodes (what a
 * day remembers of the days before it: last duty, run length, nights in a row, the last six days) and resources (amounts that
 * are bounded: minutes, duties, weekends). Immutable once made.
 *
 * A choice here is 0 for off and {@code 1 + group} for a duty of the group.
 */
final class RowRules {
    private static final int SATURDAY = 5;

    final int days;
    /** Choices: off and the groups. */
    final int choices;
    /** The duties of each choice; that of off is {@link Choice#OFF}. */
    final int[][] members;
    /** The choice that holds a duty. */
    final int[] choiceOf;
    /** Masks of duties and off, per day. */
    final long[] allowed;
    /** Bit per choice, per day. */
    final long[] open;

    final boolean[] saturday;
    final boolean[] sunday;

    // Nodes. next[node * choices + choice] is −1 where a rule forbids it.
    int nodes;
    int[] next;
    long[] soft;
    boolean anySoft;
    boolean[] works;
    int start;

    // Resources: amounts in units of their common divisor.
    final int resources;
    final int[] first;
    final int[] last;
    final int[] cap;
    final int[] least;
    final int[][] inc;
    /** Which resource counts weekends; −1 for none. */
    final int weekends;

    RowRules(Problem problem, int person) {
        Person who = problem.persons().get(person);
        Successions follow = problem.successions(person);
        int duties = problem.duties().size();
        days = problem.days();
        allowed = problem.allowed(person);
        saturday = new boolean[days];
        sunday = new boolean[days];
        for (int d = 0; d < days; d++) {
            saturday[d] = problem.weekday(d) == SATURDAY;
            sunday[d] = problem.weekday(d) == SATURDAY + 1;
        }
        List<Limit> binding = new ArrayList<>();
        for (Limit l : who.limits()) {
            if (!absorbed(problem, l)) {
                binding.add(l);
            }
        }

        binding.sort(Comparator.comparingInt(Limit::first));

        // What no rule tells apart is one choice.
        Map<List<Long>, List<Integer>> alike = new LinkedHashMap<>();
        for (int s = 0; s < duties; s++) {
            alike.computeIfAbsent(mark(problem, follow, binding, s), k -> new ArrayList<>())
                    .add(s);
        }
        choices = alike.size() + 1;
        members = new int[choices][];
        members[0] = new int[] {Choice.OFF};
        choiceOf = new int[duties];
        int c = 1;
        for (List<Integer> group : alike.values()) {
            members[c] = group.stream().mapToInt(i -> i).toArray();
            for (int s : members[c]) {
                choiceOf[s] = c;
            }
            c++;
        }
        open = new long[days];
        for (int d = 0; d < days; d++) {
            for (int choice = 0; choice < choices; choice++) {
                for (int s : members[choice]) {
                    if (Choice.holds(allowed[d], s)) {
                        open[d] |= 1L << choice;
                    }
                }
            }
        }

        boolean capped = who.runs().maxWeekends() < days / 7 + 2;
        resources = binding.size() + (capped ? 1 : 0);
        first = new int[resources];
        last = new int[resources];
        cap = new int[resources];
        least = new int[resources];
        inc = new int[resources][choices];
        for (int r = 0; r < binding.size(); r++) {
            resource(problem, binding.get(r), r);
        }
        weekends = capped ? resources - 1 : -1;
        if (capped) {
            last[weekends] = days - 1;
            cap[weekends] = who.runs().maxWeekends();
            Arrays.fill(inc[weekends], 1);
            inc[weekends][0] = 0;
        }
        nodes(problem, who, follow);
    }

    /** Whether a limit needs no counting: nothing can exceed it, or it allows nothing at all and so bars the duties. */
    private boolean absorbed(Problem problem, Limit l) {
        long most = 0;
        for (int d = l.first(); d <= l.last(); d++) {
            int top = 0;
            for (int s = 0; s < problem.duties().size(); s++) {
                if (Choice.holds(allowed[d], s)) {
                    top = Math.max(top, amount(problem, l, s));
                }
            }
            most += top;
        }
        if (l.min() == 0 && l.max() == 0) {
            for (int d = l.first(); d <= l.last(); d++) {
                for (int s = 0; s < problem.duties().size(); s++) {
                    if (amount(problem, l, s) > 0) {
                        allowed[d] &= ~Choice.only(s);
                    }
                }
            }
            return true;
        }
        return l.min() == 0 && most <= l.max();
    }

    private static int amount(Problem problem, Limit l, int duty) {
        if (!Choice.holds(l.duties(), duty)) {
            return 0;
        }
        return l.unit() == Limit.Unit.DUTIES ? 1 : problem.duties().get(duty).minutes();
    }

    private static List<Long> mark(Problem problem, Successions follow, List<Limit> binding, int s) {
        List<Long> mark = new ArrayList<>();
        mark.add(problem.duties().get(s).night() ? 1L : 0L);
        for (Limit l : binding) {
            mark.add((long) amount(problem, l, s));
        }
        for (int t = 0; t < problem.duties().size(); t++) {
            mark.add(follow.forbidden(s, t) ? -1 : follow.cost(s, t));
            mark.add(follow.forbidden(t, s) ? -1 : follow.cost(t, s));
        }
        return mark;
    }

    private void resource(Problem problem, Limit l, int r) {
        int unit = 0;
        long most = 0;
        for (int c = 1; c < choices; c++) {
            int amount = amount(problem, l, members[c][0]);
            unit = gcd(unit, amount);
            most = Math.max(most, amount);
        }
        unit = Math.max(unit, 1);
        most *= l.last() - l.first() + 1;
        first[r] = l.first();
        last[r] = l.last();
        cap[r] = (int) (Math.min(l.max(), most) / unit);
        least[r] = l.min() / unit + (l.min() % unit == 0 ? 0 : 1);
        for (int c = 1; c < choices; c++) {
            inc[r][c] = amount(problem, l, members[c][0]) / unit;
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Walks all nodes from the first on and numbers them. */
    private void nodes(Problem problem, Person who, Successions follow) {
        Runs runs = who.runs();
        boolean[] night = new boolean[choices];
        int[] kind = new int[choices];
        Map<List<Long>, Integer> kinds = new HashMap<>();
        for (int c = 1; c < choices; c++) {
            night[c] = problem.duties().get(members[c][0]).night();
            List<Long> row = new ArrayList<>();
            for (int t = 1; t < choices; t++) {
                int a = members[c][0];
                int b = members[t][0];
                row.add(follow.forbidden(a, b) ? -1 : follow.cost(a, b));
            }
            Integer known = kinds.putIfAbsent(row, c);
            kind[c] = known == null ? c : known;
        }
        int minWork = Math.max(runs.minWork(), problem.loneWork() > 0 ? 2 : 1);
        int minOff = Math.max(runs.minOff(), problem.loneOff() > 0 ? 2 : 1);
        // Six days in seven is nothing but six days in a row.
        int maxWork = runs.maxInSeven() == 6 ? Math.min(6, runs.maxWork()) : runs.maxWork();
        boolean bounded = maxWork < Runs.FREE;
        boolean seven = runs.maxInSeven() < 6;
        boolean nightly = runs.maxNights() < Runs.FREE;
        int longest = bounded ? maxWork + 1 : minWork;

        Map<Node, Integer> number = new HashMap<>();
        List<Node> all = new ArrayList<>();
        Node begin;
        if (who.history() == null) {
            begin = new Node(0, minOff, false, 0, 0);
        } else {
            History h = who.history();
            int recent = runs.maxInSeven() >= 6 ? 0 : h.lastSix();
            begin = h.last() == Choice.OFF
                    ? new Node(0, Math.min(h.run(), minOff), false, 0, recent)
                    : new Node(
                            kind[choiceOf[h.last()]],
                            Math.min(h.run(), longest),
                            false,
                            nightly ? Math.min(h.nights(), runs.maxNights() + 1) : 0,
                            recent);
        }
        number.put(begin, 0);
        all.add(begin);
        // Where nothing is known, the first day begins a run that has no least length.
        boolean unknown = who.history() == null;
        List<int[]> edges = new ArrayList<>();
        List<long[]> costs = new ArrayList<>();
        for (int n = 0; n < all.size(); n++) {
            Node node = all.get(n);
            boolean origin = n == 0 && unknown;
            int[] to = new int[choices];
            long[] cost = new long[choices];
            for (int c = 0; c < choices; c++) {
                Node then = null;
                int recent = seven ? (node.recent << 1 | (c > 0 ? 1 : 0)) & 63 : 0;
                if (c == 0) {
                    if (origin) {
                        then = off(1, true, minOff, recent);
                    } else if (node.kind == 0) {
                        then = off(node.length + 1, node.loose, minOff, recent);
                    } else if (node.length >= runs.minWork() || node.loose) {
                        then = off(1, false, minOff, recent);
                        cost[c] = node.length == 1 && !node.loose ? problem.loneWork() : 0;
                    }
                } else {
                    int nights = nightly && night[c] ? (node.kind == 0 ? 0 : node.nights) + 1 : 0;
                    boolean lawful = (!seven || Integer.bitCount(node.recent) + 1 <= runs.maxInSeven())
                            && (!nightly || nights <= runs.maxNights());
                    if (!lawful) {
                        then = null;
                    } else if (node.kind == 0) {
                        if (maxWork > 0 && (origin || node.length >= runs.minOff() || node.loose)) {
                            then = work(kind[c], 1, origin, minWork, longest, nights, recent);
                            cost[c] = !origin && node.length == 1 && !node.loose ? problem.loneOff() : 0;
                        }
                    } else if (!bounded || node.length + 1 <= maxWork) {
                        int a = members[node.kind][0];
                        int b = members[c][0];
                        if (!follow.forbidden(a, b)) {
                            then = work(kind[c], node.length + 1, node.loose, minWork, longest, nights, recent);
                            cost[c] = follow.cost(a, b);
                        }
                    }
                }
                if (then == null) {
                    to[c] = -1;
                    continue;
                }
                Integer known = number.get(then);
                if (known == null || known == 0 && unknown) {
                    // The node before the first day is never come back to: it is looser than its twin.
                    known = all.size();
                    number.put(then, known);
                    all.add(then);
                }
                to[c] = known;
                anySoft |= cost[c] != 0;
            }
            edges.add(to);
            costs.add(cost);
        }
        nodes = all.size();
        next = new int[nodes * choices];
        soft = new long[nodes * choices];
        works = new boolean[nodes];
        for (int n = 0; n < nodes; n++) {
            System.arraycopy(edges.get(n), 0, next, n * choices, choices);
            System.arraycopy(costs.get(n), 0, soft, n * choices, choices);
            works[n] = all.get(n).kind > 0;
        }
        start = 0;
    }

    private static Node off(int length, boolean loose, int enough, int recent) {
        return new Node(0, Math.min(length, enough), loose && length < enough, 0, recent);
    }

    private static Node work(int kind, int length, boolean loose, int enough, int longest, int nights, int recent) {
        return new Node(kind, Math.min(length, longest), loose && length < enough, nights, recent);
    }

    /**
     * What a day remembers.
     *
     * @param kind 0 for off, else the first of the groups after which the same may follow
     * @param loose the run touches an unknown beginning, so its least length is not enforced
     */
    private record Node(int kind, int length, boolean loose, int nights, int recent) {}

    /** What a resource grows by when the choice is made on the day after the node; the day must lie within the resource's span. */
    int grows(int r, int day, int node, int choice) {
        if (r != weekends) {
            return inc[r][choice];
        }
        if (choice == 0) {
            return 0;
        }
        return saturday[day] || sunday[day] && !(day > 0 && works[node]) ? 1 : 0;
    }

    boolean spans(int r, int day) {
        return first[r] <= day && day <= last[r];
    }

    /**
     * Whether a whole row is lawful.
     *
     * @param row duties, {@link Choice#OFF} for off
     * @param used room for the resources' amounts
     */
    boolean lawful(int[] row, int[] used) {
        Arrays.fill(used, 0, resources, 0);
        int node = start;
        for (int d = 0; d < days; d++) {
            if (!Choice.holds(allowed[d], row[d])) {
                return false;
            }
            int c = choice(row[d]);
            int then = next[node * choices + c];
            if (then < 0) {
                return false;
            }
            if (c > 0) {
                for (int r = 0; r < resources; r++) {
                    if (spans(r, d)) {
                        used[r] += grows(r, d, node, c);
                        if (used[r] > cap[r]) {
                            return false;
                        }
                    }
                }
            }
            node = then;
        }
        for (int r = 0; r < resources; r++) {
            if (used[r] < least[r]) {
                return false;
            }
        }
        return true;
    }

    int choice(int duty) {
        return duty < 0 ? 0 : choiceOf[duty];
    }
}
