package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Message;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
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
        tell("report.render", written, new WrittenView(dryRun()));
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

    private record WrittenView(boolean rehearsed) implements View<List<WrittenPaper>> {
        @Override
        public void text(List<WrittenPaper> all, Out out) {
            for (WrittenPaper w : all) {
                out.line(sentence(w));
            }
        }

        private Message sentence(WrittenPaper w) {
            return switch (w.state()) {
                case NEW -> (rehearsed ? ReportText.WOULD_WRITE : ReportText.WRITTEN).with(w.file(), w.bytes());
                case REPLACED -> (rehearsed ? ReportText.WOULD_REPLACE : ReportText.REPLACED).with(w.file(), w.bytes());
                case UNCHANGED -> ReportText.UNCHANGED.with(w.file());
            };
        }

        @Override
        public void json(List<WrittenPaper> all, Json json) {
            json.field("dryRun", rehearsed).array("files");
            for (WrittenPaper w : all) {
                json.object()
                        .field("form", w.form().word())
                        .field("file", w.file().toString())
                        .field("state", state(w.state()))
                        .field("bytes", w.bytes())
                        .field("sha256", w.sha256())
                        .end();
            }
            json.end();
        }

        private static String state(WrittenPaper.State state) {
            return switch (state) {
                case NEW -> "new";
                case UNCHANGED -> "unchanged";
                case REPLACED -> "replaced";
            };
        }
    }
}
