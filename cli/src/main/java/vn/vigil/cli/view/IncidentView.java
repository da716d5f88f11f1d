package vn.vigil.cli.view;

import vn.vigil.base.CameraId;
import vn.vigil.base.MessageKey;
import vn.vigil.incident.Incident;

/** Shows incidents, one alone or many in rows. */
public final class IncidentView implements RowView<Incident>, View<Incident> {
    private final Out out;

    /** @param out tells the zone for local times */
    public IncidentView(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "at", "kind", "severity", "title", "place", "opened_by", "cameras"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            IncidentLabel.ID,
            IncidentLabel.AT,
            IncidentLabel.KIND,
            IncidentLabel.SEVERITY,
            IncidentLabel.TITLE,
            IncidentLabel.PLACE,
            IncidentLabel.OPENED_BY,
            IncidentLabel.CAMERAS
        };
    }

    @Override
    public void cells(Incident i, Cells cells) {
        cells.add(i.id().toString());
        cells.add(out.time(i.told().happenedAt()));
        cells.add(i.told().kind().word());
        cells.add(i.told().gravity().word());
        cells.add(i.told().title());
        cells.add(i.told().place());
        cells.add(i.openedBy());
        cells.add(cameras(i));
    }

    @Override
    public void text(Incident i, Out to) {
        Cells cells = new Cells(false);
        cells(i, cells);
        MessageKey[] names = headings();
        int width = 0;
        for (MessageKey name : names) {
            width = Math.max(width, Width.of(to.text(name.with())) + 2);
        }
        for (int n = 0; n < names.length; n++) {
            to.pair(to.text(names[n].with()), width, cells.texts.get(n));
        }
    }

    @Override
    public void json(Incident i, Json json) {
        fields(i, json);
    }

    static void fields(Incident i, Json json) {
        json.field("id", i.id().toString())
                .field("kind", i.told().kind().word())
                .field("severity", i.told().gravity().word())
                .field("title", i.told().title())
                .field("place", i.told().place())
                .field("happenedAt", i.told().happenedAt())
                .field("openedAt", i.openedAt())
                .field("openedBy", i.openedBy())
                .array("cameras");
        for (CameraId camera : i.told().cameras()) {
            json.value(camera.value());
        }
        json.end();
    }

    private static String cameras(Incident i) {
        StringBuilder text = new StringBuilder();
        for (CameraId camera : i.told().cameras()) {
            text.append(text.length() == 0 ? "" : " ").append(camera);
        }
        return text.toString();
    }
}
