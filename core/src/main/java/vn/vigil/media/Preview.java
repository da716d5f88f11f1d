package vn.vigil.media;

import vn.vigil.base.Raster;

/** Pictures shrunk for a screen. Stateless. */
public final class Preview {
    private Preview() {}

    /**
     * A picture as red, green and blue, shrunk by averaging boxes until it fits; never enlarged. Colours are those of the JPEG
     * that {@link Jpeg} writes of it (ITU-R BT.601, full range, as JFIF 1.02 has it).
     */
    public static Raster of(Picture picture, int mostWidth, int mostHeight) {
        int width = Math.min(picture.width(), mostWidth);
        int height = Math.max(1, Math.round((float) width * picture.height() / picture.width()));
        if (height > mostHeight) {
            height = mostHeight;
            width = Math.max(1, Math.round((float) height * picture.width() / picture.height()));
        }
        int chromaWidth = (picture.width() + 1) / 2;
        int chromaHeight = (picture.height() + 1) / 2;
        byte[] rgb = new byte[3 * width * height];
        int at = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float y = mean(picture.luma(), picture.width(), picture.height(), column, row, width, height);
                float b = mean(picture.blue(), chromaWidth, chromaHeight, column, row, width, height) - 128;
                float r = mean(picture.red(), chromaWidth, chromaHeight, column, row, width, height) - 128;
                rgb[at++] = clamp(y + 1.402f * r);
                rgb[at++] = clamp(y - 0.344136f * b - 0.714136f * r);
                rgb[at++] = clamp(y + 1.772f * b);
            }
        }
        return new Raster(width, height, rgb);
    }

    private static float mean(
            byte[] plane, int planeWidth, int planeHeight, int column, int row, int width, int height) {
        int top = row * planeHeight / height;
        int bottom = Math.max(top + 1, (row + 1) * planeHeight / height);
        int left = column * planeWidth / width;
        int right = Math.max(left + 1, (column + 1) * planeWidth / width);
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += plane[y * planeWidth + x] & 0xff;
            }
        }
        return (float) sum / ((bottom - top) * (right - left));
    }

    private static byte clamp(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
