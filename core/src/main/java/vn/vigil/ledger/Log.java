package vn.vigil.ledger;

import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.store.Tx;

/**
 * The ledger's entries as leaves of a tree, within one transaction. Hashes of whole blocks are kept once they are full: entries never
 * change, and {@link Ledger#verify} recomputes everything from the entries themselves. One thread.
 */
final class Log implements Tree.Ranges {
    /** Leaves in a block, a power of two: an audit path reads one block's entries and the other blocks' hashes. */
    static final int BLOCK = 256;

    /** Entries that are read at once while the blocks are caught up with. */
    private static final int SLICE = 64 * BLOCK;

    private final SqlLogStore sql;
    private final Tx tx;
    private final long size;
    private final Map<Long, byte[][]> leaves = new HashMap<>();
    private final List<byte[]> blocks;

    /** @param size how many entries there are */
    Log(SqlLogStore sql, Tx tx, long size) throws SQLException {
        this.sql = sql;
        this.tx = tx;
        this.size = size;
        this.blocks = sql.blocks(tx);
    }

    /** Hashes the blocks that were filled since. */
    void catchUp() throws SQLException {
        while ((blocks.size() + 1L) * BLOCK <= size) {
            long first = (long) blocks.size() * BLOCK;
            long whole = Math.min(size - first, SLICE) / BLOCK * BLOCK;
            List<String> bodies = sql.bodies(tx, first + 1, first + whole);
            for (int block = 0; block < whole / BLOCK; block++) {
                Tree.Growing tree = new Tree.Growing();
                for (String body : bodies.subList(block * BLOCK, (block + 1) * BLOCK)) {
                    tree.add(Tree.leaf(body));
                }
                sql.addBlock(tx, blocks.size(), tree.root());
                blocks.add(tree.root());
            }
        }
    }

    Checkpoint head(String origin) {
        byte[] root = size == 0 ? Tree.EMPTY : Tree.root(0, size, this);
        return new Checkpoint(origin, size, Base64.getEncoder().encodeToString(root));
    }

    byte[] proof(long seq, byte[] checkpoint) {
        return CustodyProof.text(seq - 1, Tree.path(seq - 1, size, this), checkpoint);
    }

    @Override
    public byte[] hash(long from, long count) {
        if (count > BLOCK) {
            return Tree.node(hash(from, count / 2), hash(from + count / 2, count / 2));
        }
        if (count == BLOCK && from / BLOCK < blocks.size()) {
            return blocks.get((int) (from / BLOCK));
        }
        byte[][] block = leaves.computeIfAbsent(from / BLOCK, this::leavesOf);
        Tree.Growing tree = new Tree.Growing();
        for (long leaf = from; leaf < from + count; leaf++) {
            tree.add(block[(int) (leaf % BLOCK)]);
        }
        return tree.root();
    }

    private byte[][] leavesOf(long block) {
        try {
            List<String> bodies = sql.bodies(tx, block * BLOCK + 1, Math.min(size, (block + 1) * BLOCK));
            byte[][] hashes = new byte[bodies.size()][];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = Tree.leaf(bodies.get(i));
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }
}
