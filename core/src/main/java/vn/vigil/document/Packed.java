package vn.vigil.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/**
 * Office files are ZIP files: measured before anything else opens them, and written with fixed times so that the same content is
 * the same bytes. Stateless.
 */
final class Packed {
    /** ZIP begins at 1980; its very first moment would bring a second, zone-bound time with it. */
    static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int MOST_PARTS = 2_000;

    private Packed() {}

    /** The file's bytes, when it is an ordinary file of at most this size. */
    static byte[] read(Path file, long limit) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new VigilException(
                        ErrorKind.NOT_FOUND, "VG-DOCUMENT-NO-FILE", DocumentText.NO_FILE.with(file.toString()));
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = Files.size(file) > limit ? null : in.readNBytes((int) limit + 1);
                if (bytes == null || bytes.length > limit) {
                    throw refuse(file, DocumentText.FILE_TOO_BIG.with(megabytes(limit)));
                }
                return bytes;
            }
        } catch (IOException e) {
            throw refuse(file, DocumentText.BROKEN_FILE.with()).causedBy(e);
        }
    }

    /** Whether the bytes begin as a ZIP file does. */
    static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Whether the bytes begin as a file of Office before 2007 does, which an encrypted newer one does too. */
    static boolean isOle(byte[] bytes) {
        return bytes.length > 4
                && (bytes[0] & 0xff) == 0xd0
                && (bytes[1] & 0xff) == 0xcf
                && bytes[2] == 0x11
                && (bytes[3] & 0xff) == 0xe0;
    }

    /**
     * Unpacks everything once, keeping nothing, and refuses what grows beyond the limit: the sizes that a ZIP file tells of
     * itself may lie.
     */
    static void measure(Path file, long limit) {
        long all = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                if (++parts > MOST_PARTS) {
                    throw refuse(file, DocumentText.TOO_MANY_PARTS.with(MOST_PARTS));
                }
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        all += n;
                        if (all > limit) {
                            throw refuse(file, DocumentText.UNPACKS_TOO_BIG.with(megabytes(limit)));
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refuse(file, DocumentText.BROKEN_FILE.with()).causedBy(e);
        }
    }

    /** The same parts in the same order, with fixed times. */
    static byte[] stable(byte[] zip) {
        try {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                    parts.put(e.getName(), in.readAllBytes());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
            try (ZipOutputStream packed = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    ZipEntry entry = new ZipEntry(part.getKey());
                    // Local time, so that the process's zone does not shine through.
                    entry.setTimeLocal(EPOCH);
                    packed.putNextEntry(entry);
                    packed.write(part.getValue());
                    packed.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VigilException refuse(Path file, Message why) {
        return new VigilException(
                        ErrorKind.USAGE, "VG-DOCUMENT-UNREADABLE", DocumentText.CANNOT_READ.with(file.toString()))
                .why(why);
    }

    static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
