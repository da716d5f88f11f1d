package vn.vigil.cli.command.incident;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.IncidentOpenedView;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.Incident;
import vn.vigil.incident.IncidentKind;
import vn.vigil.incident.Incidents;
import vn.vigil.incident.OpenIncident;

/** {@code vigil incident open}: something happened; put it on record. */
@Command(name = "open")
public final class IncidentOpenCommand extends CommandBase {
    @Option(names = "--kind", paramLabel = "KIND", required = true)
    private IncidentKind kind;

    @Option(names = "--severity", paramLabel = "LEVEL")
    private Gravity severity = Gravity.MEDIUM;

    @Option(names = "--title", paramLabel = "TEXT", required = true)
    private String title;

    @Option(names = "--place", paramLabel = "TEXT")
    private String place = "";

    @Option(names = "--at", paramLabel = "TIME")
    private String at = "now";

    @Option(names = "--camera", paramLabel = "CAMERA")
    private List<CameraId> cameras = new ArrayList<>();

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        OpenIncident told = new OpenIncident(kind, severity, title, place, instant(at), cameras);
        Incidents.Opened opened = vigil().incidents().open(actor(), told);
        List<CaseId> ids = new ArrayList<>();
        for (Incident incident : vigil().incidents().list()) {
            ids.add(incident.id());
        }
        keepNames("incident", ids);
        tell("incident.open", opened, new IncidentOpenedView(dryRun()));
        return ExitCode.OK;
    }
}
