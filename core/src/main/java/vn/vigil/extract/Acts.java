package vn.vigil.extract;

/** Names of this feature's ledger entries; their {@code details.sha256} binds the sheet that the act is about. */
final class Acts {
    static final String REQUEST = "extract.request";
    static final String APPROVE = "extract.approve";
    static final String REFUSE = "extract.refuse";
    static final String RUN = "extract.run";
    static final String KEY = "extract.key";

    private Acts() {}
}
