package vn.vigil.cli.command.incident;

import java.time.LocalDate;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.incident.Task;

/** Shows tasks in rows. */
final class TaskView implements RowView<Task> {
    private final Out out;
    private final LocalDate today;

    TaskView(Out out, LocalDate today) {
        this.out = out;
        this.today = today;
    }

    @Override
    public String[] columns() {
        return new String[] {"incident", "task", "state", "owner", "due", "text", "outcome"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            IncidentLabel.ID,
            IncidentLabel.TASK,
            IncidentLabel.STATE,
            IncidentLabel.OWNER,
            IncidentLabel.DUE,
            IncidentLabel.TEXT,
            IncidentLabel.OUTCOME
        };
    }

    @Override
    public void cells(Task t, Cells cells) {
        cells.add(t.incident().toString()).add(t.number());
        IncidentLabel state = state(t);
        boolean late = t.open() && t.due() != null && t.due().isBefore(today);
        if (cells.forPeople()) {
            cells.add(
                    out.text((late ? IncidentLabel.LATE : state).with()),
                    late ? Tone.BAD : t.open() ? Tone.WARNING : Tone.FAINT);
        } else {
            cells.add(word(t));
        }
        cells.add(t.owner().value())
                .add(t.due() == null ? "" : t.due().toString())
                .add(t.words().isEmpty() && cells.forPeople() ? out.text(IncidentLabel.MASKED.with()) : t.words())
                .add(t.outcome());
    }

    static IncidentLabel state(Task t) {
        return t.open() ? IncidentLabel.TASK_OPEN : t.dropped() ? IncidentLabel.TASK_DROPPED : IncidentLabel.TASK_DONE;
    }

    private static String word(Task t) {
        return t.open() ? "open" : t.dropped() ? "dropped" : "done";
    }

    @Override
    public void json(Task t, Json json) {
        fields(t, json);
    }

    static void fields(Task t, Json json) {
        json.field("incident", t.incident().toString())
                .field("task", t.number())
                .field("state", word(t))
                .field("owner", t.owner().value())
                .field("due", t.due() == null ? null : t.due().toString())
                .field("text", t.words())
                .field("setAt", t.setAt())
                .field("endedAt", t.endedAt())
                .field("outcome", t.outcome());
    }
}
