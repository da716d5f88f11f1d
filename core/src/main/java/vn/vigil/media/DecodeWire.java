package vn.vigil.media;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * What vigil and its decoding process say to each other, over two pipes. Each side takes the other for broken: every length
 * is held against a limit before anything is allocated for it, and what does not fit is an {@link IOException}. Numbers are
 * big end first. Pure.
 *
 * <pre>
 * greeting  magic:4                                  from the process, once it can decode
 * job       magic:4 id:8 kind:1 codec:1 dark:8 sets:1 {length:4 bytes}… units:4 {key:1 length:4 bytes}…
 * answer    magic:4 id:8 status:1 length:4 payload   status 0, or 1 + the reason's place among {@link MediaException.Reason}
 * </pre>
 */
final class DecodeWire {
    /** "VGD" and the version. The two sides are of one class path; the number guards against bytes that are no frame at all. */
    static final int MAGIC = 0x56474401;

    /** Coded bytes of one job: an access unit may have 32 MiB. */
    static final int MOST_JOB_BYTES = 40 << 20;

    static final int MOST_UNITS = 4096;
    private static final int MOST_SETS = 64;
    private static final int MOST_TEXT = 1024;
    private static final int FIXED_PAYLOAD = 4096;

    enum Kind {
        GLANCE,
        THUMBS,
        PICTURE
    }

    /** One thing to decode. {@code dark} is used by glances only. */
    record Job(Kind kind, TrackFormat format, List<AccessUnit> units, double dark) {
        /** How long an honest answer can be. */
        int mostPayload() {
            return FIXED_PAYLOAD
                    + switch (kind) {
                        case GLANCE -> LumaThumb.WIDTH * LumaThumb.HEIGHT;
                        case THUMBS -> (units.size() + 1) * LumaThumb.WIDTH * LumaThumb.HEIGHT;
                        case PICTURE -> Sps.MAX_SIDE * Sps.MAX_SIDE * 3 / 2;
                    };
        }

        /** Refuses, before anything is sent, what the other side would refuse. */
        void requireBounded() {
            long bytes = 0;
            for (byte[] set : format.parameterSets()) {
                bytes += set.length;
            }
            for (AccessUnit unit : units) {
                bytes += unit.data().length;
            }
            if (bytes > MOST_JOB_BYTES
                    || units.size() > MOST_UNITS
                    || format.parameterSets().size() > MOST_SETS) {
                throw new MediaException(MediaException.Reason.MALFORMED, "more than a decoder is given at once");
            }
        }
    }

    /** A job with the number under which its answer comes. */
    record Numbered(long id, Job job) {}

    private DecodeWire() {}

    static void writeJob(DataOutputStream out, long id, Job job) throws IOException {
        out.writeInt(MAGIC);
        out.writeLong(id);
        out.writeByte(job.kind().ordinal());
        out.writeByte(job.format().codec().ordinal());
        out.writeDouble(job.dark());
        out.writeByte(job.format().parameterSets().size());
        for (byte[] set : job.format().parameterSets()) {
            writeBytes(out, set);
        }
        out.writeInt(job.units().size());
        for (AccessUnit unit : job.units()) {
            out.writeBoolean(unit.keyFrame());
            writeBytes(out, unit.data());
        }
        out.flush();
    }

    /** The next job; end of stream as {@link java.io.EOFException}. */
    static Numbered readJob(DataInputStream in) throws IOException {
        requireMagic(in);
        long id = in.readLong();
        Kind kind = Kind.values()[bounded(in.readByte(), Kind.values().length - 1)];
        Codec codec = Codec.values()[bounded(in.readByte(), Codec.values().length - 1)];
        double dark = in.readDouble();
        int left = MOST_JOB_BYTES;
        List<byte[]> sets = new ArrayList<>();
        for (int n = bounded(in.readByte(), MOST_SETS); n > 0; n--) {
            byte[] set = readBytes(in, left);
            left -= set.length;
            sets.add(set);
        }
        List<AccessUnit> units = new ArrayList<>();
        for (int n = bounded(in.readInt(), MOST_UNITS); n > 0; n--) {
            boolean key = in.readBoolean();
            byte[] data = readBytes(in, left);
            left -= data.length;
            units.add(new AccessUnit(0, data, key, 0, null, 0, false));
        }
        return new Numbered(id, new Job(kind, new TrackFormat(codec, 90_000, 0, sets), units, dark));
    }

