package vn.vigil.cli.command.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.AlertCamera;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera alert list}: what is wrong now, or was. */
@Command(name = "list")
public final class AlertListCommand extends ListCommand {
    @Option(names = "--all")
    private boolean all;

    @Option(names = "--state", paramLabel = "STATE")
    private Alert.State state;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private String camera;

    @Override
    protected ExitCode run() {
        if (all && state != null) {
            throw new VigilException(ErrorKind.USAGE, "VG-ALERT-CHOICE", AlertViewText.BAD_STATE_CHOICE.with());
        }
        Instant now = world().now();
        List<Alert> chosen = new ArrayList<>();
        for (Alert a : vigil().alerts().list(all || state == Alert.State.CLOSED)) {
            if ((state == null || a.state(now) == state) && concerns(a)) {
                chosen.add(a);
            }
        }
        if (chosen.isEmpty()) {
            note(AlertViewText.LIST_EMPTY.with());
        }
        out().list("camera.alert.list", "alerts", chosen, new AlertRow(out(), now));
        return ExitCode.OK;
    }

    private boolean concerns(Alert a) {
        boolean found = camera == null;
        for (AlertCamera c : a.cameras()) {
            found |= c.camera().value().equals(camera);
        }
        return found;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
