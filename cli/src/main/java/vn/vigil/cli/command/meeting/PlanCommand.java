package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.calendar.Quarter;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.MeetingKind;
import vn.vigil.meeting.PlanMeeting;
import vn.vigil.meeting.Saved;

/** {@code vigil meeting plan}: puts a meeting on the calendar. */
@Command(name = "plan")
public final class PlanCommand extends MeetingCommand {
    @Parameters(paramLabel = "KIND")
    private MeetingKind kind;

    @Option(names = "--quarter", paramLabel = "QUARTER")
    private String quarter;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--at", paramLabel = "HH:MM")
    private String at;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--place", paramLabel = "TEXT")
    private String place;

    @Option(names = "--chair", paramLabel = "PERSON")
    private String chair;

    @Option(names = "--secretary", paramLabel = "PERSON")
    private String secretary;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Option(names = "--incident", paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--guest", paramLabel = "NAME")
    private List<String> guests = new ArrayList<>();

    @Override
    protected ExitCode run() {
        Saved<Meeting> saved = vigil().meetings()
                .plan(
                        actor(),
                        new PlanMeeting(
                                kind,
                                quarter == null ? null : Quarter.parse(quarter),
                                day(date),
                                hour(at),
                                length == null ? null : duration(length),
                                place,
                                chair,
                                secretary,
                                reason,
                                incident,
                                guests));
        keepNumbers();
        return tellMeeting("plan", saved);
    }
}
