package vn.vigil.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between the two databases. One instance belongs to one {@link Store}. */
interface Dialect {
    /** Type of a column for bytes. */
    String blobType();

    /** What follows a table whose rows lie in the order of their primary key, where the database can do that; else empty. */
    String clustered();

    /** Triggers that refuse UPDATE and DELETE on a table. */
    List<String> appendOnly(String table);

    /** Opens a connection to a store that exists. */
    Connection connect() throws SQLException;

    /** The store's version; 0 when there is none. */
    int version(Connection connection) throws SQLException;

    void setVersion(Connection connection, int version) throws SQLException;

    /** Begins a transaction; a writing one takes its right to write at once, so that it cannot fail for it later. */
    void begin(Connection connection, boolean writing) throws SQLException;

    /**
     * Commits.
     *
     * @throws CommitLost when the connection broke and it is not known whether the commit arrived
     */
    void commit(Connection connection, boolean writing) throws SQLException;

    void rollback(Connection connection) throws SQLException;

    /** May the work be done again, from its start, because the database asks for it? */
    boolean retry(SQLException e);

    /** Is the connection gone? */
    boolean lost(SQLException e);

    /** Did the transaction behind a lost commit happen? Asked on a new connection. */
    boolean happened(Connection connection, CommitLost lost) throws SQLException;

    /** What is wrong, judged by the database's own error; null for what a store cannot explain (a fault of the program). */
    Failure failure(SQLException e);

    /** The schema's parts, one line each, sorted: to compare a live schema with a fresh one. */
    List<String> schema(Connection connection) throws SQLException;

    /** The same of a schema built from nothing by this program, beside the live one. */
    List<String> freshSchema(Connection connection) throws SQLException;

    /** What the database's own check finds wrong; empty when all is well. */
    List<String> check(Connection connection);

    /** Kinds of failure that a user can do something about. */
    enum Failure {
        BUSY,
        CORRUPT,
        READ_ONLY,
        DISK_FULL,
        DISK_ERROR,
        UNREACHABLE,
        LOGIN_REFUSED
    }

    /** The connection broke while committing. */
    final class CommitLost extends SQLException {
        private static final long serialVersionUID = 1L;
        private final String transaction;

        CommitLost(String transaction, SQLException cause) {
            super("connection lost at commit", cause);
            this.transaction = transaction;
        }

        String transaction() {
            return transaction;
        }
    }
}
