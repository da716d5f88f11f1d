package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;
import vn.vigil.base.Severity;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.document.FormFinding;

/** One finding of the form lint as a row. */
final class FindingRow implements RowView<FormFinding> {
    private final Out out;

    FindingRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"severity", "point", "found", "place", "source"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ReportText.SEVERITY, ReportText.POINT, ReportText.FOUND, ReportText.PLACE, ReportText.SOURCE
        };
    }

    @Override
    public void cells(FormFinding f, Cells cells) {
        boolean critical = f.severity() == Severity.CRITICAL;
        if (cells.forPeople()) {
            cells.add(
                    out.text((critical ? ReportText.CRITICAL : ReportText.WARNING).with()),
                    critical ? Tone.BAD : Tone.WARNING);
        } else {
            cells.add(word(f.severity()));
        }
        cells.add(f.point().word()).add(out.text(f.what())).add(f.place()).add(f.source());
    }

    @Override
    public void json(FormFinding f, Json json) {
        json.field("severity", word(f.severity()))
                .field("point", f.point().word())
                .field("found", out.text(f.what()))
                .field("place", f.place().isEmpty() ? null : f.place())
                .field("source", f.source());
    }

    static String word(Severity severity) {
        return switch (severity) {
            case OK -> "ok";
            case WARNING -> "warning";
            case UNKNOWN -> "unknown";
            case CRITICAL -> "critical";
        };
    }
}
