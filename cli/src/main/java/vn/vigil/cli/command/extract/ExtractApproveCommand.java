package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.FiledView;
import vn.vigil.extract.Extracts;

/** {@code vigil extract approve}: the second person's leave, by their own key. */
@Command(name = "approve")
public final class ExtractApproveCommand extends CommandBase {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--key", paramLabel = "FILE", required = true)
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(names = "--valid-for", paramLabel = "LENGTH")
    private String validFor;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        Duration validity = validFor == null ? Extracts.APPROVAL_VALIDITY : duration(validFor);
        char[] passphrase = Passphrase.read(vigil(), passphraseFile, prompt(), key);
        tell(
                "extract.approve",
                vigil().extracts().approve(actor(), request, key, passphrase, validity),
                new FiledView(out()));
        return ExitCode.OK;
    }
}
