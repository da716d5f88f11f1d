package vn.vigil.evidence;

/** Names of this feature's ledger entries; their {@code details.sha256} binds the sheet that the act is about. */
public final class Acts {
    public static final String REQUEST = "extract.request";
    public static final String APPROVE = "extract.approve";
    public static final String REFUSE = "extract.refuse";
    public static final String WITHDRAW = "extract.withdraw";
    public static final String REGULARISE = "extract.regularise";
    public static final String RUN = "extract.run";
    public static final String UPGRADE = "extract.upgrade";
    public static final String COUNTERSIGN = "extract.countersign";
    public static final String DELIVER = "extract.deliver";
    public static final String HAND_OVER_SIGNED = "extract.deliver-signed";
    public static final String RECEIPT = "extract.receipt";
    public static final String OUTCOME = "extract.outcome";
    public static final String KEY = "extract.key";

    /** A copy to look at was made; {@code details.sha256} is the copy's. */
    public static final String VIEW = "extract.view";

    /** A copy with something hidden was made. */
    public static final String REDACT = "extract.redact";

    /** One picture was copied out. */
    public static final String STILL = "extract.still";

    /** A machine looked through a clip for faces. */
    public static final String FACES = "extract.faces";

    private Acts() {}
}
