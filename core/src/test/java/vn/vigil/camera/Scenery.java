package vn.vigil.camera;

import java.util.Arrays;
import java.util.Random;
import vn.vigil.media.Picture;

/**
 * A drawn place as a camera sees it over days: houses, windows, a fence, trees and a road, wider than the picture, so that
 * the camera can be turned. Each picture differs from the next by light, shadow, white balance, haze, people, cars and the
 * sensor's noise. The same seed gives the same pictures.
 */
final class Scenery {
    static final int WIDTH = 480;
    static final int HEIGHT = 270;
    private static final int WORLD = 2 * WIDTH;
    private static final int NOISE = 1 << 18;

    private final float[] luma = new float[WORLD * HEIGHT];
    private final float[] blue = new float[WORLD * HEIGHT];
    private final float[] red = new float[WORLD * HEIGHT];
    private final float[] noise = new float[NOISE];

    /** What is wrong, if anything. Amounts of 0 are none. */
    record Trouble(int turned, int blur, float cast, float grain, Cover cover) {
        static final Trouble NONE = new Trouble(0, 0, 0, 0, null);
    }

    enum Cover {
        CLOTH,
        PAPER,
        HAND
    }

    Scenery(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        rectangle(0, 0, WORLD, HEIGHT / 3, 190, 10, -6);
        rectangle(0, HEIGHT / 3, WORLD, HEIGHT, 110, -4, 3);
        for (int x = 0; x < WORLD; ) {
            int wide = 40 + random.nextInt(90);
            int top = 20 + random.nextInt(90);
            int bottom = HEIGHT / 2 + random.nextInt(40);
            rectangle(
                    x,
                    top,
                    x + wide,
                    bottom,
                    60 + random.nextInt(130),
                    random.nextInt(30) - 18,
                    random.nextInt(30) - 8);
            int step = 12 + random.nextInt(12);
            for (int wy = top + 8; wy < bottom - 12; wy += step) {
                for (int wx = x + 6; wx < x + wide - 8; wx += step) {
                    rectangle(wx, wy, wx + step / 2, wy + step / 2, 30 + random.nextInt(190), 4, -2);
                }
            }
            x += wide + random.nextInt(30);
        }
        for (int x = 0; x < WORLD; x += 7) {
            rectangle(x, HEIGHT / 2 + 30, x + 2, HEIGHT / 2 + 48, 55, 0, 0);
        }
        for (int tree = 0; tree < 14; tree++) {
            int cx = random.nextInt(WORLD);
            int cy = 110 + random.nextInt(60);
            for (int leaf = 0; leaf < 160; leaf++) {
                int x = cx + (int) (random.nextGaussian() * 18);
                int y = cy + (int) (random.nextGaussian() * 16);
                rectangle(x, y, x + 3, y + 3, 40 + random.nextInt(70), -14, -10);
            }
        }
        for (int x = 0; x < WORLD; x += 60) {
            rectangle(x, HEIGHT - 45, x + 30, HEIGHT - 40, 225, 0, 0);
        }
    }

    private void rectangle(int left, int top, int right, int bottom, float y, float cb, float cr) {
        for (int row = Math.max(0, top); row < Math.min(HEIGHT, bottom); row++) {
            int from = row * WORLD + Math.max(0, left);
            int to = row * WORLD + Math.min(WORLD, right);
            if (from < to) {
                Arrays.fill(luma, from, to, y);
                Arrays.fill(blue, from, to, cb);
                Arrays.fill(red, from, to, cr);
            }
        }
    }

