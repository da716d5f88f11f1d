package vn.vigil.roster.search;

/**
 * All lawful rows of one person over some days, as layers of states and edges between them: every way from the first layer to the
 * last is a lawful row and every lawful row is one way. Finding the cheapest is one pass over the edges.
 *
 * Reused from build to build in {@link RowGraphBuilder}; a {@linkplain #trimmed() trimmed} copy is kept for good.
 */
final class RowGraph {
    /** Nothing is cheaper. */
    static final long NEVER = Long.MAX_VALUE / 4;

    int from;
    int layers;
    int states;
    int edges;
    /** Where each layer's states begin; one more at the end. */
    int[] layerState = new int[16];
    /** Where each layer's outgoing edges begin; one more at the end. */
    int[] layerEdge = new int[16];

    int[] tail = new int[1024];
    int[] head = new int[1024];
    byte[] choice = new byte[1024];
    /** What the edge itself costs (pairs of days, lone days); null when none costs anything. */
    long[] soft;
    /** What ending in a state of the last layer costs, by its place in the layer; null when nothing. */
    long[] end;

    boolean possible() {
        return states > 0 && layerState[layers + 1] > layerState[layers];
    }

    /** A copy without the states from which the last layer cannot be reached. */
    RowGraph trimmed() {
        boolean[] alive = new boolean[states];
        for (int s = layerState[layers]; s < layerState[layers + 1]; s++) {
            alive[s] = true;
        }
        int kept = 0;
        for (int e = edges - 1; e >= 0; e--) {
            if (alive[head[e]]) {
                alive[tail[e]] = true;
                kept++;
            }
        }
        int[] number = new int[states];
        RowGraph copy = new RowGraph();
        copy.from = from;
        copy.layers = layers;
        copy.layerState = new int[layers + 2];
        copy.layerEdge = new int[layers + 1];
        copy.tail = new int[kept];
        copy.head = new int[kept];
        copy.choice = new byte[kept];
        copy.soft = soft == null ? null : new long[kept];
        for (int l = 0; l <= layers; l++) {
            copy.layerState[l] = copy.states;
            for (int s = layerState[l]; s < layerState[l + 1]; s++) {
                if (alive[s]) {
                    number[s] = copy.states++;
                }
            }
        }
        copy.layerState[layers + 1] = copy.states;
        for (int l = 0; l < layers; l++) {
            copy.layerEdge[l] = copy.edges;
            for (int e = layerEdge[l]; e < layerEdge[l + 1]; e++) {
                if (alive[head[e]]) {
                    copy.tail[copy.edges] = number[tail[e]];
                    copy.head[copy.edges] = number[head[e]];
                    copy.choice[copy.edges] = choice[e];
                    if (soft != null) {
                        copy.soft[copy.edges] = soft[e];
                    }
                    copy.edges++;
                }
            }
        }
        copy.layerEdge[layers] = copy.edges;
        copy.end = end == null ? null : end.clone();
        return copy;
    }

    /** Room for one pass; grows as needed, for one thread. */
    static final class Pass {
        private long[] cost = new long[4096];
        private int[] via = new int[4096];

        /**
         * Finds the cheapest way.
         *
         * @param price what each choice costs, at {@code layer * choices + choice}
         * @param row gets the choices, one a layer
         * @return its cost, or {@link #NEVER} and above when there is no way
         */
        long cheapest(RowGraph g, long[] price, int choices, int[] row) {
            if (!g.possible()) {
                return NEVER;
            }
            if (cost.length < g.states) {
                cost = new long[g.states * 2];
                via = new int[g.states * 2];
            }
            long[] c = cost;
            int[] v = via;
            int[] tail = g.tail;
            int[] head = g.head;
            byte[] choice = g.choice;
            long[] soft = g.soft;
            java.util.Arrays.fill(c, 0, g.states, NEVER);
            java.util.Arrays.fill(c, 0, g.layerState[1], 0);
            for (int l = 0; l < g.layers; l++) {
                int base = l * choices;
                int stop = g.layerEdge[l + 1];
                if (soft == null) {
                    for (int e = g.layerEdge[l]; e < stop; e++) {
                        long sum = c[tail[e]] + price[base + choice[e]];
                        int h = head[e];
                        if (sum < c[h]) {
                            c[h] = sum;
                            v[h] = e;
                        }
                    }
                } else {
                    for (int e = g.layerEdge[l]; e < stop; e++) {
                        long sum = c[tail[e]] + price[base + choice[e]] + soft[e];
                        int h = head[e];
                        if (sum < c[h]) {
                            c[h] = sum;
                            v[h] = e;
                        }
                    }
                }
            }
            int best = -1;
            long least = NEVER / 2;
            int lastLayer = g.layerState[g.layers];
            for (int s = lastLayer; s < g.states; s++) {
                long sum = c[s] + (g.end == null ? 0 : g.end[s - lastLayer]);
                if (sum < least) {
                    least = sum;
                    best = s;
                }
            }
            if (best < 0) {
                return NEVER;
            }
            for (int l = g.layers - 1; l >= 0; l--) {
                int e = v[best];
                row[l] = choice[e];
                best = tail[e];
            }
            return least;
        }
    }
}
