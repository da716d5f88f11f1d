package vn.vigil.cli.command.camera;

import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.FleetFigures;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/**
 * A camera's figures as a row. A share of fewer than five looks is no share: their number stands instead. What nobody measured is
 * said to be without data and is never zero.
 */
final class FigureRow implements RowView<CameraFigures> {
    /** From this many looks on a percentage says something. */
    static final int ENOUGH = 5;

    private final Out out;

    FigureRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id",
            "name",
            "essential",
            "looks",
            "availability",
            "grossAvailability",
            "coverage",
            "degradedShare",
            "outages",
            "driftMs",
            "fps",
            "kbps",
            "loss",
            "recordedSeconds",
            "holeSeconds",
            "recordedDays",
            "totalSeconds",
            "upSeconds",
            "degradedSeconds",
            "downSeconds",
            "plannedSeconds",
            "notCheckedSeconds"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            RecordView.CAMERA,
            RecordView.NAME,
            RecordView.AVAILABILITY,
            RecordView.CHECKED,
            RecordView.DEGRADED,
            RecordView.OUTAGES,
            RecordView.DRIFT,
            RecordView.FPS,
            RecordView.KBPS,
            RecordView.LOSS,
            RecordView.RECORDED,
            RecordView.HOLES
        };
    }

    @Override
    public void cells(CameraFigures f, Cells cells) {
        FleetFigures sums = FleetFigures.of(List.of(f));
        cells.add(f.camera().value() + (cells.forPeople() && f.essential() ? " ●" : ""))
                .add(f.name());
        if (cells.forPeople()) {
            people(f, sums, cells);
        } else {
            programs(f, sums, cells);
        }
    }

    private void people(CameraFigures f, FleetFigures sums, Cells cells) {
        boolean told = f.recordedDays() > 0;
        cells.add(share(sums.availability(), f.looks()), f.down() > 0 ? Tone.WARNING : Tone.PLAIN)
                .add(sums.coverage() < 0 ? none() : FigureText.percent(sums.coverage()))
                .add(share(sums.degradedShare(), f.looks()))
                .add(f.looks() == 0 ? none() : Integer.toString(f.outages()))
                .add(f.drift() == null ? none() : CameraFields.length(f.drift(), true))
                .add(f.framesPerSecond() == 0 ? none() : FigureText.decimals(f.framesPerSecond(), 1))
                .add(f.kilobitsPerSecond() == 0 ? none() : Long.toString(f.kilobitsPerSecond()))
                .add(sums.loss() < 0 ? none() : share(sums.loss(), f.looks()))
                .add(told ? FigureText.decimals(f.recorded() / 3600.0, 1) + " h" : none())
                .add(told ? FigureText.decimals(f.holes() / 3600.0, 1) + " h" : none());
    }

    private String none() {
        return "–";
    }

    private String share(double share, int looks) {
        if (share < 0) {
            return out.text(RecordView.NO_DATA.with());
        }
        return looks < ENOUGH ? out.text(RecordView.FEW_LOOKS.with(looks)) : FigureText.percent(share);
    }

    private void programs(CameraFigures f, FleetFigures sums, Cells cells) {
        boolean told = f.recordedDays() > 0;
        cells.add(f.essential() ? "yes" : "no")
                .add(f.looks())
                .add(plain(sums.availability(), f.looks()))
                .add(plain(sums.gross(), f.looks()))
                .add(sums.coverage() < 0 ? "" : number(sums.coverage()))
                .add(plain(sums.degradedShare(), f.looks()))
                .add(f.outages())
                .add(f.drift() == null ? "" : Long.toString(f.drift().toMillis()))
                .add(f.framesPerSecond() == 0 ? "" : FigureText.decimals(f.framesPerSecond(), 1))
                .add(f.kilobitsPerSecond() == 0 ? "" : Long.toString(f.kilobitsPerSecond()))
                .add(sums.loss() < 0 ? "" : number(sums.loss()))
                .add(told ? Long.toString(f.recorded()) : "")
                .add(told ? Long.toString(f.holes()) : "")
                .add(f.recordedDays())
                .add(f.total())
                .add(f.up())
                .add(f.degraded())
                .add(f.down())
                .add(f.planned())
                .add(f.notChecked());
    }

    private static String plain(double share, int looks) {
        return share < 0 || looks < ENOUGH ? "" : number(share);
    }

    private static String number(double share) {
        return FigureText.decimals(share, 6);
    }

    @Override
    public void json(CameraFigures f, Json json) {
        json.field("id", f.camera().value()).field("name", f.name()).field("essential", f.essential());
        sums(FleetFigures.of(List.of(f)), json);
        if (f.drift() == null) {
            json.field("driftMs", (String) null);
        } else {
            json.field("driftMs", f.drift().toMillis());
        }
        number("fps", f.framesPerSecond() == 0 ? -1 : Math.round(f.framesPerSecond() * 10) / 10.0, json);
        number("kbps", f.kilobitsPerSecond() == 0 ? -1 : f.kilobitsPerSecond(), json);
    }

    /** What can be added up, of one camera or of many. */
    static void sums(FleetFigures f, Json json) {
        boolean enough = f.looks() >= ENOUGH;
        json.field("looks", f.looks());
        number("availability", enough ? f.availability() : -1, json);
        number("grossAvailability", enough ? f.gross() : -1, json);
        number("coverage", f.coverage(), json);
        number("degradedShare", enough ? f.degradedShare() : -1, json);
        json.field("outages", f.outages());
        number("loss", f.loss(), json);
        if (f.recordedDays() > 0) {
            json.field("recordedSeconds", f.recorded()).field("holeSeconds", f.holes());
        } else {
            json.field("recordedSeconds", (String) null).field("holeSeconds", (String) null);
        }
        json.field("recordedDays", f.recordedDays())
                .field("totalSeconds", f.total())
                .field("upSeconds", f.up())
                .field("degradedSeconds", f.degraded())
                .field("downSeconds", f.down())
                .field("plannedSeconds", f.planned())
                .field("plannedDownSeconds", f.plannedDown());
    }

    /** Null for what is not known, which is given as a negative number. */
    private static void number(String name, double value, Json json) {
        if (value < 0) {
            json.field(name, (String) null);
        } else {
            json.field(name, FigureText.share(value));
        }
    }
}
