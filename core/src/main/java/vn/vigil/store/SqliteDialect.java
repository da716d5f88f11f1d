package vn.vigil.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.BusyHandler;
import org.sqlite.JDBC;

/** SQLite in WAL mode, one file. */
final class SqliteDialect implements Dialect {
    // https://sqlite.org/rescode.html, primary result codes
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    /** https://sqlite.org/c3ref/c_open_autoproxy.html: read-write without create, and names may be URIs. */
    private static final String EXISTING_ONLY = "66";

    private static final String CREATE = "70";

    private final Path file;
    private final boolean immutable;

    /** @param immutable the disk is read-only: no lock and no log can be kept beside the file */
    SqliteDialect(Path file, boolean immutable) {
        this.file = file;
        this.immutable = immutable;
    }

    @Override
    public String blobType() {
        return "blob";
    }

    @Override
    public String clustered() {
        return " without rowid";
    }

    @Override
    public List<String> appendOnly(String table) {
        List<String> triggers = new ArrayList<>();
        for (String change : List.of("update", "delete")) {
            triggers.add("create trigger " + table + "_no_" + change + " before " + change + " on " + table
                    + " begin select raise(abort, '" + table + " is append-only'); end");
        }
        return triggers;
    }

    @Override
    public Connection connect() throws SQLException {
        return connect(uri(file) + (immutable ? "?immutable=1&mode=ro" : "?mode=rw"), EXISTING_ONLY);
    }

    /** Makes the file's first content: WAL mode, which stays with the file. */
    Connection create() throws SQLException {
        Connection connection = connect(uri(file), CREATE);
        execute(connection, "pragma journal_mode = wal");
        return connection;
    }

    private static Connection connect(String name, String openMode) throws SQLException {
        SqliteLibrary.load();
        Properties properties = new Properties();
        properties.setProperty("open_mode", openMode);
        // Until Patience is there: opening a file may already have to wait.
        properties.setProperty("busy_timeout", "10000");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("cell_size_check", "true");
        // Else the driver asks for the row's number after every insert, which costs more than the insert.
        properties.setProperty("jdbc.get_generated_keys", "false");
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + name, properties);
        BusyHandler.setHandler(connection, new Patience());
        return connection;
    }

    /** The path as SQLite's URI form; the driver would read a question mark in a plain path as parameters. */
    private static String uri(Path file) {
        String path = file.toAbsolutePath().toString();
        StringBuilder out = new StringBuilder(path.length() + 8).append("file:");
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            switch (c) {
                case '%' -> out.append("%25");
                case '?' -> out.append("%3f");
                case '#' -> out.append("%23");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    @Override
    public void setVersion(Connection connection, int version) throws SQLException {
        execute(connection, "pragma user_version = " + version);
    }

    @Override
    public void begin(Connection connection, boolean writing) throws SQLException {
        // A transaction that began by reading cannot begin to write once somebody else wrote, whatever the timeout.
        execute(connection, writing ? "begin immediate" : "begin");
    }

    @Override
    public void commit(Connection connection, boolean writing) throws SQLException {
        execute(connection, "commit");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        execute(connection, "rollback");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean retry(SQLException e) {
        return false;
    }

    @Override
    public boolean lost(SQLException e) {
        return false;
    }

    @Override
    public boolean happened(Connection connection, CommitLost lost) {
        throw new IllegalStateException("a file has no connection to lose");
    }

    @Override
    public Failure failure(SQLException e) {
        return switch (e.getErrorCode() & 0xff) {
            case BUSY -> Failure.BUSY;
            case CORRUPT, NOTADB -> Failure.CORRUPT;
            case READONLY, PERM, CANTOPEN -> Failure.READ_ONLY;
            case FULL -> Failure.DISK_FULL;
            case IOERR -> Failure.DISK_ERROR;
            default -> null;
        };
    }

    @Override
    public List<String> schema(Connection connection) throws SQLException {
        String sql = "select type || ' ' || name || ': ' || sql from sqlite_master"
                + " where sql is not null and name not like 'sqlite_%' order by type, name";
        List<String> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                parts.add(String.join(" ", rows.getString(1).strip().split("\\s+")));
            }
        }
        return parts;
    }

    @Override
    public List<String> freshSchema(Connection live) throws SQLException {
        try (Connection memory = connect(":memory:", CREATE)) {
            Upgrades.run(memory, this, 0, Upgrades.VERSION);
            return schema(memory);
        }
    }

    @Override
    public List<String> check(Connection connection) {
        List<String> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma quick_check(5)")) {
            while (rows.next()) {
                for (String line : rows.getString(1).split("\n", -1)) {
                    if (!line.equals("ok") && !line.startsWith("***")) {
                        findings.add(line);
                    }
                }
            }
        } catch (SQLException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
        return findings;
    }
}
