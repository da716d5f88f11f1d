package vn.vigil.cli.command.extract;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.RunView;
import vn.vigil.extract.RunRequest;
import vn.vigil.extract.RunResult;
import vn.vigil.people.KeySource;

/** {@code vigil extract run}: take the approved footage and seal it. */
@Command(name = "run")
public final class ExtractRunCommand extends OwnKeyCommand {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--live", paramLabel = "LENGTH")
    private String live;

    @Option(names = "--tsa", paramLabel = "URL")
    private URI tsa;

    @Option(names = "--no-encrypt", paramLabel = "REASON")
    private String plainReason;

    @Option(names = "--trust", paramLabel = "FILE")
    private List<Path> trust = new ArrayList<>();

    @Option(names = "--with-view")
    private boolean withView;

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.NO_STORE,
                ExitCode.BUSY,
                ExitCode.DENIED,
                ExitCode.UNREACHABLE,
                ExitCode.NOT_FOUND,
                ExitCode.REFUSED,
                ExitCode.NOT_TIMESTAMPED);
    }

    @Override
    protected ExitCode run() {
        TimeSpan span = from == null ? null : span(from, to, length);
        RunResult result;
        try (KeySource key = ownKey()) {
            RunRequest asked = new RunRequest(
                    request,
                    span,
                    live == null ? null : duration(live),
                    key,
                    tsa,
                    trust,
                    plainReason,
                    withView,
                    dryRun());
            result = vigil().extracts().run(actor(), asked, progress());
        }
        for (vn.vigil.base.Message note : result.notes()) {
            note(note);
        }
        tell("extract.run", result, new RunView(out()));
        return result.timestampMissing() == null ? ExitCode.OK : ExitCode.NOT_TIMESTAMPED;
    }
}
