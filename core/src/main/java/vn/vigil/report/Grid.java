package vn.vigil.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.Message;

/**
 * One table of a report. Every form, the fingerprint of the data and the spreadsheets are made from it.
 *
 * @param id stable: the sheet's and the file's name
 * @param chart how it is drawn too; empty when it is not: the order of {@code docs/design/documents.md} without its title
 * @param rows cells: {@link String}, {@link Long}, {@link java.time.LocalDate}, {@link java.time.Instant}, {@link Message},
 *     {@link vn.vigil.incident.IncidentKind}, {@link Measure}, {@link PersonName}, {@link FreeText}, or null for nothing
 */
public record Grid(String id, Message title, String chart, List<Column> columns, List<List<Object>> rows) {
    public Grid {
        columns = List.copyOf(columns);
    }

    static List<Object> row(Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    /**
     * @param width share of the table
     * @param figure whether it holds figures, which stand right
     */
    public record Column(Message title, int width, boolean figure) {
        static Column text(GridText title, int width) {
            return new Column(title.with(), width, false);
        }

        static Column figure(GridText title, int width) {
            return new Column(title.with(), width, true);
        }
    }
}
