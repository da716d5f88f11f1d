package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.View;
import vn.vigil.report.ScoreSheet;

/** {@code vigil report criteria show}: the criteria of a year with their scores. */
@Command(name = "show")
public final class CriteriaShowCommand extends ReportCommand {
    @Parameters(arity = "0..1", paramLabel = "YEAR")
    private Integer year;

    @Override
    protected ExitCode run() {
        out().show("report.criteria.show", reports().criteria().sheet(year(year)), new SheetView());
        return ExitCode.OK;
    }

    private record SheetView() implements View<ScoreSheet> {
        @Override
        public void text(ScoreSheet s, Out out) {
            ScoreView.line(s, out);
            out.list("report.criteria", "lines", s.lines(), new LineRow());
        }

        @Override
        public void json(ScoreSheet s, Json json) {
            ScoreView.fields(s, json);
        }
    }

    private record LineRow() implements RowView<ScoreSheet.Line> {
        @Override
        public String[] columns() {
            return new String[] {"code", "words", "maximum", "points", "note"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                ReportLabel.CODE, ReportLabel.CRITERION, ReportLabel.MAXIMUM, ReportLabel.POINTS, ReportLabel.NOTE
            };
        }

        @Override
        public void cells(ScoreSheet.Line l, Cells cells) {
            cells.add(l.criterion().code())
                    .add(l.criterion().words())
                    .add(l.criterion().maximum());
            cells.add(l.points() == null ? "" : l.points().toString()).add(l.note());
        }

        @Override
        public void json(ScoreSheet.Line l, Json json) {
            throw new IllegalStateException("shown as a document");
        }
    }
}
