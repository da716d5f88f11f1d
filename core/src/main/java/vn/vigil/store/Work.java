package vn.vigil.store;

import java.sql.SQLException;

/**
 * What is done in one transaction.
 *
 * @param <T> what it gives back
 */
public interface Work<T> {
    /**
     * Does the work. May be called again from the start when the database asks for a retry, so it must not change anything
     * outside the transaction.
     */
    T in(Tx tx) throws SQLException;
}
