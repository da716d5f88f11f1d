package vn.vigil.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * Reads files that hold a secret, only where nobody else can read or exchange them: a regular file, no symbolic link, owned
 * by this account, no access for group or others, in a folder that neither group nor others may write (a sticky folder such
 * as /tmp passes: others cannot replace files there). Stateless.
 */
public final class PasswordFile {
    /** Far above any password, passphrase or key; keeps a mistaken path from filling the memory. */
    private static final int LIMIT = 64 * 1024;

    private static final int GROUP_OR_OTHERS = 077;
    private static final int GROUP_OR_OTHERS_WRITE = 022;
    private static final int STICKY = 01000;

    private PasswordFile() {}

    /**
     * The password in a file: UTF-8, one trailing line end cut, nothing else changed.
     *
     * @throws VigilException DENIED, naming the file and what is loose about it; USAGE when it is empty or no text
     */
    public static String read(Path file) {
        byte[] bytes = bytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new VigilException(ErrorKind.USAGE, "VG-SECRET-FILE", SecretFileText.UNUSABLE.with(file))
                    .why(SecretFileText.NOT_UTF8.with());
        }
        if (text.endsWith("\n")) {
            text = text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
        }
        if (text.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-SECRET-FILE", SecretFileText.UNUSABLE.with(file))
                    .why(SecretFileText.EMPTY.with());
        }
        return text;
    }

    /** The bytes of a file with a secret, after the same checks. */
    public static byte[] bytes(Path file) {
        return bytes(file, LIMIT);
    }

    /** As {@link #bytes(Path)}, of a file that holds many secrets. */
    public static byte[] bytes(Path file, int limit) {
        requirePrivate(file);
        try {
            return content(file, limit);
        } catch (IOException e) {
            throw denied(file, SecretFileText.UNREADABLE).causedBy(e);
        }
    }

    /** The checks alone, for files that others read: key files of persons. */
    public static void requirePrivate(Path file) {
        try {
            SecretFileText fault = fault(file, false);
            if (fault != null) {
                throw denied(file, fault);
            }
        } catch (NoSuchFileException e) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-SECRET-FILE", SecretFileText.UNUSABLE.with(file))
                    .why(SecretFileText.MISSING.with());
        } catch (IOException e) {
            throw denied(file, SecretFileText.UNREADABLE).causedBy(e);
        }
    }

    /**
     * The bytes of a credential that systemd handed to this service ({@code $CREDENTIALS_DIRECTORY}): systemd may own it and
     * grant access by an access list, so that root as owner and group read bits are in order.
     */
    public static byte[] systemdCredential(Path file) {
        try {
            SecretFileText fault = fault(file, true);
            if (fault != null) {
                throw denied(file, fault);
            }
            return content(file, LIMIT);
        } catch (IOException e) {
            throw denied(file, SecretFileText.UNREADABLE).causedBy(e);
        }
    }

    private static VigilException denied(Path file, SecretFileText fault) {
        VigilException e = new VigilException(ErrorKind.DENIED, "VG-SECRET-FILE", SecretFileText.UNUSABLE.with(file))
                .why(fault.with());
        // Tightening a folder's or device's mode would do harm.
        return fault == SecretFileText.NOT_A_FILE ? e : e.next(SecretFileText.TIGHTEN.with(file));
    }

    private static SecretFileText fault(Path file, boolean systemd) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            // A recipient's Windows, which has neither owners nor modes to look at.
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? null : SecretFileText.NOT_A_FILE;
        }
        Map<String, Object> facts =
                Files.readAttributes(file, "unix:mode,uid,isRegularFile,isSymbolicLink", LinkOption.NOFOLLOW_LINKS);
        if ((Boolean) facts.get("isSymbolicLink")) {
            return SecretFileText.SYMLINK;
        }
        if (!(Boolean) facts.get("isRegularFile")) {
            return SecretFileText.NOT_A_FILE;
        }
        // The process's own identity, without asking for a user database.
        Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        Object owner = facts.get("uid");
        if (!owner.equals(me) && !(systemd && owner.equals(0))) {
            return SecretFileText.FOREIGN_OWNER;
        }
        int mode = (Integer) facts.get("mode");
        if ((mode & (systemd ? 037 : GROUP_OR_OTHERS)) != 0) {
            return SecretFileText.LOOSE_MODE;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        Map<String, Object> above = Files.readAttributes(folder, "unix:mode,uid");
        int folderMode = (Integer) above.get("mode");
        if ((folderMode & GROUP_OR_OTHERS_WRITE) != 0 && (folderMode & STICKY) == 0) {
            return SecretFileText.LOOSE_FOLDER;
        }
        if (!above.get("uid").equals(me) && !above.get("uid").equals(0)) {
            return SecretFileText.FOREIGN_FOLDER;
        }
        return null;
    }

    private static byte[] content(Path file, int limit) throws IOException {
        try (SeekableByteChannel in =
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            if (in.size() > limit) {
                throw new VigilException(ErrorKind.USAGE, "VG-SECRET-FILE", SecretFileText.UNUSABLE.with(file))
                        .why(SecretFileText.TOO_LARGE.with());
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) in.size());
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                // Until it is all here.
            }
            byte[] content = new byte[bytes.position()];
            bytes.flip().get(content);
            return content;
        }
    }
}
