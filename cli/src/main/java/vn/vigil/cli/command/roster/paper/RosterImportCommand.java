package vn.vigil.cli.command.roster.paper;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.paper.PlanImported;

/** {@code vigil roster import}: takes over a plan that was made elsewhere, all or nothing. */
@Command(name = "import")
public final class RosterImportCommand extends CommandBase {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        PlanImported imported = vigil().rosterPapers().importCsv(actor(), file, reason);
        tell("roster.import", imported, new ImportedView(dryRun(), homeFlag()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    private record ImportedView(boolean dryRun, String home) implements View<PlanImported> {
        @Override
        public void text(PlanImported i, Out out) {
            if (i.changed() == 0) {
                out.line(PaperViewText.IMPORT_UNCHANGED.with(i.unchanged()));
                return;
            }
            PaperViewText sentence = dryRun ? PaperViewText.WOULD_IMPORT : PaperViewText.IMPORTED;
            out.line(sentence.with(i.changed(), i.unchanged(), i.first(), i.last()));
            if (!dryRun) {
                out.line(PaperViewText.IMPORT_NEXT.with(i.first(), i.last(), home));
            }
        }

        @Override
        public void json(PlanImported i, Json json) {
            json.field("changed", i.changed())
                    .field("unchanged", i.unchanged())
                    .field("from", i.first().toString())
                    .field("to", i.last().toString())
                    .field("dryRun", dryRun);
        }
    }
}
