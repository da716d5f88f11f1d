package vn.vigil.cli.command.meeting;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.meeting.Action;

/** Shows an action with its history. */
record ActionFileView() implements View<Action> {
    @Override
    public void text(Action a, Out out) {
        out.line(new ActionView(out).line(a, out));
        if (a.carried() > 0) {
            out.line(MeetingLabel.CARRIED_OVER.with(a.carried()));
        }
        if (!a.dues().isEmpty()) {
            out.line(MeetingLabel.FORMER_DUES.with(a.dues().toString()));
        }
        MeetingFileView.history(a.history(), out);
    }

    @Override
    public void json(Action a, Json json) {
        new ActionView(null).json(a, json);
        MeetingFileView.historyJson(a.history(), json);
    }
}
