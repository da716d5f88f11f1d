package vn.vigil.cli.command.extract;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractRequestView;
import vn.vigil.extract.ExtractFilter;
import vn.vigil.extract.ExtractState;

/** {@code vigil extract list}. */
@Command(name = "list")
public final class ExtractListCommand extends ListCommand {
    @Option(names = "--state", paramLabel = "STATE")
    private List<ExtractState> states = new ArrayList<>();

    @Option(names = "--open")
    private boolean open;

    @Option(names = "--overdue")
    private boolean overdue;

    @Option(names = "--incident", paramLabel = "INCIDENT")
    private CaseId incident;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list(
                        "extract.list",
                        "requests",
                        vigil().extracts().list(new ExtractFilter(states, open, overdue, incident)),
                        new ExtractRequestView(out(), world().now()));
        return ExitCode.OK;
    }
}
