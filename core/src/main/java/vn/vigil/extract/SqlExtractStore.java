package vn.vigil.extract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;

/** Rows of requests and packages. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlExtractStore {
    static final String SERIES = "EXT";

    private static final String COLUMNS =
            "id, state, request_json, request_sha256, filed_by, filed_at_us, approval_json,"
                    + " approval_p7s, approved_by, decided_at_us, expires_at_us, refused_reason";

    /** A request as the store holds it, its sheets as bytes. */
    record Row(
            CaseId id,
            ExtractState state,
            byte[] request,
            String requestSha256,
            MemberId filedBy,
            Instant filedAt,
            byte[] approval,
            byte[] approvalSignature,
            MemberId approvedBy,
            Instant decidedAt,
            Instant expiresAt,
            String refusedReason) {}

    private SqlExtractStore() {}

    /** The next free number of a year. */
    static CaseId nextId(Tx tx, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from extract_request where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(SERIES, year, r.getInt(1));
        }
    }

    static void insert(
            Tx tx, CaseId id, String contentSha256, byte[] sheet, String sheetSha256, MemberId by, Instant at)
            throws SQLException {
        tx.run(
                "insert into extract_request (id, year, number, state, content_sha256, request_json, request_sha256, filed_by,"
                        + " filed_at_us) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                id.year(),
                id.number(),
                ExtractState.REQUESTED.word(),
                contentSha256,
                new String(sheet, StandardCharsets.UTF_8),
                sheetSha256,
                by.value(),
                micros(at));
    }

    static Row get(Tx tx, CaseId id) throws SQLException {
        return one(tx, "select " + COLUMNS + " from extract_request where id = ?", id.toString());
    }

    /** The undecided or approved request with the same content by the same person; null when there is none. */
    static Row open(Tx tx, String contentSha256, MemberId by) throws SQLException {
        return one(
                tx,
                "select " + COLUMNS + " from extract_request where content_sha256 = ? and filed_by = ?"
                        + " and state in ('requested', 'approved') order by number desc",
                contentSha256,
                by.value());
    }

    static List<Row> all(Tx tx) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement s = tx.prepare("select " + COLUMNS + " from extract_request order by year, number");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                rows.add(row(r));
            }
        }
        return rows;
    }

    static void approve(Tx tx, CaseId id, byte[] sheet, byte[] p7s, MemberId by, Instant at, Instant expires)
            throws SQLException {
        tx.run(
                "update extract_request set state = ?, approval_json = ?, approval_p7s = ?, approved_by = ?, decided_at_us = ?,"
                        + " expires_at_us = ? where id = ?",
                ExtractState.APPROVED.word(),
                new String(sheet, StandardCharsets.UTF_8),
                p7s,
                by.value(),
                micros(at),
                micros(expires),
                id.toString());
    }

    static void refuse(Tx tx, CaseId id, String reason, Instant at) throws SQLException {
        tx.run(
                "update extract_request set state = ?, refused_reason = ?, decided_at_us = ? where id = ?",
                ExtractState.REFUSED.word(),
                reason,
                micros(at),
                id.toString());
    }

    static void done(Tx tx, CaseId id, List<PackageFacts> packages) throws SQLException {
        tx.run("update extract_request set state = ? where id = ?", ExtractState.DONE.word(), id.toString());
        for (PackageFacts p : packages) {
            tx.run(
                    "insert into extract_package (request_id, part, parts, file, sha256, package_identity, size_bytes, level,"
                            + " sealed_at_us) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id.toString(),
                    p.part(),
                    p.parts(),
                    p.file().toString(),
                    p.sha256(),
                    p.identity(),
                    p.bytes(),
                    p.level(),
                    micros(p.sealedAt()));
        }
    }

    static List<PackageFacts> packages(Tx tx, CaseId id) throws SQLException {
        List<PackageFacts> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select part, parts, file, sha256, package_identity, size_bytes, level, sealed_at_us from extract_package"
                                + " where request_id = ? order by part",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new PackageFacts(
                        r.getInt(1),
                        r.getInt(2),
                        Path.of(r.getString(3)),
                        r.getString(4),
                        r.getString(5),
                        r.getLong(6),
                        r.getString(7),
                        instant(r.getLong(8))));
            }
        }
        return all;
    }

    private static Row one(Tx tx, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            return r.next() ? row(r) : null;
        }
    }

    private static Row row(ResultSet r) throws SQLException {
        String approval = r.getString(7);
        String approvedBy = r.getString(9);
        long decided = r.getLong(10);
        boolean isDecided = !r.wasNull();
        long expires = r.getLong(11);
        boolean doesExpire = !r.wasNull();
        return new Row(
                CaseId.parse(r.getString(1)),
                ExtractState.valueOf(r.getString(2).toUpperCase(java.util.Locale.ROOT)),
                r.getString(3).getBytes(StandardCharsets.UTF_8),
                r.getString(4),
                new MemberId(r.getString(5)),
                instant(r.getLong(6)),
                approval == null ? null : approval.getBytes(StandardCharsets.UTF_8),
                r.getBytes(8),
                approvedBy == null ? null : new MemberId(approvedBy),
                isDecided ? instant(decided) : null,
                doesExpire ? instant(expires) : null,
                r.getString(12));
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
