package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.Discovered;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** Something that may be a camera, as a row. */
final class DiscoveredRow implements RowView<Discovered> {
    private final Out out;

    DiscoveredRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "address", "name", "hardware", "location", "ports", "xaddr", "foreignXaddr", "onvif", "cameras"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            DiscoverViewText.ADDRESS,
            DiscoverViewText.NAME,
            DiscoverViewText.HARDWARE,
            DiscoverViewText.PORTS,
            DiscoverViewText.ONVIF,
            DiscoverViewText.INVENTORY
        };
    }

    @Override
    public void cells(Discovered d, Cells cells) {
        cells.add(d.address()).add(d.name()).add(d.hardware());
        String ports = joined(d.ports());
        String known = joined(ids(d));
        if (cells.forPeople()) {
            cells.add(ports);
            if (d.foreign()) {
                cells.add(out.text(DiscoverViewText.FOREIGN.with(d.xaddr())), Tone.WARNING);
            } else {
                cells.add(d.onvif(), Tone.FAINT);
            }
            cells.add(known, Tone.GOOD);
        } else {
            cells.add(d.location())
                    .add(ports)
                    .add(d.xaddr())
                    .add(d.foreign() ? "yes" : "no")
                    .add(d.onvif())
                    .add(known);
        }
    }

    @Override
    public void json(Discovered d, Json json) {
        json.field("address", d.address())
                .field("name", d.name())
                .field("hardware", d.hardware())
                .field("location", d.location());
        texts(json, "profiles", d.profiles());
        ports(json, d.ports());
        json.field("xaddr", d.xaddr()).field("foreignXaddr", d.foreign()).field("onvif", d.onvif());
        texts(json, "cameras", ids(d));
    }

    static void ports(Json json, List<Integer> ports) {
        json.array("ports");
        ports.forEach(json::value);
        json.end();
    }

    private static void texts(Json json, String name, List<String> texts) {
        json.array(name);
        texts.forEach(json::value);
        json.end();
    }

    private static List<String> ids(Discovered d) {
        List<String> ids = new ArrayList<>();
        for (CameraId id : d.cameras()) {
            ids.add(id.value());
        }
        return ids;
    }

    private static String joined(List<?> values) {
        StringBuilder all = new StringBuilder();
        for (Object value : values) {
            all.append(all.length() == 0 ? "" : ",").append(value);
        }
        return all.toString();
    }
}
