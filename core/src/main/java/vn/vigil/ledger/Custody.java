package vn.vigil.ledger;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The entries of one subject with the proof that they stand in the department's log, as a package carries them.
 *
 * @param lines {@code custody.jsonl}: {@link LedgerChain} tells the form
 * @param checkpoint signed head of the log, no older than the last entry
 * @param proofs by number of the entry: C2SP tlog-proof
 * @param vkey the log's key and a newline
 */
public record Custody(byte[] lines, byte[] checkpoint, SortedMap<Long, byte[]> proofs, byte[] vkey) {
    public Custody {
        proofs = new TreeMap<>(proofs);
    }
}
