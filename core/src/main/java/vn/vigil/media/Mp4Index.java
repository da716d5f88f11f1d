package vn.vigil.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Codec;

/**
 * The index of an MP4 that lies whole in one file (ISO/IEC 14496-12 §8), as vigil's clips do: read by plain Java, so that a clip is
 * judged where no decoder is. Whatever does not agree with itself or with the file's length is refused; so are fragments, units kept
 * in other files, and edit lists that leave units out. Immutable; safe for several threads.
 */
final class Mp4Index {
    static final int FTYP = type("ftyp");
    private static final int MOOV = type("moov");
    private static final int MOOF = type("moof");
    private static final int MVHD = type("mvhd");
    private static final int TRAK = type("trak");
    private static final int EDTS = type("edts");
    private static final int ELST = type("elst");
    private static final int MDIA = type("mdia");
    private static final int MDHD = type("mdhd");
    private static final int HDLR = type("hdlr");
    private static final int MINF = type("minf");
    private static final int DINF = type("dinf");
    private static final int DREF = type("dref");
    private static final int STBL = type("stbl");
    private static final int STSD = type("stsd");
    private static final int STTS = type("stts");
    private static final int CTTS = type("ctts");
    private static final int STSS = type("stss");
    private static final int STSZ = type("stsz");
    private static final int STSC = type("stsc");
    private static final int STCO = type("stco");
    private static final int CO64 = type("co64");
    private static final int ESDS = type("esds");
    private static final int VIDE = type("vide");
    private static final int SOUN = type("soun");

    /** ISO/IEC 14496-1 §7.2.6.6: audio of ISO/IEC 14496-3. */
    private static final int OBJECT_AAC = 0x40;

    private static final int MOST_BOXES = 10_000;
    private static final long LONGEST_INDEX = 256L << 20;

    private final List<Track> tracks = new ArrayList<>();
    private final long length;
    private long movieScale;

    private Mp4Index(long length) {
        this.length = length;
    }

    /** A fault of the index; becomes a {@link MediaException} where the file's name is known. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String what) {
            super(what, null, false, false);
        }
    }

    /** Is given each unit of a track in decoding order. */
    interface Units {
        /**
         * @param at place of the unit from the beginning of the clip
         * @param time presentation time in ticks, the edit list applied
         */
        void unit(long at, int size, long time, boolean key) throws IOException;
    }

    /** Reads the index of a clip that lies between two places of a file. */
    static Mp4Index read(FileChannel file, long offset, long length) throws IOException, Fault {
        Mp4Index index = new Mp4Index(length);
        boolean found = false;
        long at = 0;
        for (int n = 0; at < length; n++) {
            ByteBuffer head = bytes(file, offset + at, Math.min(16, length - at));
            if (n == MOST_BOXES || head.remaining() < 8) {
                throw new Fault("what lies in it is cut off");
            }
            long size = Integer.toUnsignedLong(head.getInt(0));
            int own = 8;
            if (size == 1 && head.remaining() == 16) {
                size = head.getLong(8);
                own = 16;
            } else if (size == 0) {
                size = length - at;
            }
            if (size < own || size > length - at) {
                throw new Fault("what lies in it is cut off");
            }
            int type = head.getInt(4);
            if (type == MOOF || type == MOOV && found) {
                throw new Fault("more than one index");
            }
            if (type == MOOV) {
                if (size > LONGEST_INDEX) {
                    throw new Fault("an index of more than " + (LONGEST_INDEX >> 20) + " MiB");
                }
                found = true;
                index.movie(bytes(file, offset + at + own, size - own));
            }
            at += size;
        }
        if (!found) {
            throw new Fault("no index");
        }
        return index;
    }

    List<Track> tracks() {
        return tracks;
    }

    private static ByteBuffer bytes(FileChannel file, long at, long count) throws IOException, Fault {
        ByteBuffer all = ByteBuffer.allocate((int) count);
        while (all.hasRemaining()) {
            if (file.read(all, at + all.position()) < 0) {
                throw new Fault("the file ends within it");
            }
        }
        return all.flip();
    }

