package vn.vigil.cli.command.camera;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.CameraSpan;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;

/** {@code vigil camera history}: figures of days, months and quarters, and when cameras changed their state. Contacts nobody. */
@Command(name = "history")
public final class CameraHistoryCommand extends ListCommand {
    private static final String MONTH = "30";

    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--quarter", paramLabel = "QUARTER")
    private String quarter;

    @Option(names = "--days", paramLabel = "N")
    private String days;

    @Option(names = "--essential")
    private boolean essential;

    @Option(names = "--transitions", paramLabel = "CAMERA")
    private String transitions;

    @Override
    protected ExitCode run() {
        Days period = period();
        if (transitions != null) {
            return transitions(vigil().cameras().find(transitions).id(), period);
        }
        List<CameraFigures> figures = chosen(vigil().cameras().figures(period.from(), period.to()));
        if (figures.isEmpty()) {
            note(RecordView.NO_CAMERAS.with());
        }
        HistoryView view = new HistoryView(out(), period);
        if (out().format() == Format.JSON || out().format() == Format.TABLE) {
            out().show("camera.history", figures, view);
        } else {
            out().list("camera.history", "cameras", figures, new FigureRow(out()));
        }
        return ExitCode.OK;
    }

    private ExitCode transitions(CameraId camera, Days period) {
        ZoneId zone = vigil().zone();
        TimeSpan within = new TimeSpan(
                period.from().atStartOfDay(zone).toInstant(),
                period.to().atStartOfDay(zone).toInstant());
        List<CameraSpan> spans = vigil().cameras().spans(camera, within);
        if (spans.isEmpty()) {
            note(RecordView.NO_DATA.with());
        }
        out().list("camera.history.transitions", "spans", spans, new SpanRow(out(), world().now()));
        return ExitCode.OK;
    }

    /** Named cameras that are in the inventory, or were then. */
    private List<CameraFigures> chosen(List<CameraFigures> all) {
        List<CameraId> wanted = new ArrayList<>();
        for (String text : cameras) {
            CameraId known = null;
            for (CameraFigures f : all) {
                known = f.camera().value().equals(text) ? f.camera() : known;
            }
            wanted.add(known != null ? known : vigil().cameras().find(text).id());
        }
        List<CameraFigures> chosen = new ArrayList<>();
        for (CameraFigures f : all) {
            if ((wanted.isEmpty() || wanted.contains(f.camera())) && (f.essential() || !essential)) {
                chosen.add(f);
            }
        }
        return chosen;
    }

    /** The last 30 days, when nobody says otherwise. */
    private Days period() {
        int said = (from != null || to != null ? 1 : 0) + (quarter != null ? 1 : 0) + (days != null ? 1 : 0);
        if (said > 1) {
            throw refuse(RecordView.ONE_PERIOD);
        }
        LocalDate today = LocalDate.ofInstant(world().now(), vigil().zone());
        if (quarter != null) {
            return Days.quarter(quarter);
        }
        if (from == null) {
            if (to != null) {
                throw refuse(RecordView.TO_WITHOUT_FROM);
            }
            return Days.last(days == null ? MONTH : days, today);
        }
        Days period = new Days(date(from), to == null ? today.plusDays(1) : date(to));
        if (!period.from().isBefore(period.to())) {
            throw refuse(RecordView.PERIOD_BACKWARDS);
        }
        return period;
    }

    private static VigilException refuse(RecordView why) {
        return new VigilException(ErrorKind.USAGE, "VG-TIME-PERIOD", RecordView.BAD_PERIOD.with()).why(why.with());
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
