package vn.vigil.cli.terminal;

import java.util.Map;

/** How a terminal can show a picture, as far as its environment tells; nothing is asked of the terminal itself. */
public enum PictureForm {
    /** Not at all. */
    NONE,
    /** Brightness as letters, without a single escape. */
    LETTERS,
    /** Half blocks in the palette of 256. */
    PALETTE,
    /** Half blocks in 24-bit colour. */
    TRUE_COLOUR,
    /** Terminal graphics protocol of kitty. */
    KITTY,
    /** Inline images of iTerm2. */
    ITERM2,
    /** DEC's sixels. */
    SIXEL;

    /**
     * The best form that the terminal is known to understand. A multiplexer (tmux, screen, Zellij) swallows pictures, though it
     * hands on the variables of the terminal around it, so inside one there are half blocks.
     *
     * @param colour whether colour is on: without it there are letters
     */
    public static PictureForm of(Map<String, String> environment, boolean colour) {
        String term = environment.getOrDefault("TERM", "");
        if (term.isEmpty() || term.equals("dumb")) {
            return NONE;
        }
        if (!colour || term.startsWith("vt") || term.equals("ansi") || term.endsWith("-m") || term.endsWith("-mono")) {
            return LETTERS;
        }
        boolean screen = given(environment, "STY") || term.startsWith("screen");
        boolean multiplexer =
                screen || given(environment, "TMUX") || given(environment, "ZELLIJ") || term.startsWith("tmux");
        PictureForm graphics = multiplexer ? NONE : graphics(environment, term);
        if (graphics != NONE) {
            return graphics;
        }
        String depth = environment.getOrDefault("COLORTERM", "");
        // screen hands COLORTERM on, too, and mostly knows no more than the palette.
        boolean deep = !given(environment, "STY") && (depth.equals("truecolor") || depth.equals("24bit"));
        return deep || term.endsWith("-direct") ? TRUE_COLOUR : PALETTE;
    }

    private static PictureForm graphics(Map<String, String> environment, String term) {
        String program = environment.getOrDefault("TERM_PROGRAM", "");
        if (term.equals("xterm-kitty")
                || term.equals("xterm-ghostty")
                || program.equals("ghostty")
                || given(environment, "KITTY_WINDOW_ID")) {
            return KITTY;
        }
        // LC_TERMINAL crosses SSH, where servers accept LC_*.
        if (program.equals("iTerm.app")
                || program.equals("WezTerm")
                || environment.getOrDefault("LC_TERMINAL", "").equals("iTerm2")) {
            return ITERM2;
        }
        boolean sixel = term.equals("foot")
                || term.startsWith("foot-")
                || term.startsWith("mlterm")
                || term.startsWith("contour")
                || term.contains("sixel")
                || program.equals("mintty")
                || konsole(environment);
        return sixel ? SIXEL : NONE;
    }

    /** Konsole knows sixels since 22.04, and writes its version so: 220400. */
    private static boolean konsole(Map<String, String> environment) {
        String version = environment.getOrDefault("KONSOLE_VERSION", "");
        return version.length() == 6 && version.compareTo("220400") >= 0;
    }

    private static boolean given(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
