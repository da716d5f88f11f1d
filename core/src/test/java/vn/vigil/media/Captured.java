package vn.vigil.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** Byte streams with start codes as access units; see the README beside them. */
public record Captured(TrackFormat format, List<AccessUnit> units) {
    private static final int H264_DELIMITER = 9;
    private static final int H265_DELIMITER = 35;

    public static Captured h264() {
        return read(Codec.H264, "bframes.h264");
    }

    public static Captured h265() {
        return read(Codec.H265, "bframes.h265");
    }

    static byte[] bytes(String name) {
        try (InputStream in = Captured.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Captured read(Codec codec, String name) {
        List<List<byte[]>> pictures = new ArrayList<>();
        for (byte[] nal : Nal.split(bytes(name))) {
            int type = codec == Codec.H264 ? nal[0] & 0x1f : nal[0] >> 1 & 0x3f;
            if (type == (codec == Codec.H264 ? H264_DELIMITER : H265_DELIMITER)) {
                pictures.add(new ArrayList<>());
            }
            pictures.get(pictures.size() - 1).add(nal);
        }
        String[] times = new String(bytes(name + ".times"), StandardCharsets.US_ASCII).split("\n");
        List<AccessUnit> units = new ArrayList<>();
        TrackFormat format = new TrackFormat(codec, 90_000, 0, List.of());
        for (int i = 0; i < pictures.size(); i++) {
            boolean key = pictures.get(i).stream().anyMatch(nal -> isKey(codec, nal));
            AccessUnit unit = unit(Nal.join(pictures.get(i)), key, Long.parseLong(times[i].trim()));
            if (i == 0) {
                format = ParameterSets.changed(format, unit);
            }
            units.add(unit);
        }
        return new Captured(format, units);
    }

    private static boolean isKey(Codec codec, byte[] nal) {
        if (codec == Codec.H264) {
            return (nal[0] & 0x1f) == 5;
        }
        int type = nal[0] >> 1 & 0x3f;
        return type >= 16 && type <= 21;
    }

    static AccessUnit unit(byte[] data, boolean key, long time) {
        return new AccessUnit(0, data, key, time, null, 0, false);
    }
}
