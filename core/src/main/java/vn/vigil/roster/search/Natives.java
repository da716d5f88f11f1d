package vn.vigil.roster.search;

import com.google.ortools.Loader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * Loads OR-Tools' libraries, once. They find each other by their own folder, so that loading the first is enough; the launcher
 * names the folder where they lie unpacked in {@code java.library.path}. Where they do not lie there (in a test, say), OR-Tools
 * unpacks its own.
 */
final class Natives {
    private static boolean loaded;

    private Natives() {}

    /** @throws VigilException when they cannot be loaded; everything else works without them */
    static synchronized void load() {
        if (loaded) {
            return;
        }
        String library = System.mapLibraryName("jniortools");
        try {
            for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator)) {
                Path file = Path.of(folder).resolve(library).toAbsolutePath();
                if (!folder.isEmpty() && Files.isRegularFile(file)) {
                    System.load(file.toString());
                    loaded = true;
                    return;
                }
            }
            Loader.loadNativeLibraries();
            loaded = true;
        } catch (LinkageError | RuntimeException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-ROSTER-PROVER", SearchText.CANNOT_LOAD.with())
                    .why(SearchText.NATIVES_BROKEN.with(library))
                    .next(SearchText.WITHOUT_PROOF.with())
                    .causedBy(e);
        }
    }
}
