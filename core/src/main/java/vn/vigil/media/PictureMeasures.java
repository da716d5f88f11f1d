package vn.vigil.media;

/**
 * What can be measured of one picture in a fraction of the time that decoding it took. All of it is comparable only within
 * one camera, and there only within day or night: no value is good or bad by itself. Pure.
 *
 * @param mean average brightness, 0 black to 255 white
 * @param contrast standard deviation of brightness over the thumb, 0 to 127.5
 * @param sharpness mean step between neighbouring pixels of a row, full size, over the steepest hundredth of them: 0 to 255.
 *     A lens out of focus spreads an edge over more pixels; noise and how many edges there are hardly count
 * @param noise standard deviation of the sensor's noise as the coder left it, full size, in steps of brightness: from the
 *     flattest quarter of the blocks of 16 pixels. 0 where a coder smoothed it away
 * @param blue mean of Cb − 128: below 0 yellowish, above bluish; −128 to 127
 * @param red mean of Cr − 128: below 0 greenish, above reddish; −128 to 127
 * @param colourful share of the picture that has a colour, 0 to 1. Infrared pictures have none
 * @param dark share of the picture that the largest connected area darker than 50 takes, 0 to 1
 * @param edges where the edges are
 */
public record PictureMeasures(
        double mean,
        double contrast,
        double sharpness,
        double noise,
        double blue,
        double red,
        double colourful,
        double dark,
        EdgeMap edges) {
    /** Full-size rows that are looked at, evenly spaced. */
    static final int ROWS = 20;

    /** Rows of colour. */
    static final int CHROMA_ROWS = 10;

    private static final int BLOCK = 16;
    private static final int DARK = 50;

    /** Coders leave chroma of grey pictures within this of none. */
    private static final int COLOUR = 8;

    /** Blocks near black and white hold noise that was cut off. */
    private static final int LEAST_LEVEL = 16;

    private static final int MOST_LEVEL = 239;

    /** Mean magnitude of a second difference of Gaussian noise: σ · √6 · √(2/π). */
    private static final double SECOND_DIFFERENCE = Math.sqrt(6) * Math.sqrt(2 / Math.PI);

    /** Measures a picture. */
    public static PictureMeasures of(Picture picture) {
        int chromaWidth = (picture.width() + 1) / 2;
        return of(
                LumaThumb.of(picture),
                rows(picture.luma(), picture.width(), ROWS),
                rows(picture.blue(), chromaWidth, CHROMA_ROWS),
                rows(picture.red(), chromaWidth, CHROMA_ROWS));
    }

    /**
     * @param luma rows of pixels, full range
     * @param blue rows of Cb, or none for a picture without colour
     * @param red rows of Cr, of the same size
     */
    static PictureMeasures of(LumaThumb thumb, byte[][] luma, byte[][] blue, byte[][] red) {
        double mean = thumb.mean();
        double squares = 0;
        for (byte b : thumb.bytes()) {
            squares += ((b & 0xff) - mean) * ((b & 0xff) - mean);
        }
        long sumBlue = 0;
        long sumRed = 0;
        int coloured = 0;
        int places = 0;
        for (int y = 0; y < blue.length; y++) {
            for (int x = 0; x < blue[y].length; x++) {
                int cb = (blue[y][x] & 0xff) - 128;
                int cr = (red[y][x] & 0xff) - 128;
                sumBlue += cb;
                sumRed += cr;
                coloured += Math.abs(cb) > COLOUR || Math.abs(cr) > COLOUR ? 1 : 0;
                places++;
            }
        }
        double chroma = Math.max(1, places);
        return new PictureMeasures(
                mean,
                Math.sqrt(squares / thumb.bytes().length),
                sharpness(luma),
                noise(luma),
                sumBlue / chroma,
                sumRed / chroma,
                coloured / chroma,
                dark(thumb),
                EdgeMap.of(thumb));
    }

    private static byte[][] rows(byte[] plane, int width, int most) {
        int height = plane.length / width;
        int count = Math.min(most, height);
        byte[][] rows = new byte[count][];
        for (int i = 0; i < count; i++) {
            int y = rowAt(i, count, height);
            rows[i] = java.util.Arrays.copyOfRange(plane, y * width, (y + 1) * width);
        }
        return rows;
    }

    /** Which of {@code height} rows is the {@code i}-th of {@code count}. */
    static int rowAt(int i, int count, int height) {
        return (2 * i + 1) * height / (2 * count);
    }

    private static double sharpness(byte[][] rows) {
        int[] steps = new int[256];
        int all = 0;
        for (byte[] row : rows) {
            for (int x = 1; x < row.length; x++) {
                steps[Math.abs((row[x] & 0xff) - (row[x - 1] & 0xff))]++;
            }
            all += Math.max(0, row.length - 1);
        }
        int wanted = Math.max(1, all / 100);
        int left = wanted;
        long sum = 0;
        for (int step = 255; step > 0 && left > 0; step--) {
            int taken = Math.min(left, steps[step]);
            sum += (long) taken * step;
            left -= taken;
        }
        return sum / (double) wanted;
    }

    private static double noise(byte[][] rows) {
        // How many blocks have so much of second differences in all; 4 · 255 · 14 is the most there can be.
        int[] blocks = new int[(BLOCK - 2) * 1020 + 1];
        int all = 0;
        for (byte[] row : rows) {
            for (int left = 0; left + BLOCK <= row.length; left += BLOCK) {
                int level = 0;
                int rough = 0;
                for (int x = left + 1; x < left + BLOCK - 1; x++) {
                    int here = row[x] & 0xff;
                    level += here;
                    rough += Math.abs(2 * here - (row[x - 1] & 0xff) - (row[x + 1] & 0xff));
                }
                level /= BLOCK - 2;
                if (level >= LEAST_LEVEL && level <= MOST_LEVEL) {
                    blocks[rough]++;
                    all++;
                }
            }
        }
        int wanted = all / 4;
        int rough = 0;
        for (int seen = 0; rough < blocks.length - 1; rough++) {
            seen += blocks[rough];
            if (seen > wanted) {
                break;
            }
        }
        return all == 0 ? 0 : rough / (double) (BLOCK - 2) / SECOND_DIFFERENCE;
    }

    private static double dark(LumaThumb thumb) {
        byte[] luma = thumb.bytes();
        boolean[] seen = new boolean[luma.length];
        int[] stack = new int[luma.length];
        int largest = 0;
        for (int start = 0; start < luma.length; start++) {
            int size = 0;
            int top = push(start, luma, seen, stack, 0);
            while (top > 0) {
                int at = stack[--top];
                size++;
                int x = at % LumaThumb.WIDTH;
                top = x > 0 ? push(at - 1, luma, seen, stack, top) : top;
                top = x < LumaThumb.WIDTH - 1 ? push(at + 1, luma, seen, stack, top) : top;
                top = at >= LumaThumb.WIDTH ? push(at - LumaThumb.WIDTH, luma, seen, stack, top) : top;
                top = at < luma.length - LumaThumb.WIDTH ? push(at + LumaThumb.WIDTH, luma, seen, stack, top) : top;
            }
            largest = Math.max(largest, size);
        }
        return largest / (double) luma.length;
    }

    private static int push(int at, byte[] luma, boolean[] seen, int[] stack, int top) {
        if (seen[at] || (luma[at] & 0xff) >= DARK) {
            return top;
        }
        seen[at] = true;
        stack[top] = at;
        return top + 1;
    }
}
