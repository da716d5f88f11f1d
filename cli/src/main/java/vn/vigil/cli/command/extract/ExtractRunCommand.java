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
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.RunView;
import vn.vigil.extract.RunRequest;
import vn.vigil.extract.RunResult;

/** {@code vigil extract run}: take the approved footage and seal it. */
@Command(name = "run")
public final class ExtractRunCommand extends CommandBase {
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

    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

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
        char[] passphrase = key == null ? null : Passphrase.read(vigil(), passphraseFile, prompt(), key);
        RunResult result = vigil().extracts()
                .run(
                        actor(),
                        new RunRequest(
                                request,
                                span,
                                live == null ? null : duration(live),
                                key,
                                passphrase,
                                tsa,
                                trust,
                                plainReason,
                                withView,
                                dryRun()),
                        progress());
        for (vn.vigil.base.Message note : result.notes()) {
            note(note);
        }
        tell("extract.run", result, new RunView(out()));
        return result.timestampMissing() == null ? ExitCode.OK : ExitCode.NOT_TIMESTAMPED;
    }
}
