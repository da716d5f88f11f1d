package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.report.FigureRule;

/** Shows every figure with its rule. */
record RuleRow(Out out) implements RowView<FigureRule> {
    @Override
    public String[] columns() {
        return new String[] {"figure", "name", "unit", "clause", "formula"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ReportLabel.CODE, ReportLabel.FIGURE, ReportLabel.UNIT, ReportLabel.CLAUSE, ReportLabel.FORMULA
        };
    }

    @Override
    public void cells(FigureRule rule, Cells cells) {
        cells.add(rule.id()).add(out.text(rule.with()));
        cells.add(cells.forPeople() ? out.text(rule.unit().with()) : rule.unit().id());
        cells.add(rule.clause()).add(out.text(rule.formula()));
    }

    @Override
    public void json(FigureRule rule, Json json) {
        json.field("id", rule.id())
                .field("name", out.text(rule.with()))
                .field("unit", rule.unit().id())
                .field("clause", rule.clause())
                .field("formula", out.text(rule.formula()));
    }
}
