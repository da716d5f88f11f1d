package vn.vigil.cli.terminal;

import java.util.Map;
import org.jline.nativ.CLibrary;

/**
 * How large the terminal's window is.
 *
 * @param columns in cells
 * @param rows in cells
 * @param cellWidth a cell's width in pixels
 */
public record Window(int columns, int rows, int cellWidth) {
    private static final int STANDARD_OUTPUT = 1;

    /** Where nobody tells: the size that every terminal has had since the VT100, and a small font. */
    private static final Window USUAL = new Window(80, 24, 8);

    /** The window of standard output; {@code COLUMNS} and {@code LINES} go before what the terminal says. */
    public static Window of(Map<String, String> environment) {
        int columns = number(environment.get("COLUMNS"));
        int rows = number(environment.get("LINES"));
        Window real = columns > 0 && rows > 0 ? USUAL : ask();
        return new Window(columns > 0 ? columns : real.columns, rows > 0 ? rows : real.rows, real.cellWidth);
    }

    private static Window ask() {
        try {
            CLibrary.WinSize size = new CLibrary.WinSize();
            if (CLibrary.ioctl(STANDARD_OUTPUT, CLibrary.TIOCGWINSZ, size) != 0 || size.ws_col < 1 || size.ws_row < 1) {
                return USUAL;
            }
            int cell = (size.ws_xpixel & 0xffff) / size.ws_col;
            return new Window(size.ws_col, size.ws_row, cell > 0 ? cell : USUAL.cellWidth);
        } catch (RuntimeException | LinkageError e) {
            return USUAL; // no native library for this machine
        }
    }

    private static int number(String text) {
        if (text == null || text.isEmpty() || text.length() > 4) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
