package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.MeetingKind;
import vn.vigil.meeting.MeetingState;

/** {@code vigil meeting list}. */
@Command(name = "list")
public final class ListMeetingsCommand extends ListCommand {
    @Option(names = "--kind", paramLabel = "KIND")
    private MeetingKind kind;

    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Option(names = "--open")
    private boolean open;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        List<Meeting> meetings = new ArrayList<>(vigil().meetings().list());
        meetings.removeIf(m -> kind != null && m.kind() != kind
                || year != null && m.day().getYear() != year
                || open && (m.state() == MeetingState.ISSUED || m.state() == MeetingState.CANCELLED));
        out().list("meeting.list", "meetings", meetings, new MeetingView(out()));
        return ExitCode.OK;
    }
}
