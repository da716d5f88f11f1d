package vn.vigil.document;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** What the office library may do at most; a second fence behind {@link Packed#measure}. Its settings are the process's. */
final class OfficeLimits {
    /** Kept, for a logger nobody holds forgets its level. */
    private static final Logger TALK = Logger.getLogger("org.apache.poi");

    private OfficeLimits() {}

    static void set() {
        TALK.setLevel(Level.SEVERE);
        ZipSecureFile.setMaxEntrySize(200L << 20);
        // Long lists of like rows pack better than the library's own bound of a hundredth.
        ZipSecureFile.setMinInflateRatio(0.001);
    }
}
