package vn.vigil.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.document.Sheet;
import vn.vigil.document.SheetRow;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/** One sheet as rows of named cells: the header is the first row with two known titles, rows marked as examples are left out. */
final class Table {
    /** A header further down is none. */
    private static final int DEEPEST_HEADER = 20;

    private static final List<String> MARKS = List.of("vi du", "example", "#");

    /**
     * One row.
     *
     * @param number as the spreadsheet shows it
     * @param cells by column; what is empty is absent
     */
    record Row(int number, Map<MessageKey, String> cells) {
        String text(MessageKey column) {
            return cells.get(column);
        }
    }

    private final Sheet sheet;
    private final Map<MessageKey, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int header;

    private Table(Sheet sheet) {
        this.sheet = sheet;
    }

    /** @param faults where what is wrong with the header is added */
    static Table read(Sheet sheet, List<? extends MessageKey> known, List<Message> faults) {
        Table table = new Table(sheet);
        int first = table.findHeader(known, faults);
        for (SheetRow row : first < 0
                ? List.<SheetRow>of()
                : sheet.rows().subList(first + 1, sheet.rows().size())) {
            if (!example(row)) {
                Map<MessageKey, String> cells = new LinkedHashMap<>();
                table.columns.forEach((column, place) -> {
                    if (!row.text(place).isEmpty()) {
                        cells.put(column, row.text(place));
                    }
                });
                if (!cells.isEmpty()) {
                    table.rows.add(new Row(row.number(), cells));
                }
            }
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    /** Where a row's column stands: {@code Người!C7}; where the sheet has no such column, the row's beginning. */
    String address(Row row, MessageKey column) {
        Integer place = columns.get(column);
        return sheet.address(row.number(), place == null ? 0 : place);
    }

    /** The column of a word; null when the sheet has none. */
    MessageKey column(String word) {
        for (MessageKey column : columns.keySet()) {
            if (column.id().equals(word)) {
                return column;
            }
        }
        return null;
    }

    private static boolean example(SheetRow row) {
        for (String cell : row.cells()) {
            if (!cell.isEmpty()) {
                String text = Viet.fold(cell);
                for (String mark : MARKS) {
                    if (text.startsWith(mark)) {
                        return true;
                    }
                }
                return false;
            }
        }
        return true;
    }

    /** The header's place among the rows, or −1. */
    private int findHeader(List<? extends MessageKey> known, List<Message> faults) {
        for (int i = 0; i < Math.min(DEEPEST_HEADER, sheet.rows().size()); i++) {
            SheetRow row = sheet.rows().get(i);
            int found = 0;
            for (String cell : row.cells()) {
                found += cell.isEmpty() || match(cell, known) == null ? 0 : 1;
            }
            if (found >= 2) {
                header = row.number();
                take(row, known, faults);
                return i;
            }
        }
        if (!sheet.rows().isEmpty()) {
            List<String> titles = new ArrayList<>();
            for (MessageKey column : known.subList(0, Math.min(4, known.size()))) {
                titles.add(Texts.pattern(column, Lang.VI));
            }
            faults.add(IntakeText.FAULT.with(
                    sheet.address(sheet.rows().get(0).number(), 0),
                    IntakeText.NO_HEADER.with(String.join(", ", titles))));
        }
        return -1;
    }

    private void take(SheetRow row, List<? extends MessageKey> known, List<Message> faults) {
        for (int i = 0; i < row.cells().size(); i++) {
            String title = row.text(i);
            MessageKey column = title.isEmpty() ? null : match(title, known);
            if (column != null && columns.putIfAbsent(column, i) != null) {
                faults.add(IntakeText.FAULT.with(sheet.address(header, i), IntakeText.COLUMN_TWICE.with(title)));
            } else if (column == null && !title.isEmpty()) {
                List<String> titles = new ArrayList<>();
                for (MessageKey one : known) {
                    titles.add(Texts.pattern(one, Lang.VI));
                    titles.add(one.id());
                }
                String near = Nearest.of(title, titles);
                faults.add(IntakeText.FAULT.with(
                        sheet.address(header, i),
                        near == null
                                ? IntakeText.UNKNOWN_COLUMN.with(title)
                                : IntakeText.UNKNOWN_COLUMN_NEAR.with(title, near)));
            }
        }
    }

    private static MessageKey match(String title, List<? extends MessageKey> known) {
        // A star marks what must be filled in.
        String wanted = Viet.fold(title.endsWith("*") ? title.substring(0, title.length() - 1) : title);
        for (MessageKey column : known) {
            if (wanted.equals(column.id())) {
                return column;
            }
            for (Lang lang : Lang.values()) {
                if (wanted.equals(Viet.fold(Texts.pattern(column, lang)))) {
                    return column;
                }
            }
        }
        return null;
    }
}
