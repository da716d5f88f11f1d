package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Deadline;
import vn.vigil.base.Severity;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Diagnosis;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.config.Setting;

/** {@code vigil camera doctor}: where a conversation with a camera breaks, and what to do next. */
@Command(name = "doctor")
public final class CameraDoctorCommand extends ListCommand {
    /** Clock, services, stream, picture and recordings are several answers each. */
    private static final int ANSWERS = 8;

    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--no-login")
    private boolean noLogin;

    @Option(names = "--timeout", paramLabel = "LENGTH")
    private String timeout;

    @Override
    protected ExitCode run() {
        Camera found = vigil().cameras().find(camera);
        Duration each = timeout == null ? vigil().config().duration(Setting.CAMERA_TIMEOUT) : duration(timeout);
        Deadline whole = Deadline.in(world(), each.multipliedBy(ANSWERS));
        Diagnosis diagnosis = vigil().cameras().doctor(found.id(), !noLogin, each, whole);
        if (!diagnosis.saved() && !dryRun()) {
            note(RecordView.REFUSAL_NOT_SAVED.with());
        }
        show(diagnosis);
        return ExitCode.of(diagnosis.severity());
    }

    private void show(Diagnosis diagnosis) {
        Format form = out().format();
        if (form == Format.JSON) {
            out().show("camera.doctor", diagnosis, new DiagnosisView(out()));
        } else if (quiet() && diagnosis.severity() == Severity.OK) {
            return;
        } else if (form == Format.TABLE) {
            out().show("camera.doctor", diagnosis, new DiagnosisView(out()));
        } else {
            out().list("camera.doctor", "rungs", diagnosis.rungs(), new RungRow(out()));
        }
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    protected boolean plain() {
        return false;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN, ExitCode.NOT_FOUND);
    }
}
