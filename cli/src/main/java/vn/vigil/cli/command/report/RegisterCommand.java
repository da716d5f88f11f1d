package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.WrittenPapersView;
import vn.vigil.document.Papers;
import vn.vigil.document.Sheets;
import vn.vigil.document.WrittenPaper;

/** {@code vigil report register}: the register of outgoing documents. */
@Command(name = "register")
public final class RegisterCommand extends ListCommand {
    @Parameters(arity = "0..1", paramLabel = "YEAR")
    private Integer year;

    @Option(names = "--xlsx", paramLabel = "FILE")
    private Path xlsx;

    @Option(names = "--force")
    private boolean force;

    @Override
    protected boolean plain() {
        return false;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        int wanted = year != null ? year : world().now().atZone(vigil().zone()).getYear();
        if (xlsx != null) {
            String name = xlsx.getFileName().toString();
            String prefix = name.endsWith(".xlsx") ? name.substring(0, name.length() - 5) : name;
            byte[] bytes = Sheets.bytes(List.of(vigil().reports().register(wanted)));
            List<WrittenPaper> written =
                    Papers.write(Map.of(".xlsx", bytes), xlsx.resolveSibling(prefix), force, dryRun());
            tell("report.register", written, new WrittenPapersView(dryRun()));
            return ExitCode.OK;
        }
        out().list("report.register", "documents", vigil().register().entries(wanted), new EntryRow());
        return ExitCode.OK;
    }
}
