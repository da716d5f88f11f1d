package vn.vigil.camera;

import vn.vigil.media.EdgeMap;

/**
 * The edges of a camera's usual picture: each cell's mean over the pictures learned, the latest 64 counting most. Immutable
 * by custom.
 */
record EdgeAverage(float[] cells, int count) {
    static final EdgeAverage NONE = new EdgeAverage(new float[EdgeMap.CELLS], 0);

    private static final int MEMORY = 64;

    /** A cell with fewer and fainter edges than this holds a wall or the sky. */
    private static final float LEAST_EDGES = 1f;

    /** Of a cell's edges so much must be left. */
    private static final double LEFT = 0.35;

    private static final double MORE_TIMES = 1.6;
    private static final double MORE = 2;

    /**
     * Cells that have lost their edges.
     *
     * @param share of the cells that had some, 0 to 1
     * @param connected share of them in the largest connected group, 0 to 1
     * @param gained share of all cells that have far more edges than learned, 0 to 1
     */
    record Vanished(double share, double connected, double gained) {}

    EdgeAverage with(EdgeMap edges) {
        int n = Math.min(count + 1, MEMORY);
        float[] next = cells.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += ((float) edges.cell(i) - next[i]) / n;
        }
        return new EdgeAverage(next, n);
    }

    /** All edges against the learned ones: 1 as learned, 0 none. */
    double strength(EdgeMap edges) {
        double now = 0;
        double usual = 0;
        for (int i = 0; i < cells.length; i++) {
            now += edges.cell(i);
            usual += cells[i];
        }
        return usual == 0 ? 1 : now / usual;
    }

    /** Pearson's, so that neither more light nor more noise matters; 1 where nothing has edges. */
    double correlation(EdgeMap edges) {
        double meanNow = 0;
        double mean = 0;
        for (int i = 0; i < cells.length; i++) {
            meanNow += edges.cell(i) / cells.length;
            mean += cells[i] / cells.length;
        }
        double both = 0;
        double now = 0;
        double usual = 0;
        for (int i = 0; i < cells.length; i++) {
            double a = edges.cell(i) - meanNow;
            double b = cells[i] - mean;
            both += a * b;
            now += a * a;
            usual += b * b;
        }
        return usual == 0 ? 1 : now == 0 ? 0 : both / Math.sqrt(now * usual);
    }

    Vanished vanished(EdgeMap edges) {
        boolean[] gone = new boolean[cells.length];
        int textured = 0;
        int lost = 0;
        int more = 0;
        for (int i = 0; i < cells.length; i++) {
            more += edges.cell(i) > MORE_TIMES * cells[i] + MORE ? 1 : 0;
            if (cells[i] < LEAST_EDGES) {
                continue;
            }
            textured++;
            gone[i] = edges.cell(i) < LEFT * cells[i];
            lost += gone[i] ? 1 : 0;
        }
        double all = Math.max(1, textured);
        return new Vanished(lost / all, largest(gone) / all, more / (double) cells.length);
    }

    private static int largest(boolean[] gone) {
        boolean[] left = gone.clone();
        int largest = 0;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, take(left, i % EdgeMap.WIDTH, i / EdgeMap.WIDTH));
        }
        return largest;
    }

    private static int take(boolean[] left, int x, int y) {
        if (x < 0 || y < 0 || x >= EdgeMap.WIDTH || y >= EdgeMap.HEIGHT || !left[y * EdgeMap.WIDTH + x]) {
            return 0;
        }
        left[y * EdgeMap.WIDTH + x] = false;
        return 1 + take(left, x - 1, y) + take(left, x + 1, y) + take(left, x, y - 1) + take(left, x, y + 1);
    }
}
