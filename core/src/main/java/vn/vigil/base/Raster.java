package vn.vigil.base;

/**
 * A small picture for a screen, 8 bits each of red, green and blue. Immutable by custom: the array is not copied and nobody
 * changes it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb {@code 3 × width × height} bytes, unsigned, row by row
 */
public record Raster(int width, int height, byte[] rgb) {
    public Raster {
        if (width < 1 || height < 1 || rgb.length != 3 * width * height) {
            throw new IllegalArgumentException("no raster of " + width + " x " + height);
        }
    }

    /** Red (0), green (1) or blue (2) of a pixel, 0–255. */
    public int at(int x, int y, int channel) {
        return rgb[3 * (y * width + x) + channel] & 0xff;
    }

    /** The same picture in another size, by averaging boxes; stretched where it gets larger. */
    public Raster scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        byte[] out = new byte[3 * newWidth * newHeight];
        for (int row = 0; row < newHeight; row++) {
            int top = (int) ((long) row * height / newHeight);
            int bottom = Math.max(top + 1, (int) ((row + 1L) * height / newHeight));
            for (int column = 0; column < newWidth; column++) {
                int left = (int) ((long) column * width / newWidth);
                int right = Math.max(left + 1, (int) ((column + 1L) * width / newWidth));
                int count = (bottom - top) * (right - left);
                for (int channel = 0; channel < 3; channel++) {
                    int sum = 0;
                    for (int y = top; y < bottom; y++) {
                        for (int x = left; x < right; x++) {
                            sum += at(x, y, channel);
                        }
                    }
                    out[3 * (row * newWidth + column) + channel] = (byte) ((sum + count / 2) / count);
                }
            }
        }
        return new Raster(newWidth, newHeight, out);
    }
}
