package vn.vigil.cli.command.ledger;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.witness.SignedHead;

/** {@code vigil ledger checkpoint}: signs the ledger as it stands. */
@Command(name = "checkpoint")
public final class LedgerCheckpointCommand extends CommandBase {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE")
    private Path file;

    @Option(names = "--tsa", paramLabel = "URL")
    private URI tsa;

    @Option(names = "--trust", paramLabel = "FILE")
    private List<Path> trust = new ArrayList<>();

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.CONFLICT, ExitCode.NOT_TIMESTAMPED);
    }

    @Override
    protected ExitCode run() {
        SignedHead signed = vigil().witness().checkpoint(tsa, trust);
        if (file != null && !dryRun()) {
            vigil().witness().write(signed, file);
        }
        tell("ledger.checkpoint", signed, new SignedHeadView());
        return signed.timestampMissing() == null ? ExitCode.OK : ExitCode.NOT_TIMESTAMPED;
    }
}