    private void movie(ByteBuffer moov) throws Fault {
        movieScale = scale(full(only(moov, MVHD), 20));
        for (ByteBuffer trak : all(moov, TRAK)) {
            Track track = new Track(trak);
            if (track.codec != null) {
                tracks.add(track);
            }
        }
    }

    /** {@code mvhd} and {@code mdhd} have their time scale at the same place. */
    private static long scale(ByteBuffer box) throws Fault {
        long scale = Integer.toUnsignedLong(box.getInt(box.get(0) == 1 ? 20 : 12));
        if (scale == 0 || scale > Integer.MAX_VALUE) {
            throw new Fault("no time scale");
        }
        return scale;
    }

    /** One track: pictures or sound, or {@code codec} null for anything else. */
    final class Track {
        private final Codec codec;
        private final int width;
        private final int height;
        private final int clockRate;
        private final long shift;
        private final Table sizes;
        private final int uniform;
        private final long count;
        private final Table chunks;
        private final boolean wide;
        private final Table runs;
        private final Table steps;
        private final Table reorders;
        private final Table keys;

        private Track(ByteBuffer trak) throws Fault {
            ByteBuffer mdia = only(trak, MDIA);
            int handler = full(only(mdia, HDLR), 12).getInt(8);
            if (handler != VIDE && handler != SOUN) {
                codec = null;
                width = 0;
                height = 0;
                clockRate = 0;
                shift = 0;
                sizes = null;
                uniform = 0;
                count = 0;
                chunks = null;
                wide = false;
                runs = null;
                steps = null;
                reorders = null;
                keys = null;
                return;
            }
            clockRate = (int) scale(full(only(mdia, MDHD), 24));
            ByteBuffer minf = only(mdia, MINF);
            inThisFile(only(only(minf, DINF), DREF));
            ByteBuffer stbl = only(minf, STBL);
            ByteBuffer entry = sampleEntry(only(stbl, STSD));
            codec = codec(entry, handler);
            boolean pictures = handler == VIDE;
            width = pictures ? Short.toUnsignedInt(entry.getShort(8 + 24)) : 0;
            height = pictures ? Short.toUnsignedInt(entry.getShort(8 + 26)) : 0;
            ByteBuffer stsz = full(only(stbl, STSZ), 12);
            uniform = stsz.getInt(4);
            count = Integer.toUnsignedLong(stsz.getInt(8));
            if (uniform < 0 || count > Integer.MAX_VALUE || uniform > 0 && count * uniform > length) {
                throw new Fault("more units than the file has room for");
            }
            sizes = uniform > 0 ? null : new Table(stsz, 8, 4);
            ByteBuffer co64 = one(stbl, CO64);
            wide = co64 != null;
            chunks = new Table(wide ? co64 : only(stbl, STCO), 4, wide ? 8 : 4);
            runs = new Table(only(stbl, STSC), 4, 12);
            steps = new Table(only(stbl, STTS), 4, 8);
            ByteBuffer ctts = one(stbl, CTTS);
            reorders = ctts == null ? null : new Table(ctts, 4, 8);
            ByteBuffer stss = one(stbl, STSS);
            keys = stss == null ? null : new Table(stss, 4, 4);
            shift = shift(one(trak, EDTS));
        }