    static void requireMagic(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a frame of this protocol");
        }
    }

    static void writeGlance(DataOutputStream out, long id, Glance glance) throws IOException {
        byte[] thumb = glance.thumb().bytes();
        writeHead(out, id, 0, 4 + 4 + thumb.length + 8 * 8 + EdgeMap.CELLS + 1 + (glance.luma() == null ? 0 : 32));
        out.writeInt(glance.width());
        out.writeInt(glance.height());
        out.write(thumb);
        PictureMeasures measures = glance.measures();
        out.writeDouble(measures.mean());
        out.writeDouble(measures.contrast());
        out.writeDouble(measures.sharpness());
        out.writeDouble(measures.noise());
        out.writeDouble(measures.blue());
        out.writeDouble(measures.red());
        out.writeDouble(measures.colourful());
        out.writeDouble(measures.dark());
        out.write(measures.edges().cells());
        out.writeBoolean(glance.luma() != null);
        if (glance.luma() != null) {
            out.writeDouble(glance.luma().mean());
            out.writeDouble(glance.luma().contrast());
            out.writeDouble(glance.luma().sharpness());
            out.writeDouble(glance.luma().blackShare());
        }
        out.flush();
    }

    static Glance readGlance(DataInputStream in) throws IOException {
        int width = side(in);
        int height = side(in);
        LumaThumb thumb = readThumb(in);
        PictureMeasures measures = new PictureMeasures(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                new EdgeMap(exactly(in, EdgeMap.CELLS)));
        Luma luma =
                in.readBoolean() ? new Luma(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()) : null;
        return new Glance(width, height, thumb, measures, luma);
    }

    static void writeThumbs(DataOutputStream out, long id, List<LumaThumb> thumbs) throws IOException {
        writeHead(out, id, 0, 4 + thumbs.size() * LumaThumb.WIDTH * LumaThumb.HEIGHT);
        out.writeInt(thumbs.size());
        for (LumaThumb thumb : thumbs) {
            out.write(thumb.bytes());
        }
        out.flush();
    }

    static List<LumaThumb> readThumbs(DataInputStream in) throws IOException {
        List<LumaThumb> thumbs = new ArrayList<>();
        for (int n = bounded(in.readInt(), MOST_UNITS + 1); n > 0; n--) {
            thumbs.add(readThumb(in));
        }
        return thumbs;
    }

    static void writePicture(DataOutputStream out, long id, Picture picture) throws IOException {
        writeHead(out, id, 0, 4 + 4 + 1 + picture.luma().length + picture.blue().length + picture.red().length);
        writePicture(out, picture);
    }

    static void writePicture(DataOutputStream out, Picture picture) throws IOException {
        out.writeInt(picture.width());
        out.writeInt(picture.height());
        out.writeBoolean(picture.damaged());
        out.write(picture.luma());
        out.write(picture.blue());
        out.write(picture.red());
        out.flush();
    }

    static Picture readPicture(DataInputStream in) throws IOException {
        int width = side(in);
        int height = side(in);
        boolean damaged = in.readBoolean();
        int chroma = (width + 1) / 2 * ((height + 1) / 2);
        return new Picture(
                width, height, exactly(in, width * height), exactly(in, chroma), exactly(in, chroma), damaged);
    }

    static void writeRefusal(DataOutputStream out, long id, MediaException refused) throws IOException {
        String message = refused.getMessage();
        byte[] text = message.substring(0, Math.min(message.length(), MOST_TEXT / 4))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        writeHead(out, id, 1 + refused.reason().ordinal(), text.length);
        out.write(text);
        out.flush();
    }

    /** What a status other than 0 means. */
    static MediaException refusal(int status, byte[] payload) throws IOException {
        MediaException.Reason reason =
                MediaException.Reason.values()[bounded(status - 1, MediaException.Reason.values().length - 1)];
        if (payload.length > MOST_TEXT) {
            throw new IOException("a message too long");
        }
        return new MediaException(reason, new String(payload, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void writeHead(DataOutputStream out, long id, int status, int length) throws IOException {
        out.writeInt(MAGIC);
        out.writeLong(id);
        out.writeByte(status);
        out.writeInt(length);
    }

    private static LumaThumb readThumb(DataInputStream in) throws IOException {
        return new LumaThumb(exactly(in, LumaThumb.WIDTH * LumaThumb.HEIGHT));
    }

    private static int side(DataInputStream in) throws IOException {
        int side = bounded(in.readInt(), Sps.MAX_SIDE);
        if (side == 0) {
            throw new IOException("a picture without pixels");
        }
        return side;
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in, int most) throws IOException {
        return exactly(in, bounded(in.readInt(), most));
    }

    static byte[] exactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException(value + " where at most " + most + " can be");
        }
        return value;
    }
}
