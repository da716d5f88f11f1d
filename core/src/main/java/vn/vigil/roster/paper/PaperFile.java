package vn.vigil.roster.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.config.PrivateFiles;

/** Puts papers under their names. */
final class PaperFile {
    private PaperFile() {}

    static SavedPaper save(MadePaper made, Path named, boolean force, boolean rehearse) {
        Path file = named.toAbsolutePath();
        SavedPaper.State state = state(made.bytes(), file);
        if (state == SavedPaper.State.REPLACED && !force) {
            throw new VigilException(
                            ErrorKind.CONFLICT, "VG-ROSTER-FILE-EXISTS", PaperText.IN_THE_WAY.with(named.toString()))
                    .why(PaperText.IN_THE_WAY_WHY.with(size(file), made.bytes().length))
                    .next(PaperText.IN_THE_WAY_NEXT.with());
        }
        if (!rehearse && state != SavedPaper.State.UNCHANGED) {
            try {
                PrivateFiles.replace(file, made.bytes());
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }
        return new SavedPaper(made, named, state, made.bytes().length, sha256(made.bytes()));
    }

    private static SavedPaper.State state(byte[] bytes, Path file) {
        try {
            if (!Files.exists(file)) {
                if (!Files.isDirectory(file.getParent())) {
                    throw new IOException("no folder " + file.getParent());
                }
                return SavedPaper.State.NEW;
            }
            if (!Files.isRegularFile(file)) {
                throw new IOException("no file " + file);
            }
            return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes)
                    ? SavedPaper.State.UNCHANGED
                    : SavedPaper.State.REPLACED;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static VigilException cannotWrite(Path file, IOException e) {
        return new VigilException(
                        ErrorKind.FAILED, "VG-ROSTER-FILE-UNWRITABLE", PaperText.CANNOT_WRITE.with(file.toString()))
                .causedBy(e);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
