package vn.vigil.copy;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.vigil.evidence.CopySheet;
import vn.vigil.store.Tx;

/** Rows of copies. Stateless. */
final class SqlCopyStore {
    private SqlCopyStore() {}

    static void insert(Tx tx, String orderSha256, String file, CopySheet sheet, byte[] sheetJson) throws SQLException {
        tx.run(
                "insert into extract_copy (request_id, clip, kind, recipient, order_sha256, file, sha256, sheet_json, made_by,"
                        + " made_at_us) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sheet.request(),
                sheet.original(),
                sheet.kind().word(),
                sheet.recipient(),
                orderSha256,
                file,
                sheet.sha256(),
                new String(sheetJson, StandardCharsets.UTF_8),
                sheet.madeBy(),
                ChronoUnit.MICROS.between(Instant.EPOCH, sheet.madeAt()));
    }

    /** The sheet of the latest copy that was made by the same order to the same place; null when there is none. */
    static byte[] latest(Tx tx, String orderSha256, String file) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select sheet_json from extract_copy where order_sha256 = ? and file = ? order by made_at_us desc",
                        orderSha256,
                        file);
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getString(1).getBytes(StandardCharsets.UTF_8) : null;
        }
    }
}