    Picture picture(boolean night, Random random, Trouble trouble) {
        float[] y = new float[WIDTH * HEIGHT];
        float[] cb = new float[y.length];
        float[] cr = new float[y.length];
        int pan = WIDTH / 3 + trouble.turned();
        float gain = night ? 0.55f + 0.1f * random.nextFloat() : 0.75f + 0.35f * random.nextFloat();
        float haze = night ? 0 : 0.2f * random.nextFloat() * random.nextFloat();
        int shadow = random.nextInt(WIDTH);
        float depth = night ? 1 : 0.65f + 0.35f * random.nextFloat();
        for (int row = 0; row < HEIGHT; row++) {
            for (int x = 0; x < WIDTH; x++) {
                int from = row * WORLD + pan + x;
                float v = luma[from] * gain;
                if (x + row / 2 < shadow) {
                    v *= depth;
                }
                if (night) {
                    // The lamp stands at the camera: bright in the middle, dark to the corners and in the sky.
                    float dx = (x - WIDTH / 2f) / WIDTH;
                    float dy = (row - HEIGHT * 0.6f) / HEIGHT;
                    v *= Math.max(0.15f, 1.25f - 2.2f * (dx * dx + dy * dy));
                }
                int at = row * WIDTH + x;
                y[at] = v * (1 - haze) + 170 * haze;
                cb[at] = night ? 0 : blue[from] * (1 - haze);
                cr[at] = night ? 0 : red[from] * (1 - haze);
            }
        }
        for (int people = random.nextInt(5); people > 0; people--) {
            int size = 12 + random.nextInt(40);
            int left = random.nextInt(WIDTH);
            int top = HEIGHT / 2 + random.nextInt(HEIGHT / 3);
            float tone = 20 + random.nextInt(200) * gain;
            for (int row = top; row < Math.min(HEIGHT, top + size); row++) {
                for (int x = left; x < Math.min(WIDTH, left + size); x++) {
                    y[row * WIDTH + x] = tone + ((x / 4 + row / 5) % 2) * 20;
                }
            }
        }
        if (trouble.cover() != null) {
            cover(y, cb, cr, trouble.cover(), night, random);
        }
        for (int times = 0; trouble.blur() > 0 && times < 2; times++) {
            y = blurred(y, trouble.blur());
        }
        float grain = (night ? 3 + 1.5f * random.nextFloat() : 1 + 0.8f * random.nextFloat()) + trouble.grain();
        float balanceBlue = night ? 0 : (float) random.nextGaussian() * 1.2f + trouble.cast();
        float balanceRed = night ? 0 : (float) random.nextGaussian() * 1.2f - trouble.cast() / 2;
        return finished(y, cb, cr, grain, balanceBlue, balanceRed, random);
    }

    private static void cover(float[] y, float[] cb, float[] cr, Cover cover, boolean night, Random random) {
        int edge = cover == Cover.HAND ? WIDTH * (45 + random.nextInt(35)) / 100 : WIDTH;
        boolean fromLeft = random.nextBoolean();
        float tone = cover == Cover.PAPER ? (night ? 150 : 200) : cover == Cover.CLOTH ? (night ? 15 : 48) : 70;
        for (int row = 0; row < HEIGHT; row++) {
            for (int i = 0; i < edge; i++) {
                int at = row * WIDTH + (fromLeft ? i : WIDTH - 1 - i);
                // Light leaks in at one side.
                y[at] = tone * (0.8f + 0.4f * row / HEIGHT);
                cb[at] = night ? 0 : cover == Cover.PAPER ? 0 : -9;
                cr[at] = night ? 0 : cover == Cover.PAPER ? 0 : 12;
            }
        }
    }

    private static float[] blurred(float[] from, int radius) {
        float[] across = new float[from.length];
        float[] out = new float[from.length];
        for (int row = 0; row < HEIGHT; row++) {
            for (int x = 0; x < WIDTH; x++) {
                float sum = 0;
                for (int d = -radius; d <= radius; d++) {
                    sum += from[row * WIDTH + Math.max(0, Math.min(WIDTH - 1, x + d))];
                }
                across[row * WIDTH + x] = sum / (2 * radius + 1);
            }
        }
        for (int row = 0; row < HEIGHT; row++) {
            for (int x = 0; x < WIDTH; x++) {
                float sum = 0;
                for (int d = -radius; d <= radius; d++) {
                    sum += across[Math.max(0, Math.min(HEIGHT - 1, row + d)) * WIDTH + x];
                }
                out[row * WIDTH + x] = sum / (2 * radius + 1);
            }
        }
        return out;
    }

    private Picture finished(
            float[] y, float[] cb, float[] cr, float grain, float balanceBlue, float balanceRed, Random random) {
        byte[] bytes = new byte[y.length];
        int shift = random.nextInt(NOISE);
        for (int i = 0; i < y.length; i++) {
            bytes[i] = clip(y[i] + grain * noise[(i + shift) % NOISE]);
        }
        byte[] blueBytes = new byte[WIDTH / 2 * (HEIGHT / 2)];
        byte[] redBytes = new byte[blueBytes.length];
        for (int i = 0; i < blueBytes.length; i++) {
            int at = i / (WIDTH / 2) * 2 * WIDTH + i % (WIDTH / 2) * 2;
            blueBytes[i] = clip(128 + cb[at] + balanceBlue);
            redBytes[i] = clip(128 + cr[at] + balanceRed);
        }
        return new Picture(WIDTH, HEIGHT, bytes, blueBytes, redBytes, false);
    }

    private static byte clip(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
