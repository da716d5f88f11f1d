package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.FleetFigures;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** The figures of some days: each camera, then all together, essential ones apart. */
final class HistoryView implements View<List<CameraFigures>> {
    private final Out out;
    private final Days period;

    HistoryView(Out out, Days period) {
        this.out = out;
        this.period = period;
    }

    @Override
    public void text(List<CameraFigures> all, Out to) {
        out.line(RecordView.PERIOD.with(period.from(), period.to().minusDays(1)), Tone.STRONG);
        if (all.isEmpty()) {
            return;
        }
        out.list("camera.history", "cameras", all, new FigureRow(out));
        fleet(RecordView.FLEET, FleetFigures.of(all));
        List<CameraFigures> essential = essential(all);
        if (!essential.isEmpty() && essential.size() < all.size()) {
            fleet(RecordView.FLEET_ESSENTIAL, FleetFigures.of(essential));
        }
    }

    private void fleet(RecordView name, FleetFigures f) {
        String what = out.text(name.with(f.cameras()));
        if (f.availability() < 0) {
            out.line(RecordView.FLEET_NO_DATA.with(what));
        } else if (f.looks() < FigureRow.ENOUGH) {
            out.line(RecordView.FLEET_FEW.with(what, f.looks(), f.outages()));
        } else {
            out.line(RecordView.FLEET_SHARE.with(
                    what,
                    FigureText.percent(f.availability()),
                    FigureText.percent(f.gross()),
                    FigureText.percent(f.coverage()),
                    f.outages(),
                    f.looks()));
        }
    }

    private static List<CameraFigures> essential(List<CameraFigures> all) {
        List<CameraFigures> essential = new ArrayList<>();
        for (CameraFigures f : all) {
            if (f.essential()) {
                essential.add(f);
            }
        }
        return essential;
    }

    @Override
    public void json(List<CameraFigures> all, Json json) {
        json.field("from", period.from().toString())
                .field("to", period.to().toString())
                .array("cameras");
        FigureRow row = new FigureRow(out);
        for (CameraFigures f : all) {
            json.object();
            row.json(f, json);
            json.end();
        }
        json.end();
        fleet("fleet", FleetFigures.of(all), json);
        fleet("essentialFleet", FleetFigures.of(essential(all)), json);
    }

    private static void fleet(String name, FleetFigures f, Json json) {
        json.object(name).field("cameras", f.cameras());
        FigureRow.sums(f, json);
        json.end();
    }
}
