package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.PlacedView;

/** {@code vigil extract archive}: keep held footage beyond its case. */
@Command(name = "archive")
public final class ArchiveCommand extends CommandBase {
    @Parameters(paramLabel = "CASE")
    private CaseId id;

    @Option(names = "--until", paramLabel = "DATE", required = true)
    private String until;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        tell("extract.archive", vigil().holds().archive(actor(), id, date(until)), new PlacedView());
        return ExitCode.OK;
    }
}
