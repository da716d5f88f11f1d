package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Footage;
import vn.vigil.camera.RecordingsReport;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.config.Setting;

/** {@code vigil camera recordings}: what is recorded of a span, and why what is missing is missing. */
@Command(name = "recordings")
public final class CameraRecordingsCommand extends ListCommand {
    /** A search has several answers. */
    private static final int ANSWERS = 3;

    private static final Duration DAY = Duration.ofDays(1);

    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Override
    protected ExitCode run() {
        TimeSpan asked = asked();
        Camera found = vigil().cameras().find(camera);
        Deadline deadline = Deadline.in(
                world(), vigil().config().duration(Setting.CAMERA_TIMEOUT).multipliedBy(ANSWERS));
        RecordingsReport report = vigil().cameras().recordings(found.id(), asked, deadline);
        if (out().format() == Format.JSON || out().format() == Format.TABLE) {
            out().show("camera.recordings", report, new RecordingsView(out()));
        } else {
            if (report.source() == Footage.Source.NOT_TOLD) {
                note(RecordView.NOT_TOLD.with());
            } else if (report.source() == Footage.Source.NONE) {
                note(RecordView.NO_RECORDER.with());
            }
            out().list("camera.recordings", "pieces", RecordingsView.pieces(report), new PieceRow(out()));
        }
        return exit(report);
    }

    /** The last 24 hours, when nobody says otherwise. */
    private TimeSpan asked() {
        if (from != null) {
            return span(from, to, length);
        }
        if (to != null) {
            throw new VigilException(ErrorKind.USAGE, "VG-TIME-SPAN", RecordView.TO_WITHOUT_FROM.with());
        }
        Instant now = world().now().truncatedTo(ChronoUnit.SECONDS);
        return new TimeSpan(now.minus(length == null ? DAY : duration(length)), now);
    }

    /** Told, with holes or without, is a success; a recorder that does not tell leaves the question open. */
    private static ExitCode exit(RecordingsReport report) {
        if (report.source() == Footage.Source.NOT_TOLD) {
            return ExitCode.FAILED;
        }
        return report.present().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.OK;
    }

    @Override
    protected boolean plain() {
        return false;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
