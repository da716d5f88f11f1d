package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting petition source}: who asked, for a reason. */
@Command(name = "source")
public final class PetitionSourceCommand extends MeetingCommand {
    @Parameters(paramLabel = "PETITION")
    private CaseId petition;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Override
    protected ExitCode run() {
        String source = vigil().meetings().petitions().source(proved(pinFile), petition, reason);
        out().show("meeting.petition.source", source, new TextView());
        return ExitCode.OK;
    }
}
