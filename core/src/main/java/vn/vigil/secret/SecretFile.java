package vn.vigil.secret;

import java.nio.file.Path;
import vn.vigil.config.PasswordFile;

/** Reads the file behind {@code --password-file} and {@code --passphrase-file}. */
public final class SecretFile {
    private SecretFile() {}

    /**
     * The secret in a file: UTF-8, one trailing line end cut, otherwise byte for byte.
     *
     * @throws vn.vigil.base.VigilException DENIED when others could read or exchange the file (mode, owner, symbolic link,
     *     folder), naming it; NOT_FOUND, USAGE when it is missing, empty or no text
     */
    public static Secret read(Path file) {
        return Secret.of(PasswordFile.read(file));
    }
}
