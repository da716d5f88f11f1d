package vn.vigil.cli.command.incident;

import vn.vigil.base.CameraId;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.Incident;
import vn.vigil.incident.OpenIncident;

/** Shows incidents in rows. */
final class IncidentView implements RowView<Incident> {
    private final Out out;

    IncidentView(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "at", "state", "kind", "severity", "title", "place", "owner", "opened_by", "cameras"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            IncidentLabel.ID,
            IncidentLabel.AT,
            IncidentLabel.STATE,
            IncidentLabel.KIND,
            IncidentLabel.SEVERITY,
            IncidentLabel.TITLE,
            IncidentLabel.PLACE,
            IncidentLabel.OWNER,
            IncidentLabel.OPENED_BY,
            IncidentLabel.CAMERAS
        };
    }

    @Override
    public void cells(Incident i, Cells cells) {
        cells.add(i.id().toString()).add(out.time(i.told().happenedAt()));
        if (cells.forPeople()) {
            cells.add(
                    out.text((i.open() ? IncidentLabel.STATE_OPEN : IncidentLabel.STATE_CLOSED).with()),
                    i.open() ? Tone.WARNING : Tone.FAINT);
            cells.add(i.kind().name(out.lang()));
            cells.add(out.text(i.told().gravity().with()), tone(i.told().gravity()));
            cells.add(
                    i.masked()
                            ? out.text(IncidentLabel.MASKED.with())
                            : i.told().title());
        } else {
            cells.add(i.open() ? "open" : "closed")
                    .add(i.kind().word())
                    .add(i.told().gravity().id())
                    .add(i.told().title());
        }
        cells.add(i.told().place())
                .add(i.owner() == null ? "" : i.owner().value())
                .add(i.openedBy())
                .add(CaseView.cameras(i));
    }

    static Tone tone(Gravity gravity) {
        return switch (gravity) {
            case LOW -> Tone.FAINT;
            case MEDIUM -> Tone.WARNING;
            case HIGH -> Tone.BAD;
        };
    }

    @Override
    public void json(Incident i, Json json) {
        fields(i, json);
    }

    static void fields(Incident i, Json json) {
        json.field("id", i.id().toString())
                .field("state", i.open() ? "open" : "closed")
                .field("restricted", i.restricted())
                .field("masked", i.masked())
                .field("owner", i.owner() == null ? null : i.owner().value())
                .field("closedAt", i.closedAt());
        told(i.told(), json);
        json.field("openedAt", i.openedAt()).field("openedBy", i.openedBy());
    }

    static void told(OpenIncident t, Json json) {
        json.field("kind", t.kind())
                .field("severity", t.gravity().id())
                .field("title", t.title())
                .field("place", t.place())
                .field("zone", t.zone().id())
                .field("source", t.source().id())
                .field("happenedAt", t.happenedAt())
                .field("until", t.until())
                .field("detectedAt", t.detectedAt())
                .array("cameras");
        for (CameraId camera : t.cameras()) {
            json.value(camera.value());
        }
        json.end();
    }
}
