package vn.vigil.cli.command.meeting;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Saved;
import vn.vigil.meeting.Supervised;
import vn.vigil.meeting.Supervision;

/** {@code vigil meeting supervise add}: an inspection, an instruction, or a division that helped. */
@Command(name = "add")
public final class SuperviseAddCommand extends MeetingCommand implements Asking {
    @Parameters(paramLabel = "TEXT")
    private String text;

    @Option(names = "--kind", paramLabel = "KIND", required = true)
    private Supervised kind;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--division", paramLabel = "NAME")
    private String division;

    @Option(names = "--document", paramLabel = "NUMBER")
    private String document;

    @Option(names = "--owner", paramLabel = "PERSON")
    private String owner;

    @Option(names = "--due", paramLabel = "DATE")
    private String due;

    @Override
    public Question next(Given given) {
        if (!given.has("--kind")) {
            return Question.required(
                    "--kind", MeetingLabel.ASK_KIND.with(), Question.Kind.ONE, choices(Supervised.values()));
        }
        boolean instruction = Supervised.INSTRUCTION.id().equals(given.value("--kind"));
        if (instruction && !given.has("--owner")) {
            return Question.required("--owner", MeetingLabel.ASK_OWNER.with(), Question.Kind.ONE, members());
        }
        if (instruction && !given.has("--due")) {
            return Question.required("--due", MeetingLabel.ASK_DUE.with(), Question.Kind.FREE, List.of());
        }
        boolean support = Supervised.SUPPORT.id().equals(given.value("--kind"));
        return !support || given.has("--division")
                ? null
                : Question.required("--division", MeetingLabel.ASK_DIVISION.with(), Question.Kind.FREE, List.of());
    }

    @Override
    protected ExitCode run() {
        Supervision.NewNote asked = new Supervision.NewNote(
                kind, date == null ? day("now") : day(date), text, division, document, owner, day(due));
        Saved<Supervision.Note> saved = vigil().meetings().supervision().add(actor(), asked);
        tell("meeting.supervise.add", saved, new SavedView<>(new SupervisionView(out()), dryRun()));
        return ExitCode.OK;
    }
}
