package vn.vigil.cli.command.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.intake.Intake;
import vn.vigil.intake.IntakeReport;

/** {@code vigil import}: the first day, from one workbook. */
@Command(name = "import")
public final class ImportCommand extends CommandBase {
    @Parameters(arity = "0..1", paramLabel = "FILE")
    private Path file;

    @Option(names = "--template", paramLabel = "FILE")
    private Path template;

    @Override
    protected ExitCode run() {
        if ((file == null) == (template == null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-INTAKE-WHAT", SiteText.IMPORT_WHAT.with())
                    .next(SiteText.IMPORT_WHAT_NEXT.with());
        }
        if (template != null) {
            boolean written = Intake.writeTemplate(template, lang(), dryRun());
            tell("import.template", written, new TemplateView(template, dryRun()));
            return ExitCode.OK;
        }
        IntakeReport report = vigil().intake().read(actor(), file);
        for (Message told : report.told()) {
            note(told);
        }
        keep();
        tell("import", report, new ReportView(dryRun()));
        return ExitCode.OK;
    }

    /** Keeps the names of people and cameras for completion. */
    private void keep() {
        List<String> people = new ArrayList<>();
        vigil().people().list(false).forEach(m -> people.add(m.id().value()));
        keepNames("person", people);
        List<String> cameras = new ArrayList<>();
        vigil().cameras().list().forEach(c -> cameras.add(c.id().value()));
        keepNames("camera", cameras);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    private record TemplateView(Path file, boolean dryRun) implements View<Boolean> {
        @Override
        public void text(Boolean written, Out out) {
            SiteText what = !written
                    ? SiteText.TEMPLATE_UNCHANGED
                    : dryRun ? SiteText.WOULD_WRITE_TEMPLATE : SiteText.TEMPLATE_WRITTEN;
            out.line(what.with(file.toString()));
        }

        @Override
        public void json(Boolean written, Json json) {
            json.field("file", file.toString()).field("changed", written).field("dryRun", dryRun);
        }
    }

    private record ReportView(boolean dryRun) implements View<IntakeReport> {
        @Override
        public void text(IntakeReport report, Out out) {
            boolean changed = false;
            for (IntakeReport.Part part : report.parts()) {
                changed |= !part.added().isEmpty();
                out.line(SiteText.IMPORTED_SHEET.with(
                        part.sheet().with(),
                        part.added().size(),
                        part.unchanged().size()));
            }
            out.line((!changed ? SiteText.IMPORT_UNCHANGED : dryRun ? SiteText.WOULD_IMPORT : SiteText.IMPORT_DONE)
                    .with());
        }

        @Override
        public void json(IntakeReport report, Json json) {
            json.field("dryRun", dryRun).array("sheets");
            for (IntakeReport.Part part : report.parts()) {
                json.object().field("sheet", part.sheet().id());
                texts("added", part.added(), json);
                texts("unchanged", part.unchanged(), json);
                json.end();
            }
            json.end();
        }

        private static void texts(String name, List<String> texts, Json json) {
            json.array(name);
            for (String text : texts) {
                json.value(text);
            }
            json.end();
        }
    }
}
