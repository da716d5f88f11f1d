package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractRequestView;

/** {@code vigil extract list}. */
@Command(name = "list")
public final class ExtractListCommand extends ListCommand {
    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list("extract.list", "requests", vigil().extracts().list(), new ExtractRequestView(out()));
        return ExitCode.OK;
    }
}
