package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.NewDecision;

/** {@code vigil meeting decide}: what was decided, with the votes. */
@Command(name = "decide")
public final class DecideCommand extends MeetingCommand {
    @Parameters(index = "0", paramLabel = "MEETING")
    private CaseId meeting;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text;

    @Option(names = "--item", paramLabel = "N")
    private int item;

    @Option(names = "--for", paramLabel = "N")
    private Integer inFavour;

    @Option(names = "--against", paramLabel = "N")
    private int against;

    @Option(names = "--abstain", paramLabel = "N")
    private int abstain;

    @Option(names = "--unanimous")
    private boolean unanimous;

    @Override
    protected ExitCode run() {
        if (unanimous && inFavour != null || inFavour == null && (against > 0 || abstain > 0)) {
            throw new VigilException(ErrorKind.USAGE, "VG-MEETING-VOTES", MeetingLabel.VOTES_OR_ALL.with());
        }
        NewDecision decision = new NewDecision(item, text, inFavour == null ? -1 : inFavour, against, abstain);
        return tellMeeting("decide", vigil().meetings().decide(actor(), meeting, decision));
    }
}
