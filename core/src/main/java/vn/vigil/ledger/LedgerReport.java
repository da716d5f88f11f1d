package vn.vigil.ledger;

/**
 * What a check of the ledger found.
 *
 * @param entries how many entries are good from the first on
 * @param head hash of the last good entry, hexadecimal; 64 zeros for none
 * @param badEntry number of the first bad entry, or 0 when all is well
 * @param fault what is wrong with it, or null
 */
public record LedgerReport(long entries, String head, long badEntry, Fault fault) {
    public boolean intact() {
        return fault == null;
    }
}
