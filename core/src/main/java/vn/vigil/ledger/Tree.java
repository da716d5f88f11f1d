package vn.vigil.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Merkle tree of RFC 6962 §2.1 over SHA-256. Leaves are counted from 0; the leaf of entry n is n − 1. Pure. */
final class Tree {
    /** The root of no leaves: the hash of nothing. */
    static final byte[] EMPTY = sha256(new byte[0]);

    /** Hashes of whole ranges of leaves. */
    interface Ranges {
        /**
         * The hash of the leaves from {@code from} on.
         *
         * @param size a power of two; {@code from} is a multiple of it
         */
        byte[] hash(long from, long size);
    }

    private Tree() {}

    static byte[] leaf(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, marked, 1, bytes.length);
        return sha256(marked);
    }

    static byte[] node(byte[] left, byte[] right) {
        byte[] marked = new byte[1 + left.length + right.length];
        marked[0] = 1;
        System.arraycopy(left, 0, marked, 1, left.length);
        System.arraycopy(right, 0, marked, 1 + left.length, right.length);
        return sha256(marked);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of the leaves {@code from} to {@code to}, the latter excluded; not empty. */
    static byte[] root(long from, long to, Ranges ranges) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            return ranges.hash(from, size);
        }
        long left = split(size);
        return node(root(from, from + left, ranges), root(from + left, to, ranges));
    }

    /** The audit path of a leaf in the tree of {@code size} leaves (RFC 6962 §2.1.1), from the leaf up. */
    static List<byte[]> path(long leaf, long size, Ranges ranges) {
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (leaf < middle) {
                path.add(0, root(middle, to, ranges));
                to = middle;
            } else {
                path.add(0, root(from, middle, ranges));
                from = middle;
            }
        }
        return path;
    }

    /** Whether the path leads from the leaf to the root (RFC 9162 §2.1.3.2). */
    static boolean leads(byte[] leafHash, long leaf, long size, List<byte[]> path, byte[] root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long at = leaf;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] step : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(step, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, step);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** The largest power of two below {@code size}. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** The tree as it grows leaf by leaf: keeps one hash for each bit of its size. One thread. */
    static final class Growing {
        private final List<byte[]> whole = new ArrayList<>();
        private long size;

        long size() {
            return size;
        }

        void add(byte[] leafHash) {
            byte[] hash = leafHash;
            for (long bit = size; (bit & 1) == 1; bit >>= 1) {
                hash = node(whole.remove(whole.size() - 1), hash);
            }
            whole.add(hash);
            size++;
        }

        byte[] root() {
            if (size == 0) {
                return EMPTY;
            }
            byte[] hash = whole.get(whole.size() - 1);
            for (int i = whole.size() - 2; i >= 0; i--) {
                hash = node(whole.get(i), hash);
            }
            return hash;
        }
    }
}
