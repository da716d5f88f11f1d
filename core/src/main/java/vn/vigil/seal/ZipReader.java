package vn.vigil.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.base.Message;

/**
 * A ZIP parser that takes one reading only. Attacks on containers live on two parsers that see two different files in one; so
 * every byte of the file must belong to exactly one record, in one order: the entries from byte 0 on without a gap, then the
 * directory, then its end. What local and central header both say must be equal, and what honest packages never use (compression,
 * encryption, comments, foreign extra fields, data descriptors, links, folders) is refused.
 */
final class ZipReader {
    private static final int MAX_ENTRIES = 100_000;
    private static final long MAX_DIRECTORY = 64L << 20;
    private static final int FILE_TYPE = 0170000;
    private static final int REGULAR = 0100000;

    /** The container is refused. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Message reason;

        Malformed(Message reason) {
            super(reason.key().id());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    private final FileChannel file;
    private final long length;

    private ZipReader(FileChannel file, long length) {
        this.file = file;
        this.length = length;
    }

    /** The entries by name, in file order. */
    static Map<String, Zip.Entry> entries(FileChannel file) throws IOException, Malformed {
        return new ZipReader(file, file.size()).read();
    }

    private record Directory(long start, long size, long count) {}

    private Map<String, Zip.Entry> read() throws IOException, Malformed {
        Directory directory = directory();
        if (directory.count() > MAX_ENTRIES || directory.size() > MAX_DIRECTORY) {
            throw notAPackage(SealText.CONTAINER_TOO_LONG);
        }
        ByteBuffer b = at(directory.start(), (int) directory.size());
        Map<String, Zip.Entry> entries = new LinkedHashMap<>();
        EntryName.Seen seen = new EntryName.Seen();
        long next = 0;
        for (long i = 0; i < directory.count(); i++) {
            int begin = b.position();
            Zip.Entry e = central(b);
            if (!EntryName.good(e.name())) {
                throw new Malformed(SealText.BAD_ENTRY_NAME.with(shown(e.name())));
            }
            if (!seen.add(e.name())) {
                throw new Malformed(SealText.ENTRY_COLLIDES.with(e.name()));
            }
            if (e.offset() != next) {
                throw new Malformed(SealText.ENTRY_PLACE.with(e.name()));
            }
            local(e, b, begin);
            next = e.dataOffset() + e.size();
            if (next < 0 || next > directory.start()) {
                throw new Malformed(SealText.ENTRY_PLACE.with(e.name()));
            }
            entries.put(e.name(), e);
        }
        if (b.hasRemaining() || next != directory.start()) {
            throw notAPackage(SealText.CONTAINER_FOREIGN_BYTES);
        }
        mimetype(entries);
        return entries;
    }

    /** The end records must be the last bytes of the file, without a comment, and the directory must touch them. */
    private Directory directory() throws IOException, Malformed {
        if (length < Zip.END_LENGTH) {
            throw notAPackage(SealText.CONTAINER_CUT);
        }
        long endAt = length - Zip.END_LENGTH;
        ByteBuffer end = at(endAt, Zip.END_LENGTH);
        if (end.getInt() != Zip.END) {
            throw notAPackage(SealText.CONTAINER_FOREIGN_BYTES);
        }
        int disk = u16(end);
        int directoryDisk = u16(end);
        int countHere = u16(end);
        int count = u16(end);
        long size = u32(end);
        long start = u32(end);
        if (disk != 0 || directoryDisk != 0 || countHere != count || u16(end) != 0) {
            throw notAPackage(SealText.CONTAINER_END);
        }
        Directory directory = new Directory(start, size, count);
        long locatorAt = endAt - Zip.LOCATOR64_LENGTH;
        if (locatorAt >= Zip.END64_LENGTH && at(locatorAt, 4).getInt() == Zip.LOCATOR64) {
            endAt = locatorAt - Zip.END64_LENGTH;
            directory = directory64(locatorAt, endAt, directory);
        } else if (count == Zip.MAX16 || size == Zip.MAX32 || start == Zip.MAX32) {
            throw notAPackage(SealText.CONTAINER_END);
        }
        if (directory.start() < 0 || directory.size() < 0 || directory.start() != endAt - directory.size()) {
            throw notAPackage(SealText.CONTAINER_FOREIGN_BYTES);
        }
        return directory;
    }

