package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.meeting.Invited;

/** Says who was told of a meeting. */
record InvitedView(boolean dryRun) implements View<Invited> {
    @Override
    public void text(Invited invited, Out out) {
        out.line(new MeetingView(out).line(invited.meeting(), out));
        if (invited.unchanged()) {
            out.line(MeetingLabel.ALL_TOLD.with(), Tone.FAINT);
            return;
        }
        out.line(MeetingLabel.SENT_TO.with(invited.sent().size(), names(invited.sent())));
        if (!invited.without().isEmpty()) {
            out.line(MeetingLabel.WITHOUT_CHANNEL.with(names(invited.without())), Tone.WARNING);
        }
        if (dryRun) {
            out.line(MeetingLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    private static String names(List<MemberId> members) {
        List<String> all = new ArrayList<>();
        members.forEach(member -> all.add(member.value()));
        return String.join(", ", all);
    }

    @Override
    public void json(Invited invited, Json json) {
        json.field("outcome", invited.unchanged() ? "unchanged" : dryRun ? "would-write" : "written")
                .field("sequence", invited.sequence())
                .array("sent");
        invited.sent().forEach(member -> json.value(member.value()));
        json.end().array("withoutChannel");
        invited.without().forEach(member -> json.value(member.value()));
        json.end().object("meeting");
        new MeetingView(null).json(invited.meeting(), json);
        json.end();
    }
}
