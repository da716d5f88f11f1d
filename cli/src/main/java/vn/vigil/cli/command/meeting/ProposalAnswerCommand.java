package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Answer;

/** {@code vigil meeting proposal answer}. */
@Command(name = "answer")
public final class ProposalAnswerCommand extends MeetingCommand implements Asking {
    @Parameters(paramLabel = "PROPOSAL")
    private CaseId proposal;

    @Option(names = "--result", paramLabel = "RESULT", required = true)
    private Answer result;

    @Option(names = "--text", paramLabel = "TEXT")
    private String text;

    @Option(names = "--document", paramLabel = "NUMBER")
    private String document;

    @Option(names = "--meeting", paramLabel = "MEETING")
    private CaseId meeting;

    @Override
    public Question next(Given given) {
        if (!given.has("--result")) {
            return Question.required(
                    "--result", MeetingLabel.ASK_RESULT.with(), Question.Kind.ONE, choices(Answer.values()));
        }
        return given.has("--text") ? null : Question.optional("--text", MeetingLabel.ASK_ANSWER.with());
    }

    @Override
    protected ExitCode run() {
        return tellProposal(
                "proposal.answer",
                vigil().meetings().proposals().answer(actor(), proposal, result, text, document, meeting));
    }
}
