package vn.vigil.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The numbered upgrades, oldest first. A store's version is how many of them it has seen. */
final class Upgrades {
    private static final String[] FILES = {
        "0001-ledger.sql",
        "0002-people.sql",
        "0003-camera.sql",
        "0004-incident.sql",
        "0005-extract.sql",
        "0006-camera-book.sql",
        "0007-camera-history.sql",
        "0008-upkeep.sql",
        "0009-outbox.sql",
        "0010-alert.sql",
        "0011-member-language.sql",
        "0012-camera-look.sql",
        "0013-camera-audit.sql",
        "0014-baseline-begun.sql",
        "0015-people-powers.sql",
        "0016-register.sql",
        "0017-holiday.sql",
        "0018-roster-book.sql",
        "0019-roster-plan.sql",
        "0020-roster-watch.sql",
        "0021-ledger-log.sql",
        "0022-keys.sql",
        "0023-incident-case.sql",
        "0024-hold.sql",
        "0025-extract-flow.sql",
        "0026-copies.sql",
        "0027-key-requests.sql",
        "0028-meeting.sql",
        "0029-mail-attachments.sql",
        "0030-report.sql",
    };

    /** The version this program writes. */
    static final int VERSION = FILES.length;

    private static final String APPEND_ONLY = "-- @append-only ";

    private Upgrades() {}

    /** Runs the upgrades numbered {@code from + 1} to {@code to} on an open transaction. */
    static void run(Connection connection, Dialect dialect, int from, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = from; i < to; i++) {
                for (String sql : statements(text(FILES[i]), dialect)) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String text(String file) {
        try (InputStream in = Upgrades.class.getResourceAsStream("upgrade/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no upgrade " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Splits a file into statements: comments dropped, one statement up to each semicolon that ends a line. */
    static List<String> statements(String file, Dialect dialect) {
        List<String> all = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : file.split("\n", -1)) {
            if (line.startsWith(APPEND_ONLY)) {
                all.addAll(
                        dialect.appendOnly(line.substring(APPEND_ONLY.length()).strip()));
                continue;
            }
            int comment = line.indexOf("--");
            String code = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
            if (code.isEmpty()) {
                continue;
            }
            statement.append(code).append('\n');
            if (code.endsWith(";")) {
                statement.setLength(statement.length() - 2);
                all.add(statement
                        .toString()
                        .replace("{blob}", dialect.blobType())
                        .replace("{clustered}", dialect.clustered()));
                statement.setLength(0);
            }
        }
        if (statement.length() > 0) {
            throw new IllegalStateException("upgrade ends within a statement: " + statement);
        }
        return all;
    }
}