        Codec codec() {
            return codec;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        int clockRate() {
            return clockRate;
        }

        private ByteBuffer sampleEntry(ByteBuffer stsd) throws Fault {
            full(stsd, 16);
            long size = Integer.toUnsignedLong(stsd.getInt(8));
            if (stsd.getInt(4) != 1 || size < 36 || size > stsd.remaining() - 8) {
                throw new Fault("not one description of its units");
            }
            ByteBuffer entry = stsd.slice(8, (int) size);
            if (Short.toUnsignedInt(entry.getShort(14)) != 1) {
                throw new Fault("units in another file");
            }
            return entry;
        }

        private static Codec codec(ByteBuffer entry, int handler) throws Fault {
            int format = entry.getInt(4);
            if (handler == VIDE) {
                if (entry.remaining() < 8 + 78) {
                    throw new Fault("not one description of its units");
                }
                return format == type("avc1") || format == type("avc3")
                        ? Codec.H264
                        : format == type("hvc1") || format == type("hev1") ? Codec.H265 : Codec.OTHER;
            }
            if (format != type("mp4a")) {
                return Codec.OTHER;
            }
            ByteBuffer esds = one(entry.slice(36, entry.remaining() - 36), ESDS);
            return esds != null && objectType(esds) == OBJECT_AAC ? Codec.AAC : Codec.OTHER;
        }

        /** The object type in an elementary stream descriptor (ISO/IEC 14496-1 §7.2.6.5); -1 where there is none. */
        private static int objectType(ByteBuffer esds) {
            int at = 4;
            int[] tags = {3, 4};
            for (int tag : tags) {
                if (at >= esds.remaining() || esds.get(at++) != tag) {
                    return -1;
                }
                while (at < esds.remaining() && esds.get(at) < 0) {
                    at++;
                }
                at++;
                if (tag == 3) {
                    int flags = at + 2 < esds.remaining() ? esds.get(at + 2) : 0xff;
                    if ((flags & 0xe0) != 0) {
                        return -1;
                    }
                    at += 3;
                }
            }
            return at < esds.remaining() ? Byte.toUnsignedInt(esds.get(at)) : -1;
        }

        /** What the edit list adds to presentation times: an empty beginning, then all of the track from one time on. */
        private long shift(ByteBuffer edts) throws Fault {
            ByteBuffer elst = edts == null ? null : one(edts, ELST);
            if (elst == null) {
                return 0;
            }
            boolean v1 = full(elst, 8).get(0) == 1;
            Table edits = new Table(elst, 4, v1 ? 20 : 12);
            long add = 0;
            for (int i = 0; i < edits.count; i++) {
                long lasts = v1 ? edits.wide(i, 0) : Integer.toUnsignedLong(edits.number(i, 0));
                long from = v1 ? edits.wide(i, 8) : edits.number(i, 4);
                if (edits.number(i, v1 ? 16 : 8) != 0x10000 || i + 1 < edits.count != (from == -1) || i > 1) {
                    throw new Fault("an edit list that leaves units out");
                }
                add += from == -1 ? scaled(lasts) : -from;
            }
            return add;
        }

        private long scaled(long movieTicks) throws Fault {
            if (movieTicks < 0 || movieTicks > Long.MAX_VALUE / clockRate - movieScale) {
                throw new Fault("times out of range");
            }
            return (movieTicks * clockRate + movieScale / 2) / movieScale;
        }

        /** Walks all units. */
        void walk(Units units) throws IOException, Fault {
            long unit = 0;
            Cursor decoding = new Cursor(steps);
            Cursor reorder = reorders == null ? null : new Cursor(reorders);
            int key = 0;
            long time = 0;
            for (int run = 0; run < runs.count; run++) {
                long first = Integer.toUnsignedLong(runs.number(run, 0));
                long end = run + 1 < runs.count ? Integer.toUnsignedLong(runs.number(run + 1, 0)) : chunks.count + 1L;
                long each = Integer.toUnsignedLong(runs.number(run, 4));
                if (first < 1
                        || end <= first
                        || end > chunks.count + 1L
                        || runs.number(run, 8) != 1
                        || run == 0 && first != 1) {
                    throw new Fault("chunks that are not there");
                }
                for (long chunk = first; chunk < end; chunk++) {
                    int c = (int) chunk - 1;
                    long at = (wide ? chunks.wide(c, 0) : Integer.toUnsignedLong(chunks.number(c, 0)));
                    for (long n = 0; n < each; n++) {
                        if (unit >= count) {
                            throw new Fault("more units in chunks than there are");
                        }
                        long size = sizes == null ? uniform : Integer.toUnsignedLong(sizes.number((int) unit, 0));
                        if (at < 0 || size > Integer.MAX_VALUE || at > length - size) {
                            throw new Fault("units outside the file");
                        }
                        boolean isKey = keys == null;
                        if (keys != null
                                && key < keys.count
                                && Integer.toUnsignedLong(keys.number(key, 0)) == unit + 1) {
                            isKey = true;
                            key++;
                        }
                        long ahead = reorder == null ? 0 : reorder.next();
                        units.unit(at, (int) size, Math.addExact(Math.addExact(time, ahead), shift), isKey);
                        time = Math.addExact(time, decoding.next() & 0xffffffffL);
                        at += size;
                        unit++;
                    }
                }
            }
            boolean whole = unit == count
                    && decoding.ended()
                    && (reorder == null || reorder.ended())
                    && (keys == null || key == keys.count);
            if (!whole) {
                throw new Fault("tables that do not agree");
            }
        }
    }

