package vn.vigil.cli.view;

/** What a piece of text feels like; shown as colour where colour is on, and never the only carrier of meaning. */
public enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31");

    private final String sgr;

    Tone(String sgr) {
        this.sgr = sgr;
    }

    String paint(String text, boolean colour) {
        return colour && this != PLAIN ? "\u001b[" + sgr + "m" + text + "\u001b[0m" : text;
    }
}
