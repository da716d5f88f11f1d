package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil extract key list}: the keys on record, and how long each may still sign. */
@Command(name = "list")
public final class KeyListCommand extends ListCommand {
    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list("extract.key.list", "keys", vigil().people().keyList(), new KeyRow(out()));
        return ExitCode.OK;
    }
}
