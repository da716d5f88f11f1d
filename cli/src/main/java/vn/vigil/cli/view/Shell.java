package vn.vigil.cli.view;

/** Command lines that are shown to be typed. */
public final class Shell {
    private Shell() {}

    /** One word as a POSIX shell takes it: bare where nothing in it means something to the shell, else in single quotes. */
    public static String quoted(String word) {
        boolean plain = !word.isEmpty();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            plain &= Character.isLetterOrDigit(c) && c < 0x80 || "-_./:=+,@%".indexOf(c) >= 0;
        }
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
