package vn.vigil.cli.command.incident;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.WrittenPapersView;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.WrittenPaper;
import vn.vigil.incident.Addressee;
import vn.vigil.incident.CaseFile;
import vn.vigil.incident.PaperKind;
import vn.vigil.incident.PaperRequest;
import vn.vigil.text.Lang;

/** {@code vigil incident export}: the quick report or the case file as documents. */
@Command(name = "export")
public final class IncidentExportCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--paper", paramLabel = "PAPER")
    private PaperKind paper = PaperKind.QUICK_REPORT;

    @Option(names = "--to", paramLabel = "WHO", split = ",")
    private List<Addressee> to = new ArrayList<>();

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--format", paramLabel = "FORM", split = ",")
    private List<PaperForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--document-lang", paramLabel = "LANG")
    private Lang documentLang = Lang.VI;

    @Option(names = "--reveal")
    private boolean reveal;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        CaseFile file = reveal && vigil().incidents().get(incident).restricted()
                ? vigil().incidents().reveal(proved(pinFile), incident)
                : vigil().incidents().file(incident);
        List<Message> notes = new ArrayList<>();
        PaperRequest asked = new PaperRequest(paper, documentLang, to, number, date == null ? null : date(date));
        Paper made = vigil().incidents().paper(file, asked, notes);
        List<PaperForm> wanted = forms.isEmpty() ? List.of(PaperForm.DOCX, PaperForm.PDF) : forms;
        String kind = paper == PaperKind.QUICK_REPORT ? "-bao-cao-nhanh" : "-ho-so";
        Path prefix = output != null ? output : Path.of(incident + kind);
        List<WrittenPaper> written =
                Papers.write(made, List.copyOf(new LinkedHashSet<>(wanted)), prefix, force, dryRun());
        notes.forEach(this::note);
        tell("incident.export", written, new WrittenPapersView(dryRun()));
        return ExitCode.OK;
    }
}