    /** Media that is not in the same file could be anything. */
    private static void inThisFile(ByteBuffer dref) throws Fault {
        ByteBuffer entries = full(dref, 8).slice(8, dref.remaining() - 8);
        while (entries.remaining() >= 12) {
            int size = entries.getInt(0);
            if (size < 12 || size > entries.remaining() || (entries.getInt(8) & 1) == 0) {
                throw new Fault("units in another file");
            }
            entries = entries.slice(size, entries.remaining() - size);
        }
    }

    /** A counted table of rows of one length; all of it lies within its box. */
    private static final class Table {
        private final ByteBuffer box;
        private final int begin;
        private final int row;
        private final int count;

        Table(ByteBuffer box, int counter, int row) throws Fault {
            full(box, counter + 4);
            long rows = Integer.toUnsignedLong(box.getInt(counter));
            if (rows > (box.remaining() - counter - 4) / row) {
                throw new Fault("a table longer than its box");
            }
            this.box = box;
            this.begin = counter + 4;
            this.row = row;
            this.count = (int) rows;
        }

        int number(int index, int at) {
            return box.getInt(begin + index * row + at);
        }

        long wide(int index, int at) {
            return box.getLong(begin + index * row + at);
        }
    }

    /** Goes through rows of count and value, value by value. */
    private static final class Cursor {
        private final Table table;
        private int row;
        private long used;

        Cursor(Table table) {
            this.table = table;
        }

        int next() throws Fault {
            while (row < table.count && used == Integer.toUnsignedLong(table.number(row, 0))) {
                row++;
                used = 0;
            }
            if (row == table.count) {
                throw new Fault("tables that do not agree");
            }
            used++;
            return table.number(row, 4);
        }

        boolean ended() {
            while (row < table.count && used == Integer.toUnsignedLong(table.number(row, 0))) {
                row++;
                used = 0;
            }
            return row == table.count;
        }
    }

    /** The box with version and flags, at least so long. */
    private static ByteBuffer full(ByteBuffer box, int least) throws Fault {
        if (box.remaining() < least) {
            throw new Fault("a box that is cut off");
        }
        return box;
    }

    private static ByteBuffer only(ByteBuffer in, int type) throws Fault {
        ByteBuffer found = one(in, type);
        if (found == null) {
            throw new Fault("no " + name(type));
        }
        return found;
    }

    /** Null where there is none. */
    private static ByteBuffer one(ByteBuffer in, int type) throws Fault {
        List<ByteBuffer> found = all(in, type);
        if (found.size() > 1) {
            throw new Fault("more than one " + name(type));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<ByteBuffer> all(ByteBuffer in, int type) throws Fault {
        List<ByteBuffer> found = new ArrayList<>();
        int at = 0;
        for (int n = 0; in.remaining() - at >= 8; n++) {
            long size = Integer.toUnsignedLong(in.getInt(at));
            if (size == 0) {
                size = in.remaining() - at;
            }
            if (n == MOST_BOXES || size < 8 || size > in.remaining() - at) {
                throw new Fault("a box that is cut off");
            }
            if (in.getInt(at + 4) == type) {
                found.add(in.slice(at + 8, (int) size - 8));
            }
            at += (int) size;
        }
        return found;
    }

    private static int type(String name) {
        byte[] b = name.getBytes(StandardCharsets.US_ASCII);
        return b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3];
    }

    private static String name(int type) {
        byte[] b = {(byte) (type >> 24), (byte) (type >> 16), (byte) (type >> 8), (byte) type};
        return new String(b, StandardCharsets.US_ASCII);
    }
}
