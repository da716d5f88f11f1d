package vn.vigil.roster.search;

import java.util.Arrays;

/**
 * Unrolls {@link RowRules} over some days of a row whose other days stay as they are. A state is a node and what the resources
 * have used; what cannot end lawfully is never entered, by bounds on what each resource will still use. For one thread.
 */
final class RowGraphBuilder {
    private static final int FAR = 1 << 28;

    private RowRules rules;
    private int from;
    private int to;

    // Per resource: place in a state's key, and what remains of its bounds inside the span.
    private int[] word = new int[0];

    private int[] shift = new int[0];
    private long[] field = new long[0];
    private boolean[] active = new boolean[0];
    private int[] cap = new int[0];
    private int[] least = new int[0];
    private long nodeField;

    /** Least and most that a resource will still use from a day and node on, at {@code ((day − from) * nodes + node)}. */
    private int[][] restLeast = new int[0][];

    private int[][] restMost = new int[0][];
    private boolean[] alive = new boolean[0];
    private long[] endCost = new long[0];
    private boolean anyEndCost;

    /** A state's key is so many words: most rules fit into one. */
    private int words;

    private long[] made = new long[1];
    private long[] keys = new long[4096];
    /** Open addressing: place of a key plus one, 0 for empty; only the first {@code size} are in use. */
    private int[] table = new int[8192];

    private int size;
    private final RowGraph graph = new RowGraph();
    private long[] softOfEdge = new long[1024];

    /** What the node and the resources are on a day of a row. */
    private int[] used = new int[0];

    /**
     * Builds the graph of a span of days.
     *
     * @param row the whole row as choices; read outside the span only; null when the span is the whole period
     * @param most give up above so many edges
     * @return the graph, overwritten by the next build; null when it would be larger
     */
    RowGraph build(RowRules theRules, int[] row, int firstDay, int afterDay, int most) {
        boolean begin = prepare(theRules, row, firstDay, afterDay);
        RowGraph g = graph;
        g.from = from;
        g.layers = to - from;
        g.states = 0;
        g.edges = 0;
        if (g.layerState.length < g.layers + 2) {
            g.layerState = new int[g.layers + 2];
            g.layerEdge = new int[g.layers + 2];
        }
        Arrays.fill(g.layerState, 0, g.layers + 2, 0);
        Arrays.fill(g.layerEdge, 0, g.layers + 1, 0);
        g.soft = rules.anySoft ? softOfEdge : null;
        g.end = null;
        if (!begin) {
            return g;
        }
        System.arraycopy(made, 0, keys, 0, words);
        g.states = 1;
        g.layerState[1] = 1;
        for (int l = 0; l < g.layers; l++) {
            int day = from + l;
            g.layerEdge[l] = g.edges;
            int firstState = g.layerState[l];
            int stop = g.layerState[l + 1];
            clear(stop - firstState);
            long open = rules.open[day];
            for (int s = firstState; s < stop; s++) {
                int node = (int) (keys[s * words] & nodeField);
                for (long rest = open; rest != 0; rest &= rest - 1) {
                    int c = Long.numberOfTrailingZeros(rest);
                    if (!step(keys, s, node, c, day)) {
                        continue;
                    }
                    int at = state(stop);
                    if (g.edges == g.tail.length) {
                        g.tail = Arrays.copyOf(g.tail, g.edges * 2);
                        g.head = Arrays.copyOf(g.head, g.edges * 2);
                        g.choice = Arrays.copyOf(g.choice, g.edges * 2);
                    }
                    g.tail[g.edges] = s;
                    g.head[g.edges] = at;
                    g.choice[g.edges] = (byte) c;
                    if (g.soft != null) {
                        if (softOfEdge.length < g.tail.length) {
                            softOfEdge = Arrays.copyOf(softOfEdge, g.tail.length);
                            g.soft = softOfEdge;
                        }
                        softOfEdge[g.edges] = rules.soft[node * rules.choices + c];
                    }
                    g.edges++;
                }
                if (g.edges > most) {
                    return null;
                }
            }
            g.layerState[l + 2] = g.states;
            if (g.states == stop) {
                for (int rest = l + 1; rest <= g.layers; rest++) {
                    g.layerEdge[rest] = g.edges;
                    g.layerState[rest + 1] = g.states;
                }
                return g;
            }
        }
        g.layerEdge[g.layers] = g.edges;
        if (anyEndCost) {
            int lastLayer = g.layerState[g.layers];
            g.end = new long[g.states - lastLayer];
            for (int s = lastLayer; s < g.states; s++) {
                g.end[s - lastLayer] = endCost[(int) (keys[s * words] & nodeField)];
            }
        }
        return g;
    }

