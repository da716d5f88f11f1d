package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting note}: what somebody said. */
@Command(name = "note")
public final class NoteCommand extends MeetingCommand {
    @Parameters(index = "0", paramLabel = "MEETING")
    private CaseId meeting;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text;

    @Option(names = "--item", paramLabel = "N")
    private int item;

    @Option(names = "--by", paramLabel = "PERSON")
    private String by;

    @Override
    protected ExitCode run() {
        return tellMeeting("note", vigil().meetings().note(actor(), meeting, item, by, text));
    }
}
