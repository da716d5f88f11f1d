package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.WrittenPapersView;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.WrittenPaper;
import vn.vigil.text.Lang;

/** {@code vigil report render}: makes the papers of a Markdown file with front matter. */
@Command(name = "render")
public final class ReportRenderCommand extends CommandBase {
    @Parameters(arity = "1", paramLabel = "FILE")
    private Path file;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            split = ",")
    private List<PaperForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Override
    protected ExitCode run() {
        // A paper's language is its own; Vietnamese when it does not say.
        Paper paper = Paper.read(file, Lang.VI);
        List<PaperForm> wanted = forms.isEmpty() ? List.of(PaperForm.DOCX, PaperForm.PDF) : forms;
        List<WrittenPaper> written =
                Papers.write(paper, List.copyOf(new java.util.LinkedHashSet<>(wanted)), prefix(), force, dryRun());
        tell("report.render", written, new WrittenPapersView(dryRun()));
        return ExitCode.OK;
    }

    private Path prefix() {
        if (output != null) {
            return output;
        }
        String name = file.getFileName().toString();
        return file.resolveSibling(name.endsWith(".md") ? name.substring(0, name.length() - 3) : name);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
