package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;
import vn.vigil.camera.AuditFinding;
import vn.vigil.camera.AuditReport;
import vn.vigil.camera.AuditVerdict;
import vn.vigil.camera.Camera;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** One finding of an audit as a row. */
final class AuditRow implements RowView<AuditRow.Item> {
    /** A finding and whose it is. */
    record Item(Camera camera, AuditFinding finding) {}

    private final Out out;

    AuditRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "point", "verdict", "reason", "found", "todo"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            AuditViewText.CAMERA, AuditViewText.POINT, AuditViewText.VERDICT, AuditViewText.FOUND, AuditViewText.TODO
        };
    }

    @Override
    public void cells(Item item, Cells cells) {
        AuditFinding f = item.finding();
        cells.add(item.camera().id().value()).add(f.point().word());
        if (cells.forPeople()) {
            cells.add(out.text(words(f.verdict()).with()), tone(f.verdict()));
        } else {
            cells.add(f.verdict().word()).add(f.reason().word());
        }
        cells.add(out.text(f.found())).add(out.text(f.todo()));
    }

    @Override
    public void json(Item item, Json json) {
        json.field("id", item.camera().id().value());
        finding(item.finding(), json);
    }

    /** A camera's whole report. */
    void report(AuditReport report, Json json) {
        json.field("id", report.camera().id().value())
                .field("name", report.camera().name())
                .field("verdict", report.verdict().word())
                .field(
                        "pinning",
                        report.pinning() == null ? null : report.pinning().word())
                .array("findings");
        for (AuditFinding finding : report.findings()) {
            json.object();
            finding(finding, json);
            json.end();
        }
        json.end();
    }

    private void finding(AuditFinding f, Json json) {
        json.field("point", f.point().word())
                .field("verdict", f.verdict().word())
                .field("reason", f.reason().word())
                .array("values");
        f.values().forEach(json::value);
        json.end().field("found", out.text(f.found())).field("todo", out.text(f.todo()));
    }

    private static AuditViewText words(AuditVerdict verdict) {
        return switch (verdict) {
            case OK -> AuditViewText.VERDICT_OK;
            case UNKNOWN -> AuditViewText.VERDICT_UNKNOWN;
            case WEAK -> AuditViewText.VERDICT_WEAK;
            case BAD -> AuditViewText.VERDICT_BAD;
        };
    }

    private static Tone tone(AuditVerdict verdict) {
        return switch (verdict) {
            case OK -> Tone.GOOD;
            case UNKNOWN, WEAK -> Tone.WARNING;
            case BAD -> Tone.BAD;
        };
    }
}
