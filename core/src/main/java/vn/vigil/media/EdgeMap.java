package vn.vigil.media;

/**
 * Where a picture has edges: 16 × 9 cells, each the mean step of brightness between neighbouring boxes of the thumb. Light
 * that changes scales all cells; a camera that was turned moves them; a hand before the lens empties them. Immutable by
 * custom: the array is not copied and nobody changes it.
 *
 * @param cells 144 bytes, unsigned, row by row: quarters of a step, 63.75 steps at most
 */
public record EdgeMap(byte[] cells) {
    public static final int WIDTH = 16;
    public static final int HEIGHT = 9;
    public static final int CELLS = WIDTH * HEIGHT;

    /** Steps up to this are noise, or light that falls off across a wall. */
    private static final int FAINT = 3;

    private static final int CELL = LumaThumb.WIDTH / WIDTH;

    public EdgeMap {
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("an edge map has " + CELLS + " cells");
        }
    }

    static EdgeMap of(LumaThumb thumb) {
        byte[] luma = thumb.bytes();
        int[] sums = new int[CELLS];
        for (int y = 0; y < LumaThumb.HEIGHT - 1; y++) {
            for (int x = 0; x < LumaThumb.WIDTH - 1; x++) {
                int at = y * LumaThumb.WIDTH + x;
                int here = luma[at] & 0xff;
                sums[y / CELL * WIDTH + x / CELL] +=
                        step(here - (luma[at + 1] & 0xff)) + step(here - (luma[at + LumaThumb.WIDTH] & 0xff));
            }
        }
        byte[] cells = new byte[CELLS];
        for (int i = 0; i < CELLS; i++) {
            // Two steps a box, four quarters a step.
            cells[i] = (byte) Math.min(255, Math.round(2f * sums[i] / (CELL * CELL)));
        }
        return new EdgeMap(cells);
    }

    private static int step(int difference) {
        int size = Math.abs(difference);
        return size > FAINT ? size : 0;
    }

    /** One cell, in steps of brightness: 0 to 63.75. */
    public double cell(int index) {
        return (cells[index] & 0xff) / 4.0;
    }
}
