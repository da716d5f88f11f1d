package vn.vigil.cli.command.meeting;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.meeting.ReadBack;

/** Says what an edited draft changed. */
record ReadBackView(boolean dryRun) implements View<ReadBack> {
    @Override
    public void text(ReadBack read, Out out) {
        out.line(new MeetingView(out).line(read.meeting(), out));
        if (read.unchanged()) {
            out.line(MeetingLabel.UNCHANGED.with(), Tone.FAINT);
            return;
        }
        MeetingFileView.history(read.entries(), out);
        read.actions().forEach(action -> out.line("  " + new ActionView(out).line(action, out)));
        if (dryRun) {
            out.line(MeetingLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    @Override
    public void json(ReadBack read, Json json) {
        json.field("outcome", read.unchanged() ? "unchanged" : dryRun ? "would-write" : "written")
                .object("meeting");
        new MeetingView(null).json(read.meeting(), json);
        json.end();
        MeetingFileView.historyJson(read.entries(), json);
        json.array("actions");
        read.actions().forEach(action -> {
            json.object();
            new ActionView(null).json(action, json);
            json.end();
        });
        json.end();
    }
}
