package vn.vigil.ledger;

/** How it was proved who acts. */
public enum Proof {
    /** Selected by {@code --as} or the login; on a shared account this proves nothing. */
    SELECTED("selected"),
    PIN("pin"),
    /** By a signature with the person's key. */
    KEY("key"),
    /** By a registered scan of a sheet signed by hand. */
    PAPER("paper");

    private final String word;

    Proof(String word) {
        this.word = word;
    }

    /** The word in ledger entries. */
    public String word() {
        return word;
    }
}
