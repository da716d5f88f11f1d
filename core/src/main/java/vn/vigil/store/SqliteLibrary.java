package vn.vigil.store;

import java.lang.reflect.Field;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite's native library from the folder that the launcher names. The driver would do so too, but first it lists the
 * temporary folder and searches every jar for its version number, which opens them all: a sixth of a start. Where anything here
 * does not work out, the driver goes its own way.
 */
final class SqliteLibrary {
    /** The driver's mark that the library is there; a test holds that it exists. */
    static final String MARK = "extracted";

    private static boolean tried;

    private SqliteLibrary() {}

    /** Costs nothing after the first time. */
    static synchronized void load() {
        String folder = tried ? null : System.getProperty("org.sqlite.lib.path");
        tried = true;
        if (folder == null) {
            return;
        }
        try {
            Field mark = SQLiteJDBCLoader.class.getDeclaredField(MARK);
            mark.setAccessible(true);
            System.load(folder + "/" + System.mapLibraryName("sqlitejdbc"));
            mark.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException | UnsatisfiedLinkError e) {
            // The driver looks for it in more places, and tells when there is none.
        }
    }
}