    /**
     * Finds a cheap lawful row of the whole period without unrolling all of it: of each day's states only the cheapest
     * {@code width} are followed.
     *
     * @param price as for {@link RowGraph.Pass#cheapest}
     * @return the choices, or null when none was found
     */
    int[] beam(RowRules theRules, long[] price, int width) {
        if (!prepare(theRules, null, 0, theRules.days)) {
            return null;
        }
        int days = theRules.days;
        int[][] back = new int[days][];
        byte[][] by = new byte[days][];
        long[] now = Arrays.copyOf(made, words);
        long[] cost = {0};
        for (int day = 0; day < days; day++) {
            int alike = now.length / words;
            int room = Math.max(16, alike * rules.choices);
            int[] via = new int[room];
            byte[] chosen = new byte[room];
            long[] sum = new long[room];
            graph.states = 0;
            clear(alike);
            for (int s = 0; s < alike; s++) {
                int node = (int) (now[s * words] & nodeField);
                for (long rest = rules.open[day]; rest != 0; rest &= rest - 1) {
                    int c = Long.numberOfTrailingZeros(rest);
                    if (!step(now, s, node, c, day)) {
                        continue;
                    }
                    int before = graph.states;
                    int at = state(0);
                    long total = cost[s] + price[day * rules.choices + c] + rules.soft[node * rules.choices + c];
                    if (at == before || total < sum[at]) {
                        sum[at] = total;
                        via[at] = s;
                        chosen[at] = (byte) c;
                    }
                }
            }
            int count = graph.states;
            if (count == 0) {
                return null;
            }
            long limit = Long.MAX_VALUE;
            int equal = count;
            if (count > width) {
                long[] sorted = Arrays.copyOf(sum, count);
                Arrays.sort(sorted);
                limit = sorted[width - 1];
                equal = 0;
                for (int i = width - 1; i >= 0 && sorted[i] == limit; i--) {
                    equal++;
                }
            }
            int kept = 0;
            int keep = Math.min(count, width);
            long[] nextKeys = new long[keep * words];
            long[] nextCost = new long[keep];
            back[day] = new int[keep];
            by[day] = new byte[keep];
            for (int i = 0; i < count; i++) {
                if (count > width && (sum[i] > limit || sum[i] == limit && equal-- <= 0)) {
                    continue;
                }
                System.arraycopy(keys, i * words, nextKeys, kept * words, words);
                nextCost[kept] = sum[i];
                back[day][kept] = via[i];
                by[day][kept] = chosen[i];
                kept++;
            }
            now = nextKeys;
            cost = nextCost;
        }
        int best = 0;
        for (int i = 1; i < cost.length; i++) {
            if (cost[i] < cost[best]) {
                best = i;
            }
        }
        int[] row = new int[days];
        for (int day = days - 1; day >= 0; day--) {
            row[day] = by[day][best];
            best = back[day][best];
        }
        return row;
    }

    /** Where the key just made stands among the states from {@code stop} on; added when new. */
    private int state(int stop) {
        if ((graph.states - stop) * 2 >= size) {
            clear(size);
            for (int s = stop; s < graph.states; s++) {
                place(s);
            }
        }
        int mask = size - 1;
        int at = hash(made, 0) & mask;
        while (table[at] != 0) {
            if (equal((table[at] - 1) * words)) {
                return table[at] - 1;
            }
            at = at + 1 & mask;
        }
        if ((graph.states + 1) * words > keys.length) {
            keys = Arrays.copyOf(keys, keys.length * 2);
        }
        for (int w = 0; w < words; w++) {
            keys[graph.states * words + w] = made[w];
        }
        table[at] = ++graph.states;
        return graph.states - 1;
    }

    private boolean equal(int base) {
        for (int w = 0; w < words; w++) {
            if (keys[base + w] != made[w]) {
                return false;
            }
        }
        return true;
    }

    /** Empties the table and gives it room for about twice as many keys as this. */
    private void clear(int expected) {
        size = Math.max(256, Integer.highestOneBit(expected) * 4);
        if (table.length < size) {
            table = new int[size];
        } else {
            Arrays.fill(table, 0, size, 0);
        }
    }

    private void place(int state) {
        int mask = size - 1;
        int at = hash(keys, state * words) & mask;
        while (table[at] != 0) {
            at = at + 1 & mask;
        }
        table[at] = state + 1;
    }

