package vn.vigil.camera;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.vigil.base.CameraId;
import vn.vigil.store.Tx;

/** What audits keep. Every method works inside the transaction it is given. Stateless. */
final class SqlAuditStore {
    /** A table of advisories as it came in. */
    record Imported(Instant at, LocalDate date, String text) {}

    /**
     * One attempt with a maker's first password.
     *
     * @param outcome pending, accepted, refused or unclear
     */
    record Attempt(Instant at, String outcome) {}

    /** The imported table, or null. */
    Imported advisories(Tx tx) throws SQLException {
        try (PreparedStatement statement =
                        tx.prepare("select imported_at_ms, table_day, content from camera_advisories where id = 1");
                ResultSet r = statement.executeQuery()) {
            return r.next()
                    ? new Imported(Instant.ofEpochMilli(r.getLong(1)), LocalDate.parse(r.getString(2)), r.getString(3))
                    : null;
        }
    }

    void saveAdvisories(Tx tx, Imported table) throws SQLException {
        tx.run(
                "insert into camera_advisories (id, imported_at_ms, table_day, content) values (1, ?, ?, ?)"
                        + " on conflict (id) do update set imported_at_ms = excluded.imported_at_ms,"
                        + " table_day = excluded.table_day, content = excluded.content",
                table.at().toEpochMilli(),
                table.date().toString(),
                table.text());
    }

    /** The last attempt on a device, or null. */
    Attempt attempt(Tx tx, String device) throws SQLException {
        try (PreparedStatement statement =
                        tx.prepare("select tried_at_ms, outcome from camera_password_try where device = ?", device);
                ResultSet r = statement.executeQuery()) {
            return r.next() ? new Attempt(Instant.ofEpochMilli(r.getLong(1)), r.getString(2)) : null;
        }
    }

    void saveAttempt(Tx tx, String device, Attempt attempt) throws SQLException {
        tx.run(
                "insert into camera_password_try (device, tried_at_ms, outcome) values (?, ?, ?)"
                        + " on conflict (device) do update set tried_at_ms = excluded.tried_at_ms,"
                        + " outcome = excluded.outcome",
                device,
                attempt.at().toEpochMilli(),
                attempt.outcome());
    }

    void pin(Tx tx, CameraId id, String fingerprint) throws SQLException {
        tx.run("update camera set tls_pin = ? where id = ?", fingerprint, id.value());
    }
}
