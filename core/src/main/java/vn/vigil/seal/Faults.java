package vn.vigil.seal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** Input and output errors in the user's words. */
final class Faults {
    private Faults() {}

    static VigilException io(Path file, IOException e) {
        String detail = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        if (e instanceof FileAlreadyExistsException) {
            return new VigilException(ErrorKind.CONFLICT, "VG-SEAL-EXISTS", SealText.EXISTS.with(file.toString()));
        }
        if (e instanceof NoSuchFileException) {
            return new VigilException(ErrorKind.NOT_FOUND, "VG-SEAL-NO-FILE", SealText.NO_FILE.with(file.toString()));
        }
        // The JDK has no type for ENOSPC and EDQUOT; these are the C library's words, which Java takes over
        // untranslated.
        if (detail != null && (detail.contains("No space left") || detail.contains("quota"))) {
            return new VigilException(ErrorKind.FAILED, "VG-SEAL-DISK-FULL", SealText.DISK_FULL.with(file.toString()))
                    .causedBy(e);
        }
        return new VigilException(ErrorKind.FAILED, "VG-SEAL-IO", SealText.IO.with(file.toString()))
                .why(SealText.IO_WHY.with(detail == null ? e.getClass().getSimpleName() : detail))
                .causedBy(e);
    }
}
