package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting petition told}: whoever asked was told. */
@Command(name = "told")
public final class PetitionToldCommand extends MeetingCommand {
    @Parameters(paramLabel = "PETITION")
    private CaseId petition;

    @Option(names = "--how", paramLabel = "TEXT", required = true)
    private String how;

    @Override
    protected ExitCode run() {
        return tellPetition("petition.told", vigil().meetings().petitions().told(actor(), petition, how));
    }
}
