package vn.vigil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.incident.IncidentKind;
import vn.vigil.ledger.CanonicalJson;

/**
 * The data of a report as JSON in one form (RFC 8785): what its fingerprint is counted over, and what is kept of a signed one. Sentences
 * stand in no language, people by their initials. One use.
 */
final class ReportData {
    private final ReportWords words;

    private ReportData(ReportWords words) {
        this.words = words;
    }

    /** @param words by which names are hidden: what is kept and handed out holds initials only */
    static String text(Report report, ReportWords words) {
        return CanonicalJson.text(new ReportData(words).tree(report));
    }

    private Map<String, Object> tree(Report r) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("period", r.period().key());
        all.put("from", r.period().from().toString());
        all.put("through", r.through().toString());
        Map<String, Object> figures = new LinkedHashMap<>();
        r.figures().forEach((rule, compared) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("now", figure(compared.now()));
            one.put("before", figure(compared.before()));
            one.put("lastYear", figure(compared.lastYear()));
            one.put("toDate", figure(compared.toDate()));
            one.put("target", compared.target());
            figures.put(rule.id(), one);
        });
        all.put("figures", figures);
        all.put("asks", cells(r.asks()));
        all.put("missing", cells(r.missing()));
        all.put("charts", grids(r.charts()));
        all.put("annexes", grids(r.annexes()));
        List<Object> remarks = new ArrayList<>();
        for (Remark remark : r.remarks()) {
            remarks.add(List.of(remark.section().id(), words.masked(remark.words())));
        }
        all.put("remarks", remarks);
        return all;
    }

    private static Object figure(Figure f) {
        if (f == null || !f.known()) {
            return null;
        }
        List<Object> all = new ArrayList<>(List.of(f.part(), f.whole(), f.n()));
        if (f.low() != null) {
            all.addAll(List.of(f.low(), f.high(), f.boundWhole()));
        }
        return all;
    }

    private Map<String, Object> grids(List<Grid> grids) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Grid grid : grids) {
            List<Object> rows = new ArrayList<>();
            for (List<Object> row : grid.rows()) {
                rows.add(cells(row));
            }
            all.put(grid.id(), rows);
        }
        return all;
    }

    private List<Object> cells(List<?> row) {
        List<Object> cells = new ArrayList<>();
        for (Object cell : row) {
            cells.add(cell(cell));
        }
        return cells;
    }

    private Object cell(Object cell) {
        if (cell instanceof Measure m) {
            List<Object> all = new ArrayList<>();
            all.add(m.part());
            all.add(m.whole());
            return all;
        }
        if (cell instanceof Message message) {
            List<Object> all = new ArrayList<>();
            all.add(message.key().catalogue() + "/" + message.key().id());
            all.addAll(cells(message.args()));
            return all;
        }
        if (cell instanceof IncidentKind kind) {
            return kind.word();
        }
        if (cell instanceof MessageKey key) {
            return key.id();
        }
        if (cell instanceof PersonName name) {
            return words.name(name.full());
        }
        if (cell instanceof FreeText text) {
            return words.masked(text.words());
        }
        if (cell instanceof LocalDate || cell instanceof Instant) {
            return cell.toString();
        }
        if (cell == null || cell instanceof String || cell instanceof Long || cell instanceof Integer) {
            return cell;
        }
        return cell.toString();
    }
}
