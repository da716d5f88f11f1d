package vn.vigil.sim;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/** Writes H.264 pictures as a DHAV file, the form in which Dahua devices hand recordings out. Confined to one thread. */
final class DavWriter {
    private static final int KEY = 0xfd;
    private static final int PREDICTED = 0xfc;
    private static final int HEAD = 24;
    private static final int TAIL = 8;
    private static final int H264 = 8;

    private final PictureSpec shape;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int number;

    DavWriter(PictureSpec shape) {
        this.shape = shape;
    }

    /**
     * @param wall the device's wall time
     * @param millis counter of milliseconds; its low 16 bits are written
     */
    void picture(boolean key, LocalDateTime wall, long millis, List<byte[]> nals) {
        int coded = nals.stream().mapToInt(nal -> 4 + nal.length).sum();
        byte[] extensions = {
            (byte) 0x81,
            0,
            H264,
            (byte) shape.framesPerSecond(),
            (byte) 0x82,
            0,
            0,
            0,
            (byte) shape.width(),
            (byte) (shape.width() >> 8),
            (byte) shape.height(),
            (byte) (shape.height() >> 8)
        };
        int length = HEAD + extensions.length + coded + TAIL;
        ByteBuffer frame = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        frame.put("DHAV".getBytes(StandardCharsets.US_ASCII));
        frame.put((byte) (key ? KEY : PREDICTED)).put((byte) 0).put((byte) 0).put((byte) 0);
        frame.putInt(number++).putInt(length).putInt(date(wall)).putShort((short) millis);
        frame.put((byte) extensions.length);
        int sum = 0;
        for (int i = 0; i < HEAD - 1; i++) {
            sum += frame.get(i);
        }
        frame.put((byte) sum).put(extensions);
        for (byte[] nal : nals) {
            frame.put(new byte[] {0, 0, 0, 1}).put(nal);
        }
        frame.put("dhav".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        out.writeBytes(frame.array());
    }

    private static int date(LocalDateTime t) {
        return t.getYear() - 2000 << 26
                | t.getMonthValue() << 22
                | t.getDayOfMonth() << 17
                | t.getHour() << 12
                | t.getMinute() << 6
                | t.getSecond();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
