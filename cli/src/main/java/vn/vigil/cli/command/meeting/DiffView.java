package vn.vigil.cli.command.meeting;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.meeting.TextDiff;

/** Shows the lines in which two texts differ. */
record DiffView() implements View<List<TextDiff.Line>> {
    @Override
    public void text(List<TextDiff.Line> lines, Out out) {
        boolean any = false;
        for (TextDiff.Line line : lines) {
            if (line.mark() != ' ') {
                any = true;
                out.line(line.mark() + " " + line.text(), line.mark() == '-' ? Tone.BAD : Tone.GOOD);
            }
        }
        if (!any) {
            out.line(MeetingLabel.NO_DIFFERENCE.with(), Tone.FAINT);
        }
    }

    @Override
    public void json(List<TextDiff.Line> lines, Json json) {
        json.array("lines");
        for (TextDiff.Line line : lines) {
            if (line.mark() != ' ') {
                json.object()
                        .field("change", line.mark() == '-' ? "removed" : "added")
                        .field("text", line.text())
                        .end();
            }
        }
        json.end();
    }
}
