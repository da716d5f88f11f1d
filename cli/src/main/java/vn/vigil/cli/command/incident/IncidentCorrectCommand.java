package vn.vigil.cli.command.incident;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.Correction;
import vn.vigil.incident.Field;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.Source;
import vn.vigil.incident.Zone;
import vn.vigil.people.Actor;

/** {@code vigil incident correct}: put right what was told; the original stays. */
@Command(name = "correct")
public final class IncidentCorrectCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--severity", paramLabel = "LEVEL")
    private Gravity severity;

    @Option(names = "--title", paramLabel = "TEXT")
    private String title;

    @Option(names = "--place", paramLabel = "TEXT")
    private String place;

    @Option(names = "--zone", paramLabel = "ZONE")
    private Zone zone;

    @Option(names = "--source", paramLabel = "SOURCE")
    private Source source;

    @Option(names = "--happened", paramLabel = "TIME")
    private String happened;

    @Option(names = "--until", paramLabel = "TIME")
    private String until;

    @Option(names = "--detected", paramLabel = "TIME")
    private String detected;

    @Option(names = "--restricted", paramLabel = "YES|NO")
    private YesNo restricted;

    @Option(names = "--not-camera", paramLabel = "CAMERA")
    private List<CameraId> notCameras = new ArrayList<>();

    @Option(names = "--event", paramLabel = "N")
    private int event;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--words", paramLabel = "TEXT")
    private String words;

    @Option(names = "--withdraw")
    private boolean withdraw;

    @Option(names = "--reopen")
    private boolean reopen;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    /** Yes or no. */
    enum YesNo {
        YES,
        NO
    }

    @Override
    protected ExitCode run() {
        Map<Field, String> fields = fields();
        boolean ofEvent = at != null || words != null || withdraw;
        boolean any = !fields.isEmpty() || !notCameras.isEmpty() || ofEvent;
        if (ofEvent != (event != 0) || reopen == any) {
            throw new VigilException(ErrorKind.USAGE, "VG-INCIDENT-CORRECT", IncidentLabel.CORRECT_WHAT.with());
        }
        if (reopen) {
            return tellChange("correct", vigil().incidents().reopen(actor(), incident, reason));
        }
        Actor actor = pinFile == null ? actor() : proved(pinFile);
        return tellChange(
                "correct",
                vigil().incidents()
                        .correct(
                                actor,
                                incident,
                                new Correction(fields, notCameras, event, time(at), words, withdraw, reason)));
    }

    private Map<Field, String> fields() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        put(fields, Field.KIND, kind);
        put(fields, Field.SEVERITY, severity == null ? null : severity.id());
        put(fields, Field.TITLE, title);
        put(fields, Field.PLACE, place);
        put(fields, Field.ZONE, zone == null ? null : zone.id());
        put(fields, Field.SOURCE, source == null ? null : source.id());
        put(fields, Field.HAPPENED, happened == null ? null : instant(happened).toString());
        put(fields, Field.UNTIL, until == null ? null : instant(until).toString());
        put(fields, Field.DETECTED, detected == null ? null : instant(detected).toString());
        put(fields, Field.RESTRICTED, restricted == null ? null : Boolean.toString(restricted == YesNo.YES));
        return fields;
    }

    private static void put(Map<Field, String> fields, Field field, String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
