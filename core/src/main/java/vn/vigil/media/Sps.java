package vn.vigil.media;

import vn.vigil.base.Codec;

/**
 * What of a sequence parameter set the container needs (ITU-T H.264 §7.3.2.1.1, H.265 §7.3.2.2).
 *
 * @param id the set's own number
 * @param chroma chroma_format_idc
 * @param lumaBits bits a luma sample
 * @param chromaBits bits a chroma sample
 * @param reorder pictures that may precede another in decoding and follow it in output; -1 when not said
 * @param temporal H.265: sps_max_sub_layers
 * @param nested H.265: sps_temporal_id_nesting_flag
 */
record Sps(
        int id,
        int width,
        int height,
        int chroma,
        int lumaBits,
        int chromaBits,
        int reorder,
        double framesPerSecond,
        int temporal,
        boolean nested) {
    static final int MAX_SIDE = 8192;

    static Sps parse(Codec codec, byte[] nal) {
        try {
            BitReader in = new BitReader(nal);
            Sps sps = codec == Codec.H264 ? h264(in) : h265(in);
            if (sps.width < 1 || sps.height < 1 || sps.width > MAX_SIDE || sps.height > MAX_SIDE) {
                throw new MediaException(
                        MediaException.Reason.MALFORMED, "pictures of " + sps.width + " x " + sps.height);
            }
            return sps;
        } catch (IndexOutOfBoundsException e) {
            throw new MediaException(MediaException.Reason.MALFORMED, "unreadable sequence parameter set", e);
        }
    }

    private static Sps h264(BitReader in) {
        int profile = in.byteAt(1) & 0xff;
        boolean intraOnly = (in.byteAt(2) & 0x10) != 0 && (profile == 44 || profile >= 86);
        in.skip(32);
        int id = in.unsigned(31);
        int chroma = 1;
        int lumaBits = 8;
        int chromaBits = 8;
        boolean separate = false;
        if (hasChroma(profile)) {
            chroma = in.unsigned(3);
            separate = chroma == 3 && in.flag();
            lumaBits = 8 + in.unsigned(6);
            chromaBits = 8 + in.unsigned(6);
            in.skip(1);
            if (in.flag()) {
                scalingLists(in, chroma == 3 ? 12 : 8);
            }
        }
        in.unsigned(12);
        int order = in.unsigned(2);
        if (order == 0) {
            in.unsigned(12);
        } else if (order == 1) {
            in.skip(1);
            in.signed();
            in.signed();
            for (int n = in.unsigned(255); n > 0; n--) {
                in.signed();
            }
        }
        in.unsigned(16);
        in.skip(1);
        int across = in.unsigned(MAX_SIDE) + 1;
        int down = in.unsigned(MAX_SIDE) + 1;
        boolean framesOnly = in.flag();
        if (!framesOnly) {
            in.skip(1);
        }
        in.skip(1);
        int width = across * 16;
        int height = down * 16 * (framesOnly ? 1 : 2);
        if (in.flag()) {
            boolean planes = chroma == 0 || separate;
            int unitX = planes || chroma == 3 ? 1 : 2;
            int unitY = (planes || chroma != 1 ? 1 : 2) * (framesOnly ? 1 : 2);
            width -= unitX * (in.unsigned(MAX_SIDE) + in.unsigned(MAX_SIDE));
            height -= unitY * (in.unsigned(MAX_SIDE) + in.unsigned(MAX_SIDE));
        }
        int reorder = profile == 66 || order == 2 || intraOnly ? 0 : -1;
        double rate = 0;
        if (in.flag()) {
            // Cameras exist whose usability part ends early; what stands before it is good all the same.
            try {
                if (in.flag() && in.bits(8) == 255) {
                    in.skip(32);
                }
                if (in.flag()) {
                    in.skip(1);
                }
                if (in.flag()) {
                    in.skip(4);
                    if (in.flag()) {
                        in.skip(24);
                    }
                }
                if (in.flag()) {
                    in.unsigned();
                    in.unsigned();
                }
                if (in.flag()) {
                    long tick = in.bits(32);
                    long scale = in.bits(32);
                    in.skip(1);
                    rate = tick == 0 ? 0 : scale / (2.0 * tick);
                }
                boolean nalRate = in.flag();
                if (nalRate) {
                    bufferModel(in);
                }
                boolean vclRate = in.flag();
                if (vclRate) {
                    bufferModel(in);
                }
                in.skip(nalRate || vclRate ? 2 : 1);
                if (in.flag()) {
                    in.skip(1);
                    in.unsigned();
                    in.unsigned();
                    in.unsigned();
                    in.unsigned();
                    int said = in.unsigned(16);
                    reorder = reorder == 0 ? 0 : said;
                }
            } catch (IndexOutOfBoundsException e) {
                return new Sps(id, width, height, chroma, lumaBits, chromaBits, reorder, rate, 1, true);
            }
        }
        return new Sps(id, width, height, chroma, lumaBits, chromaBits, reorder, rate, 1, true);
    }

    /** Profiles whose sets tell chroma format and bit depth (§7.3.2.1.1). */
    static boolean hasChroma(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    private static void scalingLists(BitReader in, int lists) {
        for (int i = 0; i < lists; i++) {
            if (in.flag()) {
                long last = 8;
                long next = 8;
                for (int k = 0; k < (i < 6 ? 16 : 64); k++) {
                    if (next != 0) {
                        next = (last + in.signed() + 256) & 255;
                    }
                    last = next == 0 ? last : next;
                }
            }
        }
    }

    private static void bufferModel(BitReader in) {
        int count = in.unsigned(31) + 1;
        in.skip(8);
        for (int i = 0; i < count; i++) {
            in.unsigned();
            in.unsigned();
            in.skip(1);
        }
        in.skip(20);
    }

    private static Sps h265(BitReader in) {
        in.skip(16 + 4);
        int layers = (int) in.bits(3) + 1;
        boolean nested = in.flag();
        in.skip(96);
        boolean[] profiles = new boolean[8];
        boolean[] levels = new boolean[8];
        for (int i = 0; i < layers - 1; i++) {
            profiles[i] = in.flag();
            levels[i] = in.flag();
        }
        if (layers > 1) {
            in.skip(2 * (9 - layers));
        }
        for (int i = 0; i < layers - 1; i++) {
            in.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
        }
        int id = in.unsigned(15);
        int chroma = in.unsigned(3);
        boolean separate = chroma == 3 && in.flag();
        int width = in.unsigned(1 << 16);
        int height = in.unsigned(1 << 16);
        if (in.flag()) {
            int unitX = separate || chroma == 0 || chroma == 3 ? 1 : 2;
            int unitY = separate || chroma != 1 ? 1 : 2;
            width -= unitX * (in.unsigned(MAX_SIDE) + in.unsigned(MAX_SIDE));
            height -= unitY * (in.unsigned(MAX_SIDE) + in.unsigned(MAX_SIDE));
        }
        int lumaBits = 8 + in.unsigned(8);
        int chromaBits = 8 + in.unsigned(8);
        in.unsigned(12);
        int reorder = -1;
        for (int i = in.flag() ? 0 : layers - 1; i < layers; i++) {
            in.unsigned(16);
            reorder = in.unsigned(16);
            in.unsigned();
        }
        return new Sps(id, width, height, chroma, lumaBits, chromaBits, reorder, 0, layers, nested);
    }
}
