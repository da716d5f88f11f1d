package vn.vigil.cli.command.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.config.PrivateFiles;

/** {@code vigil ledger proof}: that one entry stands in the log (C2SP tlog-proof). */
@Command(name = "proof")
public final class LedgerProofCommand extends CommandBase {
    @Parameters(paramLabel = "ENTRY")
    private long entry;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE")
    private Path file;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() throws IOException {
        byte[] proof = vigil().witness().proof(entry);
        if (file == null) {
            streams().out().write(proof);
        } else if (!dryRun()) {
            Files.write(PrivateFiles.newFile(file), proof);
        }
        return ExitCode.OK;
    }
}
