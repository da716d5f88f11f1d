package vn.vigil.roster.book;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.store.Tx;

/**
 * How one kind of thing is read, shown and kept.
 *
 * @param <T> the thing
 */
interface Shelf<T> {
    BookKind kind();

    /** All that are there, by key. */
    Map<String, T> all(Tx tx) throws SQLException;

    /** The key of what was written; null after a fault. */
    String key(Written w, Reading reading);

    /**
     * The thing as it would be.
     *
     * @param there what is there under its key, whose facts hold where nothing was said; or null
     * @return null after faults
     */
    T read(Tx tx, Written w, String key, T there, Reading reading) throws SQLException;

    BookRow row(T thing);

    void insert(Tx tx, T thing) throws SQLException;

    void update(Tx tx, T thing) throws SQLException;

    /** What is worth knowing now that a thing was written. */
    default List<Message> told(Tx tx, T thing) throws SQLException {
        return List.of();
    }
}
