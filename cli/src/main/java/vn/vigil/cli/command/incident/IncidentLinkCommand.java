package vn.vigil.cli.command.incident;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident link}: say what belongs to an incident. */
@Command(name = "link")
public final class IncidentLinkCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private CameraId camera;

    @Option(names = "--case", paramLabel = "CASE")
    private CaseId other;

    @Option(names = "--person", paramLabel = "NAME")
    private String person;

    @Option(names = "--document", paramLabel = "NUMBER")
    private String document;

    @Option(names = "--note", paramLabel = "TEXT")
    private String note;

    @Override
    protected ExitCode run() {
        List<String> refs = new ArrayList<>();
        if (camera != null) {
            refs.add("camera/" + camera);
        }
        if (other != null) {
            if (other.series().equals("EXT")) {
                vigil().extracts().get(other);
            }
            refs.add(other.toString());
        }
        if (person != null) {
            refs.add("person/" + person);
        }
        if (document != null) {
            refs.add("document/" + document);
        }
        if (refs.size() != 1) {
            throw new VigilException(ErrorKind.USAGE, "VG-INCIDENT-LINK", IncidentLabel.LINK_ONE.with());
        }
        return tellChange("link", vigil().incidents().link(actor(), incident, refs.get(0), note));
    }
}
