package vn.vigil.people;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;

/** The SQL of PINs. Stateless. */
final class SqlPinStore {
    private SqlPinStore() {}

    /**
     * A PIN as kept.
     *
     * @param wrong tries since the last right one
     * @param lastWrong null while there was none
     */
    record Kept(String hash, int wrong, Instant lastWrong) {}

    /**
     * A reset that one person has asked for.
     *
     * @param office as which
     */
    record Asked(MemberId by, Office office, Instant at, String reason) {}

    static Kept pin(Tx tx, MemberId id) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select hash, wrong, last_wrong_us from member_pin where member_id = ?", id.value());
                ResultSet r = s.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            long last = r.getLong(3);
            return new Kept(r.getString(1), r.getInt(2), r.wasNull() ? null : Ground.instant(last));
        }
    }

    static void put(Tx tx, MemberId id, String hash, long nowUs) throws SQLException {
        delete(tx, id);
        tx.run("insert into member_pin (member_id, hash, set_us, wrong) values (?, ?, ?, 0)", id.value(), hash, nowUs);
    }

    static void delete(Tx tx, MemberId id) throws SQLException {
        tx.run("delete from member_pin where member_id = ?", id.value());
    }

    static void wrong(Tx tx, MemberId id, int wrong, long nowUs) throws SQLException {
        tx.run("update member_pin set wrong = ?, last_wrong_us = ? where member_id = ?", wrong, nowUs, id.value());
    }

    static void right(Tx tx, MemberId id) throws SQLException {
        tx.run("update member_pin set wrong = 0, last_wrong_us = null where member_id = ?", id.value());
    }

    static Asked reset(Tx tx, MemberId id) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select requested_by, office, requested_us, reason from member_pin_reset where member_id = ?",
                        id.value());
                ResultSet r = s.executeQuery()) {
            return r.next()
                    ? new Asked(
                            new MemberId(r.getString(1)),
                            Office.of(r.getString(2)),
                            Ground.instant(r.getLong(3)),
                            r.getString(4))
                    : null;
        }
    }

    static void ask(Tx tx, MemberId id, Asked asked) throws SQLException {
        forget(tx, id);
        tx.run(
                "insert into member_pin_reset (member_id, requested_us, requested_by, office, reason)"
                        + " values (?, ?, ?, ?, ?)",
                id.value(),
                Ground.micros(asked.at()),
                asked.by().value(),
                asked.office().id(),
                asked.reason());
    }

    static void forget(Tx tx, MemberId id) throws SQLException {
        tx.run("delete from member_pin_reset where member_id = ?", id.value());
    }
}
