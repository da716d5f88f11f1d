package vn.vigil.ledger;

/**
 * What a check of the ledger found.
 *
 * @param entries how many entries are good from the first on
 * @param head hash of the last good entry, hexadecimal; 64 zeros for none; null when no single entry can be told
 * @param badEntry number of the first bad entry, or 0 when all is well; against a differing head the first that may be bad
 * @param fault what is wrong with it, or null
 * @param against the head that does not fit; null when it is no matter of one
 */
public record LedgerReport(long entries, String head, long badEntry, Fault fault, Checkpoint against) {
    public boolean intact() {
        return fault == null;
    }
}
