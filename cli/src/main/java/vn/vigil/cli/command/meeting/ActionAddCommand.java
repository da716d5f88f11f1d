package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.NewAction;

/** {@code vigil meeting action add}. */
@Command(name = "add")
public final class ActionAddCommand extends MeetingCommand implements Asking {
    @Parameters(paramLabel = "TEXT")
    private String text;

    @Option(names = "--meeting", paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--item", paramLabel = "N")
    private int item;

    @Option(names = "--owner", paramLabel = "PERSON", required = true)
    private String owner;

    @Option(names = "--with", paramLabel = "PERSON", split = ",")
    private List<String> with = new ArrayList<>();

    @Option(names = "--due", paramLabel = "DATE", required = true)
    private String due;

    @Option(names = "--source", paramLabel = "TEXT")
    private String source;

    @Option(names = "--to-division", paramLabel = "NAME")
    private String division;

    @Override
    public Question next(Given given) {
        if (!given.has("--owner")) {
            return Question.required("--owner", MeetingLabel.ASK_OWNER.with(), Question.Kind.ONE, members());
        }
        return given.has("--due")
                ? null
                : Question.required("--due", MeetingLabel.ASK_DUE.with(), Question.Kind.FREE, List.of());
    }

    @Override
    protected ExitCode run() {
        NewAction asked = new NewAction(text, owner, with, day(due), meeting, item, source, division);
        return tellAction("action.add", vigil().meetings().actions().add(actor(), asked));
    }
}
