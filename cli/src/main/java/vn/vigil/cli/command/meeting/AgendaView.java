package vn.vigil.cli.command.meeting;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.meeting.Meeting;

/** Shows an agenda with what the records say. */
record AgendaView(Meeting meeting) implements View<List<Meeting.AgendaItem>> {
    @Override
    public void text(List<Meeting.AgendaItem> items, Out out) {
        out.line(new MeetingView(out).line(meeting, out));
        for (Meeting.AgendaItem item : items) {
            out.line(item.number() + ". " + item.title(), Tone.STRONG);
            item.lines().forEach(line -> out.line("   - " + line));
        }
    }

    @Override
    public void json(List<Meeting.AgendaItem> items, Json json) {
        json.field("meeting", meeting.id().toString()).array("items");
        for (Meeting.AgendaItem item : items) {
            json.object().field("number", item.number()).field("standing", item.standing());
            json.field("title", item.title()).array("lines");
            item.lines().forEach(json::value);
            json.end().end();
        }
        json.end();
    }
}
