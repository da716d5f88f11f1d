package vn.vigil.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.store.Tx;

/** The ledger's SQL. */
final class SqlLedgerStore {
    record Head(long seq, String hash) {}

    Head head(Tx tx) throws SQLException {
        Head head = headOrNull(tx);
        if (head == null) {
            throw new IllegalStateException("the ledger has no head");
        }
        return head;
    }

    Head headOrNull(Tx tx) throws SQLException {
        try (PreparedStatement statement = tx.prepare("select seq, hash from ledger_head where id = 1");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getString(2)) : null;
        }
    }

    void moveHead(Tx tx, Head from, long seq, String hash) throws SQLException {
        String sql = "update ledger_head set seq = ?, hash = ? where id = 1 and seq = ? and hash = ?";
        if (tx.run(sql, seq, hash, from.seq(), from.hash()) != 1) {
            throw new IllegalStateException("the ledger's head moved within a transaction");
        }
    }

    void insert(
            Tx tx,
            long seq,
            Instant time,
            String act,
            String subject,
            String phase,
            long intent,
            String body,
            String hash)
            throws SQLException {
        tx.run(
                "insert into ledger_entry (seq, time_us, act, subject, phase, intent_seq, body, hash)"
                        + " values (?, ?, ?, ?, ?, " + (intent == 0 ? "null" : Long.toString(intent)) + ", ?, ?)",
                seq,
                Micros.of(time),
                act,
                subject,
                phase,
                body,
                hash);
    }

    /** When an act upon a subject was last entered, or null. */
    Instant last(Tx tx, String subject, String act) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select max(time_us) from ledger_entry where subject = ? and act = ?", subject, act);
                ResultSet row = statement.executeQuery()) {
            long us = row.next() ? row.getLong(1) : 0;
            return us == 0 ? null : Micros.instant(us);
        }
    }

    /** An entry's row, columns and body alike. */
    record Row(
            long seq, long timeUs, String act, String subject, String phase, long intent, String body, String hash) {}

    /** Looks at rows, from the first on. */
    interface Visitor {
        /** Returns false to see no more. */
        boolean see(Row row);
    }

    /** Shows every entry, oldest first, without holding more than a few in memory. */
    void each(Tx tx, Visitor visitor) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                "select seq, time_us, act, subject, phase, coalesce(intent_seq, 0), body, hash from ledger_entry order by seq")) {
            statement.setFetchSize(500);
            try (ResultSet r = statement.executeQuery()) {
                boolean more = true;
                while (more && r.next()) {
                    more = visitor.see(new Row(
                            r.getLong(1),
                            r.getLong(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getLong(6),
                            r.getString(7),
                            r.getString(8)));
                }
            }
        }
    }

    List<String> lines(Tx tx, String subject) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement =
                        tx.prepare("select body, hash from ledger_entry where subject = ? order by seq", subject);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.add(LedgerChain.line(row.getString(1), row.getString(2)));
            }
        }
        return lines;
    }

    /** Entries from one number on. */
    List<LedgerChain.Parsed> list(Tx tx, String subject, long from, int most) throws SQLException {
        String sql = "select body from ledger_entry where seq >= ?" + (subject == null ? "" : " and subject = ?")
                + " order by seq limit " + most;
        List<LedgerChain.Parsed> all = new ArrayList<>();
        try (PreparedStatement s = subject == null ? tx.prepare(sql, from) : tx.prepare(sql, from, subject);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(LedgerChain.parse(r.getString(1)));
            }
        }
        return all;
    }

    List<Unfinished> unfinished(Tx tx) throws SQLException {
        List<Unfinished> all = new ArrayList<>();
        try (PreparedStatement statement =
                        tx.prepare("select i.seq, i.time_us, i.act, i.subject, i.body from ledger_entry i"
                                + " where i.phase = 'intent' and not exists"
                                + " (select 1 from ledger_entry o where o.intent_seq = i.seq) order by i.seq");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(new Unfinished(
                        row.getLong(1),
                        Micros.instant(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
            }
        }
        return all;
    }
}
