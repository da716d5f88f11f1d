package vn.vigil.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import vn.vigil.base.Raster;

/** Writes pictures as PNG (RFC 2083), 8 bits, red, green and blue. Stateless; safe for use by several threads. */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};

    private Png() {}

    /** A whole PNG file; the same for the same picture. Its colours are those of {@link Preview}. */
    public static byte[] encode(Picture picture) {
        Raster raster = Preview.of(picture, picture.width(), picture.height());
        int row = 3 * raster.width();
        byte[] rows = new byte[(row + 1) * raster.height()];
        for (int y = 0; y < raster.height(); y++) {
            // Filter 1, each byte less the one a pixel before it: photographs shrink by a third more.
            int at = y * (row + 1);
            rows[at++] = 1;
            for (int i = 0; i < row; i++) {
                int left = i < 3 ? 0 : raster.rgb()[y * row + i - 3];
                rows[at + i] = (byte) (raster.rgb()[y * row + i] - left);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length / 2);
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(raster.width()).putInt(raster.height());
        chunk(out, "IHDR", header.put((byte) 8).put((byte) 2).array());
        chunk(out, "IDAT", deflated(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