    private int hash(long[] from, int base) {
        long h = 0;
        for (int w = 0; w < words; w++) {
            h = (h ^ from[base + w]) * 0x9E3779B97F4A7C15L;
        }
        return (int) (h >>> 32) ^ (int) (h >>> 48);
    }

    /** Makes the key of the state after a choice; false when it cannot end lawfully. */
    private boolean step(long[] from, int state, int node, int c, int day) {
        int base = state * words;
        int then = rules.next[node * rules.choices + c];
        if (then < 0) {
            return false;
        }
        int at = (day + 1 - this.from) * rules.nodes + then;
        if (!alive[at]) {
            return false;
        }
        made[0] = then;
        for (int w = 1; w < words; w++) {
            made[w] = 0;
        }
        for (int r = 0; r < rules.resources; r++) {
            if (!active[r] || day > rules.last[r] || day < rules.first[r]) {
                continue;
            }
            int value = (int) (from[base + word[r]] >>> shift[r] & field[r]) + rules.grows(r, day, node, c);
            if (value + restLeast[r][at] > cap[r] || value + restMost[r][at] < least[r]) {
                return false;
            }
            if (day == rules.last[r]) {
                continue;
            }
            if (least[r] == 0) {
                // Below this, what was used can no longer matter: one state instead of many.
                value = Math.max(value, cap[r] - restMost[r][at]);
            }
            made[word[r]] |= (long) value << shift[r];
        }
        return true;
    }

    /** Sets everything up and makes the first state's key; false when nothing is lawful. */
    private boolean prepare(RowRules theRules, int[] row, int firstDay, int afterDay) {
        rules = theRules;
        from = firstDay;
        to = afterDay;
        int resources = rules.resources;
        int nodes = rules.nodes;
        if (shift.length < resources) {
            word = new int[resources];
            shift = new int[resources];
            field = new long[resources];
            active = new boolean[resources];
            cap = new int[resources];
            least = new int[resources];
            used = new int[resources];
            restLeast = new int[resources][];
            restMost = new int[resources][];
        }
        // What the days before the span have used, and the node they lead to.
        int node = rules.start;
        Arrays.fill(used, 0, resources, 0);
        for (int d = 0; d < from; d++) {
            use(d, node, row[d]);
            node = rules.next[node * rules.choices + row[d]];
        }
        // What the days after the span will use. A span never ends between Saturday and Sunday, see Spans.
        int[] after = new int[resources];
        if (to < rules.days) {
            int[] before = Arrays.copyOf(used, resources);
            Arrays.fill(used, 0, resources, 0);
            int walk = node(row, to);
            for (int d = to; d < rules.days; d++) {
                use(d, walk, row[d]);
                walk = rules.next[walk * rules.choices + row[d]];
            }
            System.arraycopy(used, 0, after, 0, resources);
            System.arraycopy(before, 0, used, 0, resources);
        }
        int[] slotEnd = new int[resources];
        int[] slotBits = new int[resources];
        int[] slotOf = new int[resources];
        int slots = 0;
        for (int r = 0; r < resources; r++) {
            active[r] = rules.first[r] < to && rules.last[r] >= from;
            if (!active[r]) {
                continue;
            }
            cap[r] = rules.cap[r] - after[r];
            least[r] = Math.max(0, rules.least[r] - after[r]);
            if (cap[r] < used[r]) {
                return false;
            }
            if (free(r)) {
                active[r] = false;
                continue;
            }
            int bits = 32 - Integer.numberOfLeadingZeros(Math.max(cap[r], 1));
            // Resources whose spans do not meet share a place in the key.
            int slot = 0;
            while (slot < slots && slotEnd[slot] >= rules.first[r]) {
                slot++;
            }
            if (slot == slots) {
                slots++;
                slotBits[slot] = 0;
            }
            slotEnd[slot] = Math.max(slotEnd[slot], rules.last[r]);
            slotBits[slot] = Math.max(slotBits[slot], bits);
            slotOf[r] = slot;
        }
        int place = 32 - Integer.numberOfLeadingZeros(nodes);
        nodeField = (1L << place) - 1;
        int[] slotShift = new int[slots];
        int[] slotWord = new int[slots];
        words = 1;
        for (int s = 0; s < slots; s++) {
            if (place + slotBits[s] > 63) {
                words++;
                place = 0;
            }
            slotWord[s] = words - 1;
            slotShift[s] = place;
            place += slotBits[s];
        }
        if (made.length < words) {
            made = new long[words];
        }
        Arrays.fill(made, 0);
        made[0] = node;
        for (int r = 0; r < resources; r++) {
            if (active[r]) {
                word[r] = slotWord[slotOf[r]];
                shift[r] = slotShift[slotOf[r]];
                field[r] = (1L << slotBits[slotOf[r]]) - 1;
                if (rules.first[r] < from) {
                    made[word[r]] |= (long) used[r] << shift[r];
                }
            }
        }
        return bounds(row, node);
    }

