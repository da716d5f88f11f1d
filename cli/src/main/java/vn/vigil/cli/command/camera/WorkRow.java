package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.upkeep.Work;
import vn.vigil.upkeep.WorkStatus;

/** One work as a row. */
final class WorkRow implements RowView<WorkStatus> {
    private final Out out;

    WorkRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id",
            "state",
            "overdue",
            "kind",
            "cameras",
            "what",
            "from",
            "to",
            "plannedBeforehand",
            "by",
            "firm",
            "plannedCost",
            "doneAt",
            "cost",
            "partsCost",
            "nextDue",
            "followedBy"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            UpkeepViewText.WORK,
            UpkeepViewText.STATE,
            UpkeepViewText.KIND,
            UpkeepViewText.CAMERAS,
            UpkeepViewText.WHAT,
            UpkeepViewText.FROM,
            UpkeepViewText.TO,
            UpkeepViewText.PLANNED_COST,
            UpkeepViewText.COST
        };
    }

    @Override
    public void cells(WorkStatus s, Cells cells) {
        Work w = s.work();
        cells.add(w.id().toString());
        Long cost = w.done() == null ? null : w.done().cost();
        if (cells.forPeople()) {
            cells.add(out.text(WorkWords.state(s)), WorkWords.tone(s))
                    .add(out.text(WorkWords.kind(w.kind())))
                    .add(WorkWords.cameras(w))
                    .add(w.what())
                    .add(out.time(w.window().from()))
                    .add(out.time(w.done() != null ? w.done().at() : w.window().to()))
                    .add(WorkWords.money(w.plannedCost(), out))
                    .add(WorkWords.money(cost, out));
            return;
        }
        cells.add(s.state().word())
                .add(s.overdue() ? "yes" : "no")
                .add(w.kind().word())
                .add(WorkWords.cameras(w))
                .add(w.what())
                .add(out.time(w.window().from()))
                .add(out.time(w.window().to()))
                .add(WorkWords.planned(w))
                .add(w.worker() == null ? null : w.worker().value())
                .add(w.firm())
                .add(text(w.plannedCost()))
                .add(w.done() == null ? null : out.time(w.done().at()))
                .add(text(cost))
                .add(w.done() == null ? null : text(w.done().partsCost()))
                .add(w.done() == null ? null : text(w.done().nextDue()))
                .add(text(w.followedBy()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public void json(WorkStatus s, Json json) {
        WorkView.fields(s, json);
    }
}
