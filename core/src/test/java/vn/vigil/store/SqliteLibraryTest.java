package vn.vigil.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteJDBCLoader;

/** What the quick way of loading relies on in the driver; an upgrade that changes it would only make starts slower. */
class SqliteLibraryTest {
    @Test
    void theDriverKeepsItsMark() throws Exception {
        Field mark = SQLiteJDBCLoader.class.getDeclaredField(SqliteLibrary.MARK);
        assertEquals(boolean.class, mark.getType());
        assertTrue(Modifier.isStatic(mark.getModifiers()));
        assertTrue(mark.trySetAccessible());
    }
}