    private Directory directory64(long locatorAt, long endAt, Directory small) throws IOException, Malformed {
        ByteBuffer locator = at(locatorAt, Zip.LOCATOR64_LENGTH);
        locator.getInt();
        boolean good = locator.getInt() == 0 & locator.getLong() == endAt & locator.getInt() == 1;
        ByteBuffer end = at(endAt, Zip.END64_LENGTH);
        good &= end.getInt() == Zip.END64 & end.getLong() == Zip.END64_LENGTH - 12;
        end.getInt(); // versions
        int disk = end.getInt();
        int directoryDisk = end.getInt();
        good &= disk == 0 & directoryDisk == 0;
        long countHere = end.getLong();
        Directory large = new Directory(0, 0, end.getLong());
        large = new Directory(0, end.getLong(), large.count());
        large = new Directory(end.getLong(), large.size(), large.count());
        good &= countHere == large.count()
                & large.count() >= 0
                & Math.min(large.count(), Zip.MAX16) == small.count()
                & large.size() >= 0
                & Math.min(large.size(), Zip.MAX32) == small.size()
                & large.start() >= 0
                & Math.min(large.start(), Zip.MAX32) == small.start();
        if (!good) {
            throw notAPackage(SealText.CONTAINER_END);
        }
        return large;
    }

    private Zip.Entry central(ByteBuffer b) throws Malformed {
        if (b.remaining() < Zip.CENTRAL_LENGTH || b.getInt() != Zip.CENTRAL) {
            throw notAPackage(SealText.CONTAINER_DIRECTORY);
        }
        int made = u16(b);
        u16(b); // version needed: compared with the local header's
        int flags = u16(b);
        int method = u16(b);
        int time = b.getInt();
        int crc = b.getInt();
        long packed = u32(b);
        long size = u32(b);
        int nameLength = u16(b);
        int extraLength = u16(b);
        int commentLength = u16(b);
        int disk = u16(b);
        int internal = u16(b);
        int attributes = b.getInt();
        long offset = u32(b);
        if (b.remaining() < nameLength + extraLength + commentLength) {
            throw notAPackage(SealText.CONTAINER_DIRECTORY);
        }
        byte[] raw = new byte[nameLength];
        b.get(raw);
        String name = name(raw, flags);
        if (method != 0 || (flags & ~Zip.UTF8) != 0 || packed != size) {
            throw new Malformed(SealText.ENTRY_COMPRESSED.with(shown(name)));
        }
        int type = made >>> 8 == 3 ? (attributes >>> 16) & FILE_TYPE : 0;
        boolean dos = (attributes & 0x18) != 0; // folder, volume label
        boolean system = made >>> 8 == 3 || made >>> 8 == 0; // Unix or DOS: others keep links elsewhere
        if (!system || internal != 0 || disk != 0 || commentLength != 0 || type != 0 && type != REGULAR || dos) {
            throw new Malformed(SealText.ENTRY_ATTRIBUTES.with(shown(name)));
        }
        boolean large = size == Zip.MAX32;
        boolean far = offset == Zip.MAX32;
        int wanted = (large ? 16 : 0) + (far ? 8 : 0);
        if (extraLength != (wanted == 0 ? 0 : wanted + 4)) {
            throw new Malformed(SealText.ENTRY_ATTRIBUTES.with(shown(name)));
        }
        if (wanted > 0) {
            boolean good = u16(b) == Zip.ZIP64_ID & u16(b) == wanted;
            if (large) {
                size = b.getLong();
                good &= size >= Zip.MAX32 & b.getLong() == size;
            }
            if (far) {
                offset = b.getLong();
                good &= offset >= Zip.MAX32;
            }
            if (!good) {
                throw new Malformed(SealText.ENTRY_ATTRIBUTES.with(shown(name)));
            }
        }
        if (size > length) {
            throw new Malformed(SealText.ENTRY_PLACE.with(shown(name)));
        }
        return new Zip.Entry(name, size, crc, offset, time);
    }

