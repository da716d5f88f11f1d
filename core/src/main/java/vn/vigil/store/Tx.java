package vn.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** An open transaction. Valid only inside the {@link Work} that got it, on its thread. */
public final class Tx {
    private final Connection connection;
    private final boolean writing;

    Tx(Connection connection, boolean writing) {
        this.connection = connection;
        this.writing = writing;
    }

    /** For what {@link #prepare} does not cover. Neither commit, roll back nor close it. */
    public Connection connection() {
        return connection;
    }

    /** A statement whose parameters are set in order: {@link String}, {@link Long}, {@link Integer}, {@code byte[]} or null. */
    public PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                Object p = parameters[i];
                if (p instanceof String s) {
                    statement.setString(i + 1, s);
                } else if (p instanceof Long l) {
                    statement.setLong(i + 1, l);
                } else if (p instanceof Integer n) {
                    statement.setLong(i + 1, n);
                } else if (p instanceof byte[] b) {
                    statement.setBytes(i + 1, b);
                } else if (p == null) {
                    statement.setObject(i + 1, null);
                } else {
                    throw new IllegalArgumentException("no column type for " + p.getClass());
                }
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Runs one changing statement and says how many rows it changed. */
    public int run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Is this a {@link Store#write} transaction? */
    public boolean writing() {
        return writing;
    }
}
