package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.NewProposal;
import vn.vigil.meeting.ProposalKind;

/** {@code vigil meeting proposal add}. */
@Command(name = "add")
public final class ProposalAddCommand extends MeetingCommand implements Asking {
    @Option(names = "--kind", paramLabel = "KIND", required = true)
    private ProposalKind kind;

    @Option(names = "--title", paramLabel = "TEXT", required = true)
    private String title;

    @Option(names = "--text", paramLabel = "TEXT")
    private String text;

    @Option(names = "--to", paramLabel = "WHO")
    private String to;

    @Option(names = "--item", paramLabel = "LINE")
    private List<String> items = new ArrayList<>();

    @Option(names = "--person", paramLabel = "NAME")
    private List<String> people = new ArrayList<>();

    @Option(names = "--attach", paramLabel = "FILE")
    private List<Path> attached = new ArrayList<>();

    @Option(names = "--survey", paramLabel = "SURVEY")
    private CaseId survey;

    @Option(names = "--petition", paramLabel = "PETITION")
    private CaseId petition;

    @Option(names = "--meeting", paramLabel = "MEETING")
    private CaseId meeting;

    @Override
    public Question next(Given given) {
        if (!given.has("--kind")) {
            return Question.required(
                    "--kind", MeetingLabel.ASK_KIND.with(), Question.Kind.ONE, choices(ProposalKind.values()));
        }
        if (!given.has("--title")) {
            return Question.required("--title", MeetingLabel.ASK_TITLE.with(), Question.Kind.FREE, List.of());
        }
        if (!given.has("--text")) {
            return Question.optional("--text", MeetingLabel.ASK_WHY.with());
        }
        return given.has("--item") ? null : Question.optional("--item", MeetingLabel.ASK_ITEM.with());
    }

    @Override
    protected ExitCode run() {
        NewProposal asked = new NewProposal(kind, title, text, to, items, people, attached, survey, petition, meeting);
        if (survey != null) {
            vigil().upkeep().propose(actor(), survey);
        }
        return tellProposal("proposal.add", vigil().meetings().proposals().add(actor(), asked));
    }
}
