package vn.vigil.hold;

/** The ledger's words for what is done about holds. */
final class HoldActs {
    static final String PLACE = "hold.place";
    static final String JOIN = "hold.join";
    static final String COPY = "hold.copy";
    static final String LOST = "hold.lost";
    static final String OPEN = "hold.open";
    static final String RELEASE = "hold.release";
    static final String ARCHIVE = "hold.archive";
    static final String CALL = "hold.call";

    private HoldActs() {}
}