    /** The local header must say, byte for byte, what the central one says. */
    private void local(Zip.Entry e, ByteBuffer directory, int begin) throws IOException, Malformed {
        int nameLength = directory.getShort(begin + 28) & 0xffff;
        int extra = e.large() ? 20 : 0;
        ByteBuffer local = at(e.offset(), Zip.LOCAL_LENGTH + nameLength + extra);
        boolean same = local.getInt(0) == Zip.LOCAL;
        // Version needed to name length: the central header has them two bytes further on.
        for (int i = 4; i < 28; i++) {
            same &= local.get(i) == directory.get(begin + i + 2);
        }
        same &= (local.getShort(28) & 0xffff) == extra;
        for (int i = 0; i < nameLength; i++) {
            same &= local.get(Zip.LOCAL_LENGTH + i) == directory.get(begin + Zip.CENTRAL_LENGTH + i);
        }
        if (extra > 0) {
            int at = Zip.LOCAL_LENGTH + nameLength;
            same &= local.getShort(at) == Zip.ZIP64_ID && local.getShort(at + 2) == 16;
            same &= local.getLong(at + 4) == e.size() && local.getLong(at + 12) == e.size();
        }
        if (!same) {
            throw new Malformed(SealText.ENTRY_HEADERS_DIFFER.with(e.name()));
        }
    }

    /** EN 319 162-1, annex A.1: first, stored, no extra field, so that {@code file} sees the type at a fixed place. */
    private void mimetype(Map<String, Zip.Entry> entries) throws IOException, Malformed {
        Zip.Entry first = entries.isEmpty() ? null : entries.values().iterator().next();
        byte[] mime = AsiceWriter.MIME.getBytes(StandardCharsets.US_ASCII);
        if (first == null
                || !first.name().equals(EntryName.MIMETYPE)
                || first.size() != mime.length
                || !at(first.dataOffset(), mime.length).equals(ByteBuffer.wrap(mime))) {
            throw new Malformed(SealText.MIMETYPE_FIRST.with(AsiceWriter.MIME));
        }
    }

    private static String name(byte[] raw, int flags) throws Malformed {
        try {
            CharBuffer name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
            if ((flags & Zip.UTF8) == 0) {
                for (byte c : raw) {
                    if (c < 0) { // another tool would read another code page
                        throw new Malformed(SealText.BAD_ENTRY_NAME.with(shown(name.toString())));
                    }
                }
            }
            return name.toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(SealText.BAD_ENTRY_NAME.with("?"));
        }
    }

    /** A hostile name made fit for a sentence. */
    private static String shown(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints()
                .limit(80)
                .forEach(c -> out.appendCodePoint(
                        c < 32 || Character.getType(c) == Character.FORMAT || Character.isISOControl(c)
                                ? '\uFFFD'
                                : c));
        return out.toString();
    }

    private static Malformed notAPackage(SealText detail) {
        return new Malformed(SealText.NOT_A_PACKAGE.with(detail.with()));
    }

    private ByteBuffer at(long offset, int size) throws IOException, Malformed {
        if (offset < 0 || offset > length - size) {
            throw notAPackage(SealText.CONTAINER_CUT);
        }
        ByteBuffer b = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (b.hasRemaining()) {
            if (file.read(b, offset + b.position()) < 0) {
                throw notAPackage(SealText.CONTAINER_CUT);
            }
        }
        return b.flip();
    }

    private static int u16(ByteBuffer b) {
        return b.getShort() & 0xffff;
    }

    private static long u32(ByteBuffer b) {
        return b.getInt() & Zip.MAX32;
    }
}
