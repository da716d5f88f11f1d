package vn.vigil.document;

/**
 * A stretch of text in one hand.
 *
 * @param text NFC, without line ends; {@code "\n"} alone is a forced new line
 */
record Run(String text, boolean bold, boolean italic) {
    static final String BREAK = "\n";

    boolean isBreak() {
        return text.equals(BREAK);
    }
}
