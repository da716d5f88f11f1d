package vn.vigil.ledger;

/** What can be wrong with a ledger, or with a line of one. */
public enum Fault {
    /** The entry is no canonical JSON of the form that vigil writes. */
    MALFORMED("malformed"),
    /** The entry's hash is not the hash of its content: it was edited. */
    EDITED("edited"),
    /** The entry does not follow the one before it: something was taken out, put in, or moved. */
    BROKEN_LINK("broken-link"),
    /** The columns beside the entry say something else than the entry. */
    COLUMNS_DIFFER("columns-differ"),
    /** The ledger ends before the entry that its head names. */
    TAIL_CUT("tail-cut"),
    /** The ledger goes on behind the entry that its head names. */
    BEYOND_HEAD("beyond-head"),
    /** The entry that the head names is another one: the ledger, or its end, was replaced. */
    HEAD_DIFFERS("head-differs"),
    /** The head's row is missing. */
    NO_HEAD("no-head"),
    /** The entries are not those that a signed head was made over: one of them was changed, put in or taken out. */
    CHECKPOINT_DIFFERS("checkpoint-differs"),
    /** A signed head knows more entries than there are: the end was cut off, or an older copy was put back. */
    CHECKPOINT_AHEAD("checkpoint-ahead");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /** The word in machine output. */
    public String word() {
        return word;
    }
}
