package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.WrittenPapersView;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.WrittenPaper;
import vn.vigil.text.Lang;

/** What the verbs share that write one paper, which may take a number of the register. */
abstract class PapersCommand extends ReportCommand {
    @Option(names = "--format", paramLabel = "FORM", split = ",")
    private List<PaperForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--document-lang", paramLabel = "LANG")
    private Lang documentLang;

    final Lang documentLang() {
        return language(documentLang);
    }

    /** @param name of the files where none is said */
    final ExitCode write(String schema, Paper paper, String name) {
        List<PaperForm> wanted = forms.isEmpty() ? List.of(PaperForm.DOCX, PaperForm.PDF) : forms;
        List<WrittenPaper> written = Papers.write(
                paper,
                List.copyOf(new LinkedHashSet<>(wanted)),
                output != null ? output : Path.of(name),
                force,
                dryRun());
        tell(schema, written, new WrittenPapersView(dryRun()));
        return ExitCode.OK;
    }
}
