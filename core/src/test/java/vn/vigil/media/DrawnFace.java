package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** Nobody's face, drawn with ovals at 200, 90, 160 pixels wide, before a grey wall: cascades take it for one. */
public final class DrawnFace {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int RATE = 10;

    private final byte[] luma = new byte[WIDTH * HEIGHT];

    private DrawnFace() {
        Arrays.fill(luma, (byte) 150);
        double s = 160;
        double x = 200 + s / 2;
        double y = 90 + s / 2;
        oval(x, y - s * .05, s * .52, s * .70, 50);
        oval(x, y, s * .45, s * .62, 200);
        oval(x, y - s * .42, s * .44, s * .2, 60);
        for (int side = -1; side <= 1; side += 2) {
            oval(x + side * s * .19, y - s * .12, s * .15, s * .085, 110);
            oval(x + side * s * .19, y - s * .10, s * .10, s * .05, 60);
            oval(x + side * s * .19, y - s * .20, s * .13, s * .025, 60);
            oval(x + side * s * .25, y + s * .14, s * .1, s * .1, 215);
            oval(x + side * s * .05, y + s * .17, s * .03, s * .02, 90);
        }
        oval(x, y, s * .06, s * .16, 225);
        oval(x, y + s * .33, s * .17, s * .05, 90);
        oval(x, y + s * .44, s * .15, s * .04, 170);
    }

    private void oval(double cx, double cy, double rx, double ry, int grey) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double dx = (x - cx) / rx;
                double dy = (y - cy) / ry;
                if (dx * dx + dy * dy <= 1) {
                    luma[y * WIDTH + x] = (byte) grey;
                }
            }
        }
    }

    /** Two seconds of it. */
    public static List<AccessUnit> clip(TrackFormat[] format) {
        DrawnFace face = new DrawnFace();
        byte[] colour = new byte[WIDTH / 2 * (HEIGHT / 2)];
        Arrays.fill(colour, (byte) 128);
        Av.ready();
        List<AccessUnit> units = new ArrayList<>();
        try (Encoder encoder =
                new Encoder(avcodec_find_encoder_by_name("libopenh264"), WIDTH, HEIGHT, AV_PIX_FMT_YUV420P, RATE)) {
            encoder.context().flags(encoder.context().flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            encoder.context().bit_rate(2_000_000).max_b_frames(0);
            encoder.open();
            byte[] header = new byte[encoder.context().extradata_size()];
            encoder.context().extradata().get(header);
            format[0] = new TrackFormat(Codec.H264, 90_000, 0, Nal.split(header));
            for (int i = 0; i < 2 * RATE; i++) {
                List<byte[]> nals = new ArrayList<>(i == 0 ? format[0].parameterSets() : List.of());
                for (byte[] nal : Nal.split(encoder.encode(face.luma, colour, colour, i, i == 0))) {
                    if (Nal.setKind(Codec.H264, nal[0]) == null) {
                        nals.add(nal);
                    }
                }
                units.add(new AccessUnit(0, Nal.join(nals), i == 0, i * 9000L, null, 0, false));
            }
        }
        return units;
    }
}
