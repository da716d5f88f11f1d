package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting diff}: what errata, or an edited draft, change. */
@Command(name = "diff")
public final class DiffCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--file", paramLabel = "FILE")
    private Path file;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        out().show(
                        "meeting.diff",
                        vigil().meetings().diff(meeting, file == null ? null : readText(file)),
                        new DiffView());
        return ExitCode.OK;
    }
}