    /** Whether nothing within the span can break a resource's bounds. */
    private boolean free(int r) {
        if (least[r] > (rules.first[r] < from ? used[r] : 0)) {
            return false;
        }
        int top = 0;
        for (int c = 1; c < rules.choices; c++) {
            top = Math.max(top, rules.inc[r][c]);
        }
        int days = Math.min(to - 1, rules.last[r]) - Math.max(from, rules.first[r]) + 1;
        return used[r] + (long) top * days <= cap[r];
    }

    private void use(int day, int node, int choice) {
        for (int r = 0; r < rules.resources; r++) {
            if (rules.spans(r, day)) {
                used[r] += rules.grows(r, day, node, choice);
            }
        }
    }

    private int node(int[] row, int day) {
        int node = rules.start;
        for (int d = 0; d < day; d++) {
            node = rules.next[node * rules.choices + row[d]];
        }
        return node;
    }

    /** Which nodes can still end lawfully, and what each resource will use at least and at most from there. */
    private boolean bounds(int[] row, int begin) {
        int nodes = rules.nodes;
        int choices = rules.choices;
        int size = (to - from + 1) * nodes;
        if (alive.length < size) {
            alive = new boolean[size];
        }
        for (int r = 0; r < rules.resources; r++) {
            if (active[r] && (restLeast[r] == null || restLeast[r].length < size)) {
                restLeast[r] = new int[size];
                restMost[r] = new int[size];
            }
        }
        int base = (to - from) * nodes;
        ends(row, base);
        for (int r = 0; r < rules.resources; r++) {
            if (active[r]) {
                Arrays.fill(restLeast[r], base, base + nodes, 0);
                Arrays.fill(restMost[r], base, base + nodes, 0);
            }
        }
        for (int day = to - 1; day >= from; day--) {
            int here = (day - from) * nodes;
            int there = here + nodes;
            for (int n = 0; n < nodes; n++) {
                alive[here + n] = false;
                for (long rest = rules.open[day]; rest != 0; rest &= rest - 1) {
                    int c = Long.numberOfTrailingZeros(rest);
                    int then = rules.next[n * choices + c];
                    if (then >= 0 && alive[there + then]) {
                        alive[here + n] = true;
                        break;
                    }
                }
            }
            for (int r = 0; r < rules.resources; r++) {
                if (!active[r]) {
                    continue;
                }
                int[] low = restLeast[r];
                int[] high = restMost[r];
                boolean counts = rules.spans(r, day);
                for (int n = 0; n < nodes; n++) {
                    if (!alive[here + n]) {
                        continue;
                    }
                    int min = FAR;
                    int max = 0;
                    for (long rest = rules.open[day]; rest != 0; rest &= rest - 1) {
                        int c = Long.numberOfTrailingZeros(rest);
                        int then = rules.next[n * choices + c];
                        if (then < 0 || !alive[there + then]) {
                            continue;
                        }
                        int inc = counts ? rules.grows(r, day, n, c) : 0;
                        min = Math.min(min, inc + low[there + then]);
                        max = Math.max(max, inc + high[there + then]);
                    }
                    low[here + n] = min;
                    high[here + n] = max;
                    if (day <= rules.first[r] && (min > cap[r] || max < least[r])) {
                        alive[here + n] = false;
                    }
                }
            }
        }
        return alive[begin];
    }

    /** Which nodes the days after the span may follow, and what else following them costs than it did. */
    private void ends(int[] row, int base) {
        anyEndCost = false;
        if (to == rules.days) {
            Arrays.fill(alive, base, base + rules.nodes, true);
            return;
        }
        if (endCost.length < rules.nodes) {
            endCost = new long[rules.nodes];
        }
        int old = node(row, to);
        for (int n = 0; n < rules.nodes; n++) {
            int was = old;
            int is = n;
            long extra = 0;
            int d = to;
            while (is >= 0 && is != was && d < rules.days) {
                extra += rules.soft[is * rules.choices + row[d]] - rules.soft[was * rules.choices + row[d]];
                is = rules.next[is * rules.choices + row[d]];
                was = rules.next[was * rules.choices + row[d]];
                d++;
            }
            alive[base + n] = is >= 0;
            endCost[n] = extra;
            anyEndCost |= extra != 0;
        }
    }
}
