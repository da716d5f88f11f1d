package vn.vigil.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.vigil.store.Tx;

/** The SQL of the ledger's tree. Stateless. */
final class SqlLogStore {
    /** Bodies of entries by number, both included. */
    List<String> bodies(Tx tx, long from, long to) throws SQLException {
        List<String> bodies = new ArrayList<>();
        try (PreparedStatement s =
                        tx.prepare("select body from ledger_entry where seq >= ? and seq <= ? order by seq", from, to);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                bodies.add(r.getString(1));
            }
        }
        if (bodies.size() != to - from + 1) {
            throw new IllegalStateException("entries of the ledger are missing between " + from + " and " + to);
        }
        return bodies;
    }

    /** Hashes of the full blocks, in order. */
    List<byte[]> blocks(Tx tx) throws SQLException {
        List<byte[]> hashes = new ArrayList<>();
        try (PreparedStatement s = tx.prepare("select hash from ledger_block order by block");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                hashes.add(HexFormat.of().parseHex(r.getString(1)));
            }
        }
        return hashes;
    }

    void addBlock(Tx tx, int block, byte[] hash) throws SQLException {
        tx.run(
                "insert into ledger_block (block, hash) values (?, ?)",
                block,
                HexFormat.of().formatHex(hash));
    }

    /** The log's key; null before it has one. */
    VKey vkey(Tx tx) throws SQLException {
        try (PreparedStatement s = tx.prepare("select vkey from ledger_log where id = 1");
                ResultSet r = s.executeQuery()) {
            return r.next() ? VKey.parse(r.getString(1)) : null;
        }
    }

    void setVkey(Tx tx, VKey key) throws SQLException {
        tx.run("insert into ledger_log (id, vkey) values (1, ?)", key.text());
    }

    /** The remembered checkpoint over so many entries; null when there is none. */
    Remembered remembered(Tx tx, long size) throws SQLException {
        try (PreparedStatement s = tx.prepare(
                        "select note, timestamp_token, made_us from ledger_checkpoint where size = ?", size);
                ResultSet r = s.executeQuery()) {
            return r.next() ? remembered(r) : null;
        }
    }

    List<Remembered> remembered(Tx tx) throws SQLException {
        List<Remembered> all = new ArrayList<>();
        try (PreparedStatement s =
                        tx.prepare("select note, timestamp_token, made_us from ledger_checkpoint order by size");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(remembered(r));
            }
        }
        return all;
    }

    private static Remembered remembered(ResultSet r) throws SQLException {
        return new Remembered(
                r.getString(1).getBytes(StandardCharsets.UTF_8), r.getBytes(2), Micros.instant(r.getLong(3)));
    }

    void remember(Tx tx, long size, byte[] note, byte[] token, Instant at) throws SQLException {
        tx.run(
                "insert into ledger_checkpoint (size, note, timestamp_token, made_us) values (?, ?, ?, ?)",
                size,
                new String(note, StandardCharsets.UTF_8),
                token,
                Micros.of(at));
    }
}
