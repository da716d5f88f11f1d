package vn.vigil.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** FAULTS A: a secret is read only where nobody else can read or exchange it. */
class PasswordFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aGoodFile() throws Exception {
        file = folder.resolve("camera.pass");
        Files.writeString(file, "s3cret\n");
        mode(file, "rw-------");
        mode(folder, "rwx------");
    }

    private static void mode(Path path, String mode) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private void refused(SecretFileText fault) {
        VigilException e = assertThrows(VigilException.class, () -> PasswordFile.read(file));
        assertEquals(fault, e.why().get(0).key());
        assertTrue(e.what().args().contains(file));
    }

    @Test
    void aPrivateFileIsRead() throws Exception {
        assertEquals("s3cret", PasswordFile.read(file));
        mode(file, "r--------");
        assertEquals("s3cret", PasswordFile.read(file));
        mode(folder, "rwxr-xr-x");
        assertEquals("s3cret", PasswordFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx--x---", "rw-rw-rw-"})
    void aLooseModeIsRefused(String loose) throws Exception {
        mode(file, loose);
        refused(SecretFileText.LOOSE_MODE);
        assertEquals(
                ErrorKind.DENIED,
                assertThrows(VigilException.class, () -> PasswordFile.read(file))
                        .kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----wx", "rwxrwxrwx"})
    void aFolderThatOthersMayWriteIsRefused(String loose) throws Exception {
        mode(folder, loose);
        refused(SecretFileText.LOOSE_FOLDER);
    }

    @Test
    void aStickyFolderSuchAsTmpPasses() throws Exception {
        Files.setAttribute(folder, "unix:mode", 01777);
        assertEquals("s3cret", PasswordFile.read(file));
    }

    @Test
    void aSymbolicLinkIsRefused() throws Exception {
        Path real = folder.resolve("real.pass");
        Files.move(file, real);
        Files.createSymbolicLink(file, real);
        refused(SecretFileText.SYMLINK);
    }

    @Test
    void somebodyElsesFileIsRefused() throws Exception {
        // Only root can give files away, and root is who must not trust them.
        Assumptions.assumeTrue("root".equals(Files.getOwner(folder).getName()), "needs root");
        Files.setAttribute(file, "unix:uid", 12345);
        refused(SecretFileText.FOREIGN_OWNER);
        Files.setAttribute(file, "unix:uid", 0);
        Files.setAttribute(folder, "unix:uid", 12345);
        refused(SecretFileText.FOREIGN_FOLDER);
        Files.setAttribute(folder, "unix:uid", 0);
    }

    @Test
    void whatIsNoFileIsRefused() throws Exception {
        Files.delete(file);
        refused(SecretFileText.MISSING);
        Files.createDirectory(file);
        refused(SecretFileText.NOT_A_FILE);
    }

    @Test
    void aFileWithoutAPasswordIsRefused() throws Exception {
        Files.writeString(file, "");
        refused(SecretFileText.EMPTY);
        Files.writeString(file, "\n");
        refused(SecretFileText.EMPTY);
        Files.write(file, new byte[] {'a', (byte) 0xfe});
        refused(SecretFileText.NOT_UTF8);
        Files.write(file, new byte[70_000]);
        refused(SecretFileText.TOO_LARGE);
    }

    @Test
    void passwordsOfEveryKindComeOutAsTheyWentIn() throws Exception {
        for (String password : List.of(
                "%21@:/?#'\"\\ x",
                " leading and trailing ",
                "mật khẩu Đặc Biệt 🎥",
                "a\nb",
                "tab\there",
                "-x",
                Normalizer.normalize("mật khẩu", Normalizer.Form.NFD))) {
            for (String end : List.of("\n", "\r\n", "")) {
                Files.writeString(file, password + end);
                assertArrayEquals(
                        password.getBytes(StandardCharsets.UTF_8),
                        PasswordFile.read(file).getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.writeString(file, "two\n\n");
        assertEquals("two\n", PasswordFile.read(file));
    }
}
