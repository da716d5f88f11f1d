package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.camera.AdvisoriesImported;
import vn.vigil.camera.AuditFinding;
import vn.vigil.camera.AuditReport;
import vn.vigil.camera.AuditRequest;
import vn.vigil.camera.AuditResult;
import vn.vigil.camera.AuditVerdict;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;
import vn.vigil.people.Actor;

/** {@code vigil camera audit}: looks for the weak points of cameras. */
@Command(name = "audit")
public final class CameraAuditCommand extends ListCommand {
    /** An audit puts some two dozen questions, most of them quick. */
    private static final int ANSWERS = 8;

    private static final Duration WHOLE = Duration.ofMinutes(15);

    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--group", paramLabel = "GROUP")
    private String group;

    @Option(names = "--try-default-passwords")
    private boolean tryDefaultPasswords;

    @Option(names = "--pin")
    private boolean pin;

    @Option(names = "--import-advisories", paramLabel = "FILE")
    private Path advisories;

    @Option(names = "--timeout", paramLabel = "LENGTH")
    private String timeout;

    @Option(names = "--deadline", paramLabel = "LENGTH")
    private String deadline;

    @Override
    protected ExitCode run() {
        if (advisories != null) {
            AdvisoriesImported imported = vigil().cameras().importAdvisories(advisories, actor());
            tell("camera.audit.import", imported, new ImportedView(dryRun()));
            return ExitCode.OK;
        }
        // Who only looks needs no name: cron has none.
        Actor actor = pin || tryDefaultPasswords ? actor() : null;
        AuditResult result = vigil().cameras().audit(request(), actor, progress());
        Out out = out();
        AuditRow row = new AuditRow(out);
        if (out.format() == Format.JSON) {
            out.show("camera.audit", result, new ResultView(row));
        } else {
            out.list("camera.audit", "findings", items(result), row);
            out.flush();
        }
        explain(result);
        return ExitCode.of(result.verdict().severity());
    }

    private AuditRequest request() {
        List<CameraId> ids = new ArrayList<>();
        for (String text : cameras) {
            CameraId id = vigil().cameras().find(text).id();
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        Duration answer = timeout == null ? vigil().config().duration(Setting.CAMERA_TIMEOUT) : duration(timeout);
        return new AuditRequest(
                ids,
                group,
                tryDefaultPasswords,
                pin,
                yes(),
                answer,
                answer.multipliedBy(ANSWERS),
                deadline == null ? WHOLE : duration(deadline));
    }

    private List<AuditRow.Item> items(AuditResult result) {
        List<AuditRow.Item> items = new ArrayList<>();
        for (AuditReport report : result.cameras()) {
            for (AuditFinding finding : report.findings()) {
                if (!quiet() || finding.verdict() != AuditVerdict.OK) {
                    items.add(new AuditRow.Item(report.camera(), finding));
                }
            }
        }
        return items;
    }

    private void explain(AuditResult result) {
        if (result.tableImportedAt() == null) {
            note(AuditViewText.TABLE.with(result.tableRows(), result.tableDate()));
        } else {
            note(AuditViewText.TABLE_IMPORTED.with(
                    result.tableRows(), result.tableDate(), out().time(result.tableImportedAt())));
        }
        if (result.tableStale()) {
            note(AuditViewText.TABLE_STALE.with());
        }
        if (!result.passwordsTried()) {
            note(AuditViewText.PASSWORDS_NOT_TRIED.with());
        }
        for (AuditReport report : result.cameras()) {
            pinning(report);
        }
    }

    private void pinning(AuditReport report) {
        if (report.pinning() == null) {
            return;
        }
        AuditViewText text =
                switch (report.pinning()) {
                    case PINNED -> dryRun() ? AuditViewText.WOULD_PIN : AuditViewText.PINNED;
                    case REPLACED -> dryRun() ? AuditViewText.WOULD_PIN : AuditViewText.PIN_REPLACED;
                    case CONFLICT -> AuditViewText.PIN_CONFLICT;
                    case NO_KEY -> AuditViewText.PIN_NO_KEY;
                    case UNCHANGED -> null;
                };
        if (text != null) {
            note(text.with(report.camera().id()));
        }
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    private record ResultView(AuditRow row) implements View<AuditResult> {
        @Override
        public void text(AuditResult r, Out out) {
            throw new IllegalStateException("shown as a list");
        }

        @Override
        public void json(AuditResult r, Json json) {
            json.field("auditedAt", r.auditedAt())
                    .object("advisories")
                    .field("date", r.tableDate().toString())
                    .field("importedAt", r.tableImportedAt())
                    .field("rows", r.tableRows())
                    .field("stale", r.tableStale())
                    .end()
                    .field("defaultPasswordsTried", r.passwordsTried())
                    .field("verdict", r.verdict().word())
                    .array("cameras");
            for (AuditReport report : r.cameras()) {
                json.object();
                row.report(report, json);
                json.end();
            }
            json.end();
        }
    }

    private record ImportedView(boolean dryRun) implements View<AdvisoriesImported> {
        @Override
        public void text(AdvisoriesImported i, Out out) {
            AuditViewText text = i.unchanged()
                    ? AuditViewText.IMPORT_UNCHANGED
                    : dryRun ? AuditViewText.WOULD_IMPORT : AuditViewText.IMPORTED;
            out.line(text.with(i.rows(), i.date()));
        }

        @Override
        public void json(AdvisoriesImported i, Json json) {
            json.field("date", i.date().toString()).field("rows", i.rows()).field("unchanged", i.unchanged());
        }
    }
}
