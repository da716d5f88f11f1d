package vn.vigil.cli.command.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.document.SheetPlan;

/** A table as CSV (RFC 4180), guarded against formulas. */
final class CsvSheet {
    private CsvSheet() {}

    static byte[] bytes(SheetPlan plan) {
        StringBuilder out = new StringBuilder();
        List<String> header = new ArrayList<>();
        plan.columns().forEach(c -> header.add(c.title()));
        line(out, header);
        plan.rows().forEach(row -> line(out, row));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i) == null ? "" : cells.get(i);
            if (!cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0) {
                cell = "'" + cell;
            }
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
            out.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.append("\r\n");
    }
}
