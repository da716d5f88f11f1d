package vn.vigil.cli.command.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.HoldLabel;
import vn.vigil.hold.CallAnswer;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldState;

/** {@code vigil extract call}: somebody telephones for footage; it is held, and nothing is released. */
@Command(name = "call")
public final class ExtractCallCommand extends CommandBase implements Asking {
    @Option(names = "--from", paramLabel = "WHO", required = true)
    private String caller;

    @Option(names = "--phone", paramLabel = "NUMBER")
    private String phone;

    @Option(names = "--camera", paramLabel = "CAMERA", required = true)
    private List<CameraId> cameras;

    @Option(names = "--from-time", paramLabel = "TIME", required = true)
    private List<String> from;

    @Option(names = "--to-time", paramLabel = "TIME")
    private List<String> to = new ArrayList<>();

    @Option(names = "--for", paramLabel = "LENGTH")
    private List<String> length = new ArrayList<>();

    @Option(names = "--keep-until", paramLabel = "DATE")
    private String keepUntil;

    @Option(names = "--wait", paramLabel = "LENGTH")
    private String wait;

    @Option(names = "--later")
    private boolean later;

    @Override
    public Question next(Given given) {
        if (!given.has("--from")) {
            return FootageQuestions.text("--from", AskText.CALLER);
        }
        if (!given.has("--phone")) {
            return Question.optional("--phone", AskText.PHONE.with());
        }
        return questions().next(given);
    }

    @Override
    public Message wrong(String option, String value) {
        return questions().wrong(option, value);
    }

    private FootageQuestions questions() {
        return new FootageQuestions(vigil(), "--from-time", this::instant, this::span);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.PARTIAL);
    }

    @Override
    protected ExitCode run() {
        Duration patience = later ? Duration.ZERO : wait == null ? HoldCommand.WAIT : duration(wait);
        CallAnswer answer = vigil().calls()
                .take(
                        actor(),
                        caller,
                        phone,
                        Spans.wanted(cameras, from, to, length, this::span),
                        keepUntil == null ? null : date(keepUntil),
                        Progress.NONE);
        // Always told, also with --quiet: it is what the caller waits for.
        out().show("extract.call", answer, new CallView());
        out().flush();
        if (!patience.isZero()) {
            for (Held held : vigil().holds()
                    .copy(actor(), answer.placed(), patience, progress())
                    .held()) {
                if (held.state() == HoldState.PENDING) {
                    note(HoldLabel.NEXT_RETRY.with());
                }
            }
        }
        return SightsView.exit(answer.sights());
    }
}
