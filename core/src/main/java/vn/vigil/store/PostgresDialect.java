package vn.vigil.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** PostgreSQL 13 or newer, one database a site, every transaction SERIALIZABLE. */
final class PostgresDialect implements Dialect {
    /** Arbitrary, but the same for all: who creates or upgrades a store holds this advisory lock. */
    private static final long UPGRADE_LOCK = 0x7669_6769_6cL;

    private final PostgresUrl url;
    private final String user;
    private final String password;

    /** @param password null when the server asks for none */
    PostgresDialect(PostgresUrl url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public String blobType() {
        return "bytea";
    }

    @Override
    public String clustered() {
        return "";
    }

    @Override
    public List<String> appendOnly(String table) {
        return List.of(
                "create or replace function " + table + "_refuse() returns trigger language plpgsql as"
                        + " $$ begin raise exception '" + table + " is append-only'; end $$",
                "create trigger " + table + "_append_only before update or delete on " + table
                        + " for each row execute function " + table + "_refuse()",
                "create trigger " + table + "_no_truncate before truncate on " + table
                        + " for each statement execute function " + table + "_refuse()");
    }

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "vigil");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(url.parameters());
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Connection connection = new org.postgresql.Driver().connect(url.address(), properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL");
        }
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        return connection;
    }

    /** Waits until nobody else creates or upgrades; released with the transaction. */
    void lockForUpgrade(Connection connection) throws SQLException {
        text(connection, "select pg_advisory_lock(" + UPGRADE_LOCK + ")");
        // The snapshot must be younger than the lock.
        connection.commit();
    }

    @Override
    public int version(Connection connection) throws SQLException {
        boolean exists = text(connection, "select to_regclass('store_version')") != null;
        int version = exists ? Integer.parseInt(text(connection, "select version from store_version")) : 0;
        connection.commit();
        return version;
    }

    @Override
    public void setVersion(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists store_version ("
                    + "id integer primary key check (id = 1), version integer not null)");
            statement.execute("insert into store_version (id, version) values (1, " + version
                    + ") on conflict (id) do update set version = excluded.version");
        }
    }

    @Override
    public void begin(Connection connection, boolean writing) throws SQLException {
        // The driver begins by itself at the first statement.
        connection.setReadOnly(!writing);
    }

    @Override
    public void commit(Connection connection, boolean writing) throws SQLException {
        String transaction = writing ? text(connection, "select pg_current_xact_id_if_assigned()::text") : null;
        try {
            connection.commit();
        } catch (SQLException e) {
            throw transaction != null && lost(e) ? new CommitLost(transaction, e) : e;
        }
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public boolean retry(SQLException e) {
        // serialization_failure, deadlock_detected
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    @Override
    public boolean lost(SQLException e) {
        String state = e.getSQLState();
        // Class 08: connection exceptions; 57P0x: the server goes down, crashes or ends the session.
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    @Override
    public boolean happened(Connection connection, CommitLost lost) throws SQLException {
        // The old session may still be at it; waiting for its transaction's lock ends when it does.
        for (int i = 0; i < 100; i++) {
            String status = text(connection, "select pg_xact_status('" + lost.transaction() + "'::xid8)");
            connection.rollback();
            if (!"in progress".equals(status)) {
                return "committed".equals(status);
            }
            text(connection, "select pg_sleep(0.1)");
            connection.rollback();
        }
        throw lost;
    }

    @Override
    public Failure failure(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "28000", "28P01" -> Failure.LOGIN_REFUSED;
            case "40001", "40P01", "55P03" -> Failure.BUSY;
            case "25006" -> Failure.READ_ONLY;
            case "53100" -> Failure.DISK_FULL;
            case "58030" -> Failure.DISK_ERROR;
            case "XX001", "XX002" -> Failure.CORRUPT;
            default -> lost(e) || state.equals("3D000") || state.startsWith("53") ? Failure.UNREACHABLE : null;
        };
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    @Override
    public List<String> schema(Connection connection) throws SQLException {
        return parts(connection, "current_schema()");
    }

    @Override
    public List<String> freshSchema(Connection connection) throws SQLException {
        String live = text(connection, "select current_schema()");
        connection.commit();
        connection.setReadOnly(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema vigil_fresh");
            statement.execute("set local search_path to vigil_fresh");
            Upgrades.run(connection, this, 0, Upgrades.VERSION);
            setVersion(connection, Upgrades.VERSION);
            List<String> parts = new ArrayList<>();
            for (String part : parts(connection, "'vigil_fresh'")) {
                parts.add(part.replace("vigil_fresh.", live + "."));
            }
            return parts;
        } finally {
            connection.rollback();
        }
    }

    private static List<String> parts(Connection connection, String schema) throws SQLException {
        String tables = " from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = " + schema;
        String sql = "select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
                + " || case when a.attnotnull then ' not null' else '' end || coalesce(' default '"
                + " || pg_get_expr(d.adbin, d.adrelid), '')" + tables
                + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                + " left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.relkind = 'r'"
                + " union all select 'constraint ' || c.relname || ' ' || o.conname || ' ' || pg_get_constraintdef(o.oid)"
                + tables + " join pg_constraint o on o.conrelid = c.oid"
                + " union all select 'index ' || pg_get_indexdef(c.oid)" + tables + " where c.relkind = 'i'"
                + " union all select 'trigger ' || c.relname || ' ' || pg_get_triggerdef(t.oid)" + tables
                + " join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal"
                + " union all select 'function ' || p.proname || ' ' || p.prosrc from pg_proc p"
                + " join pg_namespace n on n.oid = p.pronamespace and n.nspname = " + schema
                + " order by 1";
        List<String> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                parts.add(rows.getString(1));
            }
        }
        return parts;
    }

    @Override
    public List<String> check(Connection connection) {
        return List.of();
    }
}
