package vn.vigil.cli.command.incident;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.IncidentFilter;

/** {@code vigil incident list}. */
@Command(name = "list")
public final class IncidentListCommand extends ListCommand {
    @Option(names = "--open")
    private boolean open;

    @Option(names = "--closed")
    private boolean closed;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private CameraId camera;

    @Option(names = "--text", paramLabel = "TEXT")
    private String text;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        if (open && closed) {
            throw new VigilException(ErrorKind.USAGE, "VG-INCIDENT-LIST", IncidentLabel.OPEN_OR_CLOSED.with());
        }
        TimeSpan within = from == null && to == null
                ? null
                : new TimeSpan(from == null ? Instant.EPOCH : instant(from), to == null ? instant("now") : instant(to));
        if (kind != null) {
            kind = vigil().incidents().kinds().get(kind).word();
        }
        Boolean state = open ? Boolean.TRUE : closed ? Boolean.FALSE : null;
        out().list(
                        "incident.list",
                        "incidents",
                        vigil().incidents().list(new IncidentFilter(state, kind, within, camera, text)),
                        new IncidentView(out()));
        return ExitCode.OK;
    }
}
