package vn.vigil.people;

/**
 * For whom a paper is signed. The words are those of the form (Decree 30/2020, article 13), which is Vietnamese whatever
 * language vigil speaks.
 */
public enum Body {
    CORE_TEAM(Office.TEAM_LEADER, Office.TEAM_DEPUTY, "TM. TỔ NÒNG CỐT", "TỔ TRƯỞNG", "TỔ PHÓ"),
    STEERING_COMMITTEE(Office.STEERING_HEAD, Office.STEERING_DEPUTY, "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
    /** The director signs for himself and not on behalf of a body. */
    BOARD(Office.BOARD, null, null, "GIÁM ĐỐC", null);

    private final Office head;
    private final Office deputy;
    private final String onBehalf;
    private final String title;
    private final String deputyTitle;

    Body(Office head, Office deputy, String onBehalf, String title, String deputyTitle) {
        this.head = head;
        this.deputy = deputy;
        this.onBehalf = onBehalf;
        this.title = title;
        this.deputyTitle = deputyTitle;
    }

    /** The office that signs. */
    public Office head() {
        return head;
    }

    /** The office that signs in its place (KT.); null for the board, whose deputies hold the same office under another title. */
    Office deputy() {
        return deputy;
    }

    /** {@code "TM. TỔ NÒNG CỐT"}; null where the head signs in no body's name. */
    String onBehalf() {
        return onBehalf;
    }

    String title() {
        return title;
    }

    String deputyTitle() {
        return deputyTitle;
    }
}
