package vn.vigil.camera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.text.Nearest;

/** Reads an inventory file. Finds all its faults at once; knows nothing of what is in the store. Pure. */
final class InventoryCsv {
    /** The columns, as the header names them. */
    static final List<String> COLUMNS = List.of(
            "id", "name", "url", "sub-url", "onvif", "replay-url", "user", "password-file", "essential", "place");

    /** A file with more cameras than this is no inventory. */
    static final int MAX_ROWS = 10_000;

    private static final List<String> YES = List.of("yes", "y", "true", "1", "x", "có");
    private static final List<String> NO = List.of("", "no", "n", "false", "0", "không");

    /**
     * One good row.
     *
     * @param line where it stands in the file
     * @param camera its facts; the user info of an address is still inside it
     */
    record Entry(int line, AddCamera camera) {}

    /** Either entries or faults; entries count only without faults. */
    record Reading(List<Entry> entries, List<Message> faults) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Message> faults = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final Path folder;
    private int[] columnOf;

    private InventoryCsv(Path folder) {
        this.folder = folder;
    }

    /** @param folder where relative password files lie: the inventory's own */
    static Reading read(String text, Path folder) {
        InventoryCsv csv = new InventoryCsv(folder);
        try {
            csv.readAll(CsvReader.rows(text));
        } catch (CsvReader.OpenQuote e) {
            csv.faults.add(CameraText.IMPORT_OPEN_QUOTE.with(e.line));
        }
        return new Reading(csv.entries, csv.faults);
    }

    private void readAll(List<CsvReader.Row> rows) {
        if (rows.isEmpty()) {
            faults.add(CameraText.IMPORT_EMPTY.with());
            return;
        }
        if (rows.size() - 1 > MAX_ROWS) {
            faults.add(CameraText.IMPORT_TOO_MANY.with(rows.size() - 1, MAX_ROWS));
            return;
        }
        if (!header(rows.get(0))) {
            return;
        }
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            row(row);
        }
    }

    private boolean header(CsvReader.Row header) {
        columnOf = new int[COLUMNS.size()];
        Arrays.fill(columnOf, -1);
        int before = faults.size();
        for (int i = 0; i < header.fields().size(); i++) {
            String name = header.fields().get(i).strip().toLowerCase(Locale.ROOT);
            int column = COLUMNS.indexOf(name);
            if (column < 0) {
                String near = Nearest.of(name, COLUMNS);
                fault(
                        header,
                        name,
                        near == null
                                ? CameraText.IMPORT_UNKNOWN_COLUMN.with(String.join(", ", COLUMNS))
                                : CameraText.IMPORT_UNKNOWN_COLUMN_NEAR.with(near));
            } else if (columnOf[column] >= 0) {
                fault(header, name, CameraText.IMPORT_COLUMN_TWICE.with());
            } else {
                columnOf[column] = i;
            }
        }
        if (columnOf[0] < 0) {
            fault(header, "id", CameraText.MISSING.with());
        }
        if (columnOf[COLUMNS.indexOf("url")] < 0 && columnOf[COLUMNS.indexOf("onvif")] < 0) {
            fault(header, "url", CameraText.MISSING.with());
        }
        return faults.size() == before;
    }

    private void row(CsvReader.Row row) {
        int before = faults.size();
        if (row.fields().size() > columns()) {
            fault(row, "id", CameraText.IMPORT_TOO_MANY_FIELDS.with(row.fields().size(), columns()));
            return;
        }
        String id = value(row, "id");
        if (id == null) {
            fault(row, "id", CameraText.MISSING.with());
        } else if (!CameraId.isValid(id)) {
            fault(row, "id", CameraText.BAD_ID.with());
        } else {
            Integer first = lineOfId.putIfAbsent(id, row.line());
            if (first != null) {
                fault(row, "id", CameraText.IMPORT_ID_TWICE.with(id, first));
            }
        }
        String essential = value(row, "essential");
        String word = essential == null ? "" : essential.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            fault(row, "essential", CameraText.IMPORT_NOT_YES_OR_NO.with());
        }
        String passwordFile = value(row, "password-file");
        AddCamera camera = new AddCamera(
                CameraId.isValid(id == null ? "" : id) ? new CameraId(id) : new CameraId("x"),
                value(row, "name"),
                value(row, "url"),
                value(row, "sub-url"),
                value(row, "onvif"),
                value(row, "replay-url"),
                null,
                value(row, "user"),
                passwordFile == null ? null : folder.resolve(passwordFile),
                YES.contains(word),
                value(row, "place"));
        for (CameraFacts.Fault f : CameraFacts.faults(camera)) {
            fault(row, f.field(), f.what());
        }
        if (faults.size() == before) {
            entries.add(new Entry(row.line(), camera));
        }
    }

    private int columns() {
        int last = 0;
        for (int c : columnOf) {
            last = Math.max(last, c + 1);
        }
        return last;
    }

    /** The field of a column, stripped; null when empty or not there. */
    private String value(CsvReader.Row row, String column) {
        int i = columnOf[COLUMNS.indexOf(column)];
        String text =
                i < 0 || i >= row.fields().size() ? "" : row.fields().get(i).strip();
        return text.isEmpty() ? null : text;
    }

    private void fault(CsvReader.Row row, String field, Message what) {
        faults.add(CameraText.IMPORT_FAULT.with(row.line(), field, what));
    }
}
