package vn.vigil.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/** Files that hold keys: read only when nobody else could have touched them, written so that nobody else can. */
final class PrivateFiles {
    /** Far more than any key file needs. */
    private static final long LIMIT = 1 << 20;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private PrivateFiles() {}

    /** The file's bytes, once file and folder are found safe. */
    static byte[] read(Path file) {
        try {
            check(file);
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                ByteBuffer bytes = ByteBuffer.allocate((int) in.size());
                while (bytes.hasRemaining() && in.read(bytes) >= 0) {}
                return bytes.array();
            }
        } catch (NoSuchFileException e) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-SEAL-NO-KEY", SealText.NO_KEY_FILE.with(file.toString()));
        } catch (IOException e) {
            throw Faults.io(file, e);
        }
    }

    private static void check(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return; // a file system without owners and modes, such as Windows'
        }
        PosixFileAttributes facts = view.readAttributes();
        if (facts.isSymbolicLink()) {
            throw unsafe(file, SealText.KEY_FILE_LINK.with());
        }
        if (!facts.isRegularFile() || facts.size() > LIMIT) {
            throw unsafe(file, SealText.KEY_FILE_KIND.with());
        }
        Set<PosixFilePermission> loose = EnumSet.copyOf(OTHERS);
        loose.retainAll(facts.permissions());
        if (!loose.isEmpty()) {
            throw unsafe(file, SealText.KEY_FILE_MODE.with(PosixFilePermissions.toString(facts.permissions())))
                    .next(SealText.NEXT_CHMOD.with(file.toString()));
        }
        if (!Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(ownUid(file))) {
            throw unsafe(file, SealText.KEY_FILE_OWNER.with(facts.owner().getName()));
        }
        Set<PosixFilePermission> around = Files.getPosixFilePermissions(folder);
        if (around.contains(PosixFilePermission.GROUP_WRITE) || around.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw unsafe(file, SealText.KEY_FOLDER_MODE.with(folder.toString(), PosixFilePermissions.toString(around)));
        }
    }

    /** This process's user, as the kernel knows it; where there is no {@code /proc}, the file's own, which checks nothing. */
    private static Object ownUid(Path file) throws IOException {
        Path self = Path.of("/proc/self");
        return Files.getAttribute(Files.exists(self) ? self : file, "unix:uid");
    }

    private static VigilException unsafe(Path file, Message why) {
        return new VigilException(ErrorKind.DENIED, "VG-SEAL-KEY-FILE", SealText.KEY_FILE_UNSAFE.with(file.toString()))
                .why(why);
    }

    /** Writes a new file of mode 0600 and brings it to the disk. */
    static void create(Path file, byte[] bytes) {
        try {
            write(file, bytes, "rw-------");
        } catch (FileAlreadyExistsException e) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-SEAL-EXISTS", SealText.EXISTS.with(file.toString()));
        } catch (IOException e) {
            throw Faults.io(file, e);
        }
    }

    /** Puts new bytes in an existing file's place: old or new, never half. */
    static void replace(Path file, byte[] bytes) {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            write(fresh, bytes, "rw-------");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            Disk.REAL.syncFolder(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            remove(fresh);
            throw Faults.io(file, e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The disk that failed the work may refuse this as well.
        }
    }

    static void write(Path file, byte[] bytes, String mode) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(file, options, Disk.mode(file, mode))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        Disk.REAL.syncFolder(file.toAbsolutePath().getParent());
    }
}
