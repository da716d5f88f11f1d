package vn.vigil.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Spreadsheets as lists of texts: XLSX in and out. Stateless, safe for several threads. The library behind it is loaded with the
 * first call only.
 */
public final class Sheets {
    private Sheets() {}

    /**
     * Reads every visible sheet. Texts are NFC without blanks at their ends; numbers plain ({@code 1234.5}, at most 15 digits);
     * dates {@code 2026-03-02}, times {@code 06:00}, both {@code 2026-03-02T06:00}; truth {@code true|false}; a formula
     * gives the value that was saved with it.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND when there is no such file; USAGE when it is no XLSX, is locked by a
     *     password, breaks a limit, or holds error values or formulas without a value, all of which are named by address
     */
    public static List<Sheet> read(Path file, SheetLimits limits) {
        return XlsxReader.read(file, limits);
    }

    /** A workbook with these sheets; the same plans are the same bytes. */
    public static byte[] bytes(List<SheetPlan> plans) {
        return XlsxWriter.write(plans);
    }

    /** Writes {@link #bytes}; the stream stays open. */
    public static void write(List<SheetPlan> plans, OutputStream out) throws IOException {
        out.write(bytes(plans));
    }
}
