package vn.vigil.camera;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.vigil.text.CsvReader;

/** Reads an inventory as a spreadsheet writes it. Lines that begin with {@code #} are remarks. Pure. */
final class InventoryCsv {
    private static final List<String> COLUMNS = InventoryFile.words();

    private final InventoryFile file;
    private int[] columnOf;

    private InventoryCsv(InventoryFile file) {
        this.file = file;
    }

    /**
     * @param folder where relative password files lie: the inventory's own
     * @param judge puts a form to what is there
     */
    static InventoryFile.Reading read(String text, Path folder, Function<CameraForm, FormJudge.Judged> judge) {
        InventoryFile file = new InventoryFile(false, folder, judge);
        try {
            new InventoryCsv(file).readAll(CsvReader.rows(text));
        } catch (CsvReader.OpenQuote e) {
            file.fault(CameraText.IMPORT_OPEN_QUOTE.with(e.line()));
        }
        return file.reading();
    }

    private void readAll(List<CsvReader.Row> all) {
        List<CsvReader.Row> rows =
                all.stream().filter(r -> !r.fields().get(0).startsWith("#")).toList();
        if (rows.isEmpty()) {
            file.fault(CameraText.IMPORT_EMPTY.with());
            return;
        }
        if (rows.size() - 1 > InventoryFile.MAX_CAMERAS) {
            file.fault(CameraText.IMPORT_TOO_MANY.with(rows.size() - 1, InventoryFile.MAX_CAMERAS));
            return;
        }
        header(rows.get(0));
        if (file.faultless()) {
            rows.subList(1, rows.size()).forEach(this::row);
        }
    }

    private void header(CsvReader.Row header) {
        columnOf = new int[COLUMNS.size()];
        Arrays.fill(columnOf, -1);
        for (int i = 0; i < header.fields().size(); i++) {
            String name = header.fields().get(i).strip().toLowerCase(Locale.ROOT);
            int column = COLUMNS.indexOf(name);
            if (column < 0) {
                file.unknown(header.line(), name);
            } else if (columnOf[column] >= 0) {
                file.fault(header.line(), name, CameraText.IMPORT_COLUMN_TWICE.with());
            } else {
                columnOf[column] = i;
            }
        }
        if (columnOf[0] < 0) {
            file.fault(header.line(), "id", CameraText.MISSING.with());
        }
    }

    private void row(CsvReader.Row row) {
        if (row.fields().size() > columns()) {
            file.fault(
                    row.line(),
                    "id",
                    CameraText.IMPORT_TOO_MANY_FIELDS.with(row.fields().size(), columns()));
            return;
        }
        Map<CameraField, String> said = new EnumMap<>(CameraField.class);
        for (CameraField field : CameraField.values()) {
            String text = value(row, field.ordinal() + 1);
            if (text != null) {
                said.put(field, text);
            }
        }
        file.camera(row.line(), value(row, 0), said);
    }

    private int columns() {
        return Arrays.stream(columnOf).max().orElse(-1) + 1;
    }

    /** The text in a column, stripped; null when empty or not there. The apostrophe that defuses a formula is no part of it. */
    private String value(CsvReader.Row row, int column) {
        int i = columnOf[column];
        String text =
                i < 0 || i >= row.fields().size() ? "" : row.fields().get(i).strip();
        boolean defused = text.length() > 2 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
        return text.isEmpty() ? null : defused ? text.substring(1) : text;
    }
}
