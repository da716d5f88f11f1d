package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting petition answer}. */
@Command(name = "answer")
public final class PetitionAnswerCommand extends MeetingCommand {
    @Parameters(paramLabel = "PETITION")
    private CaseId petition;

    @Option(names = "--text", paramLabel = "TEXT", required = true)
    private String text;

    @Override
    protected ExitCode run() {
        return tellPetition("petition.answer", vigil().meetings().petitions().answer(actor(), petition, text));
    }
}
