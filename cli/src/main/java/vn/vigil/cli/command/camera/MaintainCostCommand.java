package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.text.Dong;
import vn.vigil.upkeep.CostBy;
import vn.vigil.upkeep.CostRow;
import vn.vigil.upkeep.CostTable;

/** {@code vigil camera maintain cost}: what work costs, summed. */
@Command(name = "cost")
public final class MaintainCostCommand extends ListCommand {
    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--by", paramLabel = "GROUP")
    private CostBy by = CostBy.KIND;

    @Override
    protected ExitCode run() {
        CostTable table =
                vigil().upkeep().cost(from == null ? null : instant(from), to == null ? null : instant(to), by);
        Out out = out();
        if (out.format() == Format.JSON) {
            out.show("camera.maintain.cost", table, new TableView(new SumRow(out)));
        } else {
            List<CostRow> rows = new ArrayList<>(table.rows());
            rows.add(table.total());
            out.list("camera.maintain.cost", "groups", rows, new SumRow(out));
        }
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private record TableView(SumRow row) implements View<CostTable> {
        @Override
        public void text(CostTable table, Out out) {
            throw new IllegalStateException("shown as a list");
        }

        @Override
        public void json(CostTable table, Json json) {
            json.array("groups");
            for (CostRow group : table.rows()) {
                json.object();
                row.json(group, json);
                json.end();
            }
            json.end().object("total");
            row.sums(table.total(), json);
            json.end();
        }
    }

    private record SumRow(Out out) implements RowView<CostRow> {
        @Override
        public String[] columns() {
            return new String[] {"group", "done", "planned", "cost", "parts", "open", "openPlanned"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                UpkeepViewText.GROUP,
                UpkeepViewText.DONE_WORKS,
                UpkeepViewText.PLANNED_COST,
                UpkeepViewText.COST,
                UpkeepViewText.PARTS_COST,
                UpkeepViewText.OPEN_WORKS,
                UpkeepViewText.OPEN_COST
            };
        }

        @Override
        public void cells(CostRow r, Cells cells) {
            if (cells.forPeople()) {
                Tone tone = r.group() == null ? Tone.STRONG : Tone.PLAIN;
                cells.add(
                        r.group() == null ? out.text(UpkeepViewText.TOTAL.with()) : WorkWords.group(r.group(), out),
                        tone);
                cells.add(Integer.toString(r.done()), tone)
                        .add(Dong.print(r.planned(), out.lang()), tone)
                        .add(Dong.print(r.cost(), out.lang()), tone)
                        .add(Dong.print(r.parts(), out.lang()), tone)
                        .add(Integer.toString(r.open()), tone)
                        .add(Dong.print(r.openPlanned(), out.lang()), tone);
            } else {
                cells.add(r.group() == null ? "total" : r.group())
                        .add(r.done())
                        .add(r.planned())
                        .add(r.cost())
                        .add(r.parts())
                        .add(r.open())
                        .add(r.openPlanned());
            }
        }

        @Override
        public void json(CostRow r, Json json) {
            json.field("group", r.group() == null ? "total" : r.group());
            sums(r, json);
        }

        void sums(CostRow r, Json json) {
            json.field("done", r.done())
                    .field("planned", r.planned())
                    .field("cost", r.cost())
                    .field("parts", r.parts())
                    .field("open", r.open())
                    .field("openPlanned", r.openPlanned());
        }
    }
}
