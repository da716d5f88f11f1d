package vn.vigil.rtsp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/** From a description's {@code m=} section to how the track is coded (RFC 3551, 6184, 7798, 3640). */
final class Formats {
    /**
     * What was chosen of a section's payload types.
     *
     * @param parameters the format parameters, names in lower case
     */
    record Chosen(int payloadType, String encoding, TrackFormat format, Map<String, String> parameters) {}

    private Formats() {}

    /** The first payload type that is understood, else the first at all, as OTHER. */
    static Chosen choose(Sdp.Media media, List<String> notes) {
        Chosen other = null;
        for (int type : media.payloadTypes()) {
            Chosen one = read(media, type, notes);
            if (one.format.codec() != Codec.OTHER) {
                return one;
            }
            other = other == null ? one : other;
        }
        return other != null ? other : new Chosen(-1, "", new TrackFormat(Codec.OTHER, 90000, 0, List.of()), Map.of());
    }

    private static Chosen read(Sdp.Media media, int type, List<String> notes) {
        Map<String, String> fmtp = media.fmtp().getOrDefault(type, Map.of());
        String[] map = media.rtpmap().getOrDefault(type, "").split("/");
        String encoding = map[0].strip().toUpperCase(Locale.ROOT);
        if (encoding.isEmpty()) {
            encoding = known(type, fmtp);
        }
        int rate = map.length > 1 ? Numbers.leading(map[1], 1_000_000) : -1;
        int channels = map.length > 2 ? Numbers.leading(map[2], 64) : -1;
        Codec codec = codec(encoding, fmtp);
        rate = rate > 0 ? rate : codec.video() || codec == Codec.OTHER ? 90000 : 8000;
        if (codec.video() && rate != 90000) {
            notes.add("clock-rate " + rate);
        }
        List<byte[]> sets =
                switch (codec) {
                    case H264 -> nals(fmtp, notes, false, "sprop-parameter-sets");
                    case H265 -> nals(fmtp, notes, true, "sprop-vps", "sprop-sps", "sprop-pps");
                    case AAC -> List.of(hex(fmtp.get("config")));
                    case PCMA, PCMU, OTHER -> List.of();
                };
        boolean audio = codec != Codec.OTHER && !codec.video();
        return new Chosen(type, encoding, new TrackFormat(codec, rate, audio ? Math.max(1, channels) : 0, sets), fmtp);
    }

    /** Static payload types, and dynamic ones whose rtpmap is missing but whose parameters give them away. */
    private static String known(int type, Map<String, String> fmtp) {
        return switch (type) {
            case 0 -> "PCMU";
            case 8 -> "PCMA";
            case 26 -> "JPEG";
            default -> fmtp.containsKey("sprop-parameter-sets") ? "H264" : fmtp.containsKey("sprop-vps") ? "H265" : "";
        };
    }

    private static Codec codec(String encoding, Map<String, String> fmtp) {
        return switch (encoding) {
            case "H264" -> Codec.H264;
            case "H265", "HEVC" -> Codec.H265;
            case "PCMA" -> Codec.PCMA;
            case "PCMU" -> Codec.PCMU;
            case "MPEG4-GENERIC" -> hex(fmtp.get("config")).length >= 2 ? Codec.AAC : Codec.OTHER;
            default -> Codec.OTHER;
        };
    }

    /** Parameter sets of the named entries, in the order their kinds stand in a {@link TrackFormat}. */
    private static List<byte[]> nals(Map<String, String> fmtp, List<String> notes, boolean h265, String... names) {
        ParameterSets sets = new ParameterSets(h265);
        for (String name : names) {
            for (String one : fmtp.getOrDefault(name, "").split(",")) {
                byte[] nal = bare(base64(one));
                if (nal.length > 0 && !sets.add(nal, 0, nal.length)) {
                    notes.add("wrong-sprop");
                }
            }
        }
        return sets.complete() ? sets.list() : List.of();
    }

    /** Without a start code in front or zeroes behind, which some cameras put there. */
    private static byte[] bare(byte[] nal) {
        int from = 0;
        int to = nal.length;
        while (from < to && nal[from] == 0) {
            from++;
        }
        from += from >= 2 && from < to && nal[from] == 1 ? 1 : 0;
        while (to > from && nal[to - 1] == 0) {
            to--;
        }
        return java.util.Arrays.copyOfRange(nal, from, to);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hex(String text) {
        try {
            return text == null || text.length() > 1024
                    ? new byte[0]
                    : HexFormat.of().parseHex(text.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** All oddities without repetition. */
    static List<String> distinct(List<String> notes) {
        List<String> once = new ArrayList<>();
        for (String note : notes) {
            if (!once.contains(note)) {
                once.add(note);
            }
        }
        return once;
    }
}
