package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Attend;
import vn.vigil.meeting.Presence;

/** {@code vigil meeting attend}: who is there, and who is not. */
@Command(name = "attend")
public final class AttendCommand extends MeetingCommand {
    @Parameters(index = "0", paramLabel = "MEETING")
    private CaseId meeting;

    @Parameters(index = "1..*", paramLabel = "PERSON", arity = "0..*")
    private List<String> people = new ArrayList<>();

    @Option(names = "--guest", paramLabel = "NAME")
    private List<String> guests = new ArrayList<>();

    @Option(names = "--present")
    private boolean present;

    @Option(names = "--online")
    private boolean online;

    @Option(names = "--excused")
    private boolean excused;

    @Option(names = "--absent")
    private boolean absent;

    @Option(names = "--from", paramLabel = "HH:MM")
    private String from;

    @Option(names = "--to", paramLabel = "HH:MM")
    private String to;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        int given = (present ? 1 : 0) + (online ? 1 : 0) + (excused ? 1 : 0) + (absent ? 1 : 0);
        if (given > 1) {
            throw new VigilException(ErrorKind.USAGE, "VG-MEETING-HOW", MeetingLabel.ONE_HOW.with());
        }
        Presence how =
                online ? Presence.ONLINE : excused ? Presence.EXCUSED : absent ? Presence.ABSENT : Presence.PRESENT;
        Attend attend = new Attend(people, guests, how, hour(from), hour(to), reason);
        return tellMeeting("attend", vigil().meetings().attend(actor(), meeting, attend));
    }
}
