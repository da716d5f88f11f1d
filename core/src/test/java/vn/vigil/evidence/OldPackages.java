package vn.vigil.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.SigningKey;

/** The packages of every version that lie among the resources, and the keys of those who made them. See the README there. */
final class OldPackages {
    static final Path FIRST = Path.of("src/test/resources/vn/vigil/evidence/packages/v1");
    static final Path SECOND = Path.of("src/test/resources/vn/vigil/evidence/packages/v2");
    static final char[] PASSPHRASE = "trial and no error".toCharArray();

    private OldPackages() {}

    static Path first() {
        return only(FIRST, "*.asice");
    }

    /** Approved by key, sealed LT, with a hole and a copy for looking at. */
    static Path byKey() {
        return only(SECOND, "*-0001-*.asice");
    }

    /** Approved on paper, countersigned, both seals LT. */
    static Path onPaper() {
        return only(SECOND, "*-0002-*.asice");
    }

    /** The same, encrypted. */
    static Path encrypted() {
        return only(SECOND, "*.p7m");
    }

    static List<Path> roots() {
        return List.of(SECOND.resolve("root.pem"), SECOND.resolve("tsa-root.pem"));
    }

    /** A person's key file, copied to where only its owner may read it, as it must be. */
    static Path keyFile(String person, Path folder) {
        try {
            Path file = folder.resolve(person + ".p12");
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, Files.readAllBytes(SECOND.resolve("keys").resolve(person + ".p12")));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SigningKey key(String person, Path folder) {
        return Pkcs12.open(keyFile(person, folder), PASSPHRASE);
    }

    private static Path only(Path folder, String pattern) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            return files.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
