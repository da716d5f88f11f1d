package vn.vigil.extract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;

/** Rows of requests and packages. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlExtractStore {
    static final String SERIES = "EXT";

    private static final String COLUMNS =
            "id, state, request_json, request_sha256, filed_by, filed_at_us, approval_json,"
                    + " approval_p7s, approved_by, decided_at_us, expires_at_us, refused_reason, recipient_certificate,"
                    + " paper_due_us, paper_number, paper_day, paper_entered_us, paper_entered_by";

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
            String refusedReason,
            byte[] recipientCertificate,
            LaterPaper laterPaper) {}

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

    /**
     * A new request.
     *
     * @param recipientCertificate DER; null when none is known
     * @param paperDue an emergency's paper must be there by then; null when it is none
     */
    static void insert(
            Tx tx,
            CaseId id,
            String contentSha256,
            byte[] sheet,
            String sheetSha256,
            MemberId by,
            Instant at,
            byte[] recipientCertificate,
            Instant paperDue)
            throws SQLException {
        tx.run(
                "insert into extract_request (id, year, number, state, content_sha256, request_json, request_sha256, filed_by,"
                        + " filed_at_us, recipient_certificate, paper_due_us) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                id.year(),
                id.number(),
                ExtractState.REQUESTED.word(),
                contentSha256,
                new String(sheet, StandardCharsets.UTF_8),
                sheetSha256,
                by.value(),
                micros(at),
                recipientCertificate,
                micros(paperDue));
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

    /** Refused or withdrawn. */
    static void end(Tx tx, CaseId id, ExtractState state, String reason, Instant at) throws SQLException {
        tx.run(
                "update extract_request set state = ?, refused_reason = ?, decided_at_us = ? where id = ?",
                state.word(),
                reason,
                micros(at),
                id.toString());
    }

    static void state(Tx tx, CaseId id, ExtractState state) throws SQLException {
        tx.run("update extract_request set state = ? where id = ?", state.word(), id.toString());
    }

    static void paper(Tx tx, CaseId id, String number, LocalDate date, Instant at, MemberId by) throws SQLException {
        tx.run(
                "update extract_request set paper_number = ?, paper_day = ?, paper_entered_us = ?, paper_entered_by = ? where id = ?",
                number,
                date.toString(),
                micros(at),
                by.value(),
                id.toString());
    }

    static void done(Tx tx, CaseId id, List<PackageFacts> packages) throws SQLException {
        state(tx, id, ExtractState.DONE);
        for (PackageFacts p : packages) {
            add(tx, id, p);
        }
    }

    /** A further file of a package, or its first. */
    static void add(Tx tx, CaseId id, PackageFacts p) throws SQLException {
        tx.run(
                "insert into extract_package (request_id, part, revision, parts, file, sha256, package_identity, size_bytes, level,"
                        + " countersigned, sealed_at_us, encrypted_file, encrypted_sha256) values (?, ?,"
                        + " (select coalesce(max(revision), 0) + 1 from extract_package where request_id = ? and part = ?),"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                p.part(),
                id.toString(),
                p.part(),
                p.parts(),
                p.file().toString(),
                p.sha256(),
                p.identity(),
                p.bytes(),
                p.level(),
                p.countersigned() ? 1 : 0,
                micros(p.sealedAt()),
                p.encrypted() == null ? null : p.encrypted().toString(),
                p.encryptedSha256());
    }

    /** The newest file of each part. */
    static List<PackageFacts> packages(Tx tx, CaseId id) throws SQLException {
        List<PackageFacts> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select part, parts, file, sha256, package_identity, size_bytes, level, countersigned, sealed_at_us,"
                                + " encrypted_file, encrypted_sha256 from extract_package p where request_id = ? and revision ="
                                + " (select max(revision) from extract_package q where q.request_id = p.request_id"
                                + " and q.part = p.part) order by part",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String encrypted = r.getString(10);
                all.add(new PackageFacts(
                        r.getInt(1),
                        r.getInt(2),
                        Path.of(r.getString(3)),
                        r.getString(4),
                        r.getString(5),
                        r.getLong(6),
                        r.getString(7),
                        r.getInt(8) == 1,
                        instant(r.getLong(9)),
                        encrypted == null ? null : Path.of(encrypted),
                        r.getString(11)));
            }
        }
        return all;
    }

    static void insert(Tx tx, CaseId id, Delivery d) throws SQLException {
        tx.run(
                "insert into extract_delivery (request_id, number, receiver, receiver_post, medium, serial, seal, witness,"
                        + " delivered_us, delivered_by, record_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                d.number(),
                d.receiver(),
                d.receiverPost(),
                d.medium(),
                d.serial(),
                d.seal(),
                d.witness(),
                micros(d.at()),
                d.by().value(),
                d.recordSha256());
    }

    static void signed(Tx tx, CaseId id, int number, String scanSha256) throws SQLException {
        tx.run(
                "update extract_delivery set scan_sha256 = ? where request_id = ? and number = ?",
                scanSha256,
                id.toString(),
                number);
    }

    static List<Delivery> deliveries(Tx tx, CaseId id) throws SQLException {
        List<Delivery> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select number, receiver, receiver_post, medium, serial, seal, witness, delivered_us, delivered_by,"
                                + " record_sha256, scan_sha256 from extract_delivery where request_id = ? order by number",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Delivery(
                        r.getInt(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        instant(r.getLong(8)),
                        new MemberId(r.getString(9)),
                        r.getString(10),
                        r.getString(11)));
            }
        }
        return all;
    }

    static void receipt(Tx tx, CaseId id, int part, String code, Instant at, MemberId by) throws SQLException {
        tx.run(
                "insert into extract_receipt (request_id, part, code, entered_us, entered_by) values (?, ?, ?, ?, ?)",
                id.toString(),
                part,
                code,
                micros(at),
                by.value());
    }

    /** Codes by part. */
    static Map<Integer, String> receipts(Tx tx, CaseId id) throws SQLException {
        Map<Integer, String> all = new TreeMap<>();
        try (PreparedStatement s = tx.prepare(
                        "select part, code from extract_receipt where request_id = ? order by part", id.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.put(r.getInt(1), r.getString(2));
            }
        }
        return all;
    }

    static void outcome(Tx tx, CaseId id, CaseOutcome outcome) throws SQLException {
        tx.run(
                "insert into extract_outcome (request_id, number, kind, note, document, entered_us, entered_by) values (?,"
                        + " (select coalesce(max(number), 0) + 1 from extract_outcome where request_id = ?), ?, ?, ?, ?, ?)",
                id.toString(),
                id.toString(),
                outcome.kind().id(),
                outcome.note(),
                outcome.document(),
                micros(outcome.at()),
                outcome.by().value());
    }

    /** The newest; null when there is none. */
    static CaseOutcome outcome(Tx tx, CaseId id) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select kind, note, document, entered_us, entered_by from extract_outcome where request_id = ?"
                                + " order by number desc",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            return !r.next()
                    ? null
                    : new CaseOutcome(
                            kind(r.getString(1)),
                            r.getString(2),
                            r.getString(3),
                            instant(r.getLong(4)),
                            new MemberId(r.getString(5)));
        }
    }

    private static CaseOutcome.Kind kind(String word) {
        for (CaseOutcome.Kind kind : CaseOutcome.Kind.values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        throw new IllegalStateException("no outcome " + word);
    }

    private static Row one(Tx tx, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            return r.next() ? row(r) : null;
        }
    }

    private static Row row(ResultSet r) throws SQLException {
        String approval = r.getString(7);
        Instant due = instantOrNull(r, 14);
        return new Row(
                CaseId.parse(r.getString(1)),
                ExtractState.of(r.getString(2)),
                r.getString(3).getBytes(StandardCharsets.UTF_8),
                r.getString(4),
                new MemberId(r.getString(5)),
                instant(r.getLong(6)),
                approval == null ? null : approval.getBytes(StandardCharsets.UTF_8),
                r.getBytes(8),
                memberOrNull(r, 9),
                instantOrNull(r, 10),
                instantOrNull(r, 11),
                r.getString(12),
                r.getBytes(13),
                due == null
                        ? null
                        : new LaterPaper(
                                due,
                                r.getString(15),
                                r.getString(16) == null ? null : LocalDate.parse(r.getString(16)),
                                instantOrNull(r, 17),
                                memberOrNull(r, 18)));
    }

    private static MemberId memberOrNull(ResultSet r, int column) throws SQLException {
        String id = r.getString(column);
        return id == null ? null : new MemberId(id);
    }

    private static Instant instantOrNull(ResultSet r, int column) throws SQLException {
        long micros = r.getLong(column);
        return r.wasNull() ? null : instant(micros);
    }

    private static Long micros(Instant t) {
        return t == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
