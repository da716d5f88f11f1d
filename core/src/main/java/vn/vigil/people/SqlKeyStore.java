package vn.vigil.people;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;

/** The SQL of keys on record, and of their revocation. Stateless. */
final class SqlKeyStore {
    /** Begins a member's subject. */
    static final String MEMBER = "member/";

    private SqlKeyStore() {}

    /**
     * A certificate on record.
     *
     * @param owner null for the department
     * @param revokedAt null while it holds
     */
    record Row(String sha256, String pem, MemberId owner, Instant revokedAt) {}

    /** The department's first, then by member; the newest first. */
    static List<Row> all(Tx tx) throws SQLException {
        List<Row> all = new ArrayList<>();
        add(
                tx,
                all,
                "select fingerprint, pem, null, revoked_us from department_certificate"
                        + " order by enrolled_us desc, fingerprint");
        add(
                tx,
                all,
                "select fingerprint, pem, member_id, revoked_us from member_certificate"
                        + " order by member_id, enrolled_us desc, fingerprint");
        return all;
    }

    private static void add(Tx tx, List<Row> all, String sql) throws SQLException {
        try (PreparedStatement s = tx.prepare(sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String owner = r.getString(3);
                long us = r.getLong(4);
                Instant revoked = r.wasNull() ? null : Ground.instant(us);
                all.add(new Row(r.getString(1), r.getString(2), owner == null ? null : new MemberId(owner), revoked));
            }
        }
    }

    /** All keys of one owner that still held. */
    static void revoke(Tx tx, MemberId owner, long nowUs) throws SQLException {
        if (owner == null) {
            tx.run("update department_certificate set revoked_us = ? where revoked_us is null", nowUs);
        } else {
            tx.run(
                    "update member_certificate set revoked_us = ? where member_id = ? and revoked_us is null",
                    nowUs,
                    owner.value());
        }
    }

    static SqlPinStore.Asked asked(Tx tx, String subject) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select requested_by, office, requested_us, reason from key_revocation where subject = ?",
                        subject);
                ResultSet r = s.executeQuery()) {
            return r.next()
                    ? new SqlPinStore.Asked(
                            new MemberId(r.getString(1)),
                            Office.of(r.getString(2)),
                            Ground.instant(r.getLong(3)),
                            r.getString(4))
                    : null;
        }
    }

    static void ask(Tx tx, String subject, SqlPinStore.Asked asked) throws SQLException {
        forget(tx, subject);
        tx.run(
                "insert into key_revocation (subject, requested_us, requested_by, office, reason)"
                        + " values (?, ?, ?, ?, ?)",
                subject,
                Ground.micros(asked.at()),
                asked.by().value(),
                asked.office().id(),
                asked.reason());
    }

    /**
     * A key that waits for its certificate.
     *
     * @param token the key's label there; null when it lies in a file
     * @param by who asked; null for an account
     * @param office as which, where a lost key is replaced; else null
     */
    record Waiting(MemberId owner, String keySha256, String token, MemberId by, Office office) {}

    static Waiting waiting(Tx tx, String subject) throws SQLException {
        return waiting(tx, "subject", subject);
    }

    static Waiting waitingFor(Tx tx, String keySha256) throws SQLException {
        return waiting(tx, "key_fingerprint", keySha256);
    }

    private static Waiting waiting(Tx tx, String column, String value) throws SQLException {
        String sql = "select subject, key_fingerprint, token_label, requested_by, office from key_request where ";
        try (PreparedStatement s = tx.prepare(sql + column + " = ?", value);
                ResultSet r = s.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            String subject = r.getString(1);
            String by = r.getString(4);
            String office = r.getString(5);
            return new Waiting(
                    subject.startsWith(MEMBER) ? new MemberId(subject.substring(MEMBER.length())) : null,
                    r.getString(2),
                    r.getString(3),
                    by == null ? null : new MemberId(by),
                    office == null ? null : Office.of(office));
        }
    }

    static void await(Tx tx, String subject, Waiting w, long nowUs) throws SQLException {
        arrived(tx, subject);
        tx.run(
                "insert into key_request (subject, key_fingerprint, token_label, requested_us, requested_by, office)"
                        + " values (?, ?, ?, ?, ?, ?)",
                subject,
                w.keySha256(),
                w.token(),
                nowUs,
                w.by() == null ? null : w.by().value(),
                w.office() == null ? null : w.office().id());
    }

    /** Nothing waits for that subject any more. */
    static void arrived(Tx tx, String subject) throws SQLException {
        tx.run("delete from key_request where subject = ?", subject);
    }

    static void forget(Tx tx, String subject) throws SQLException {
        tx.run("delete from key_revocation where subject = ?", subject);
    }
}
