package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.upkeep.AddSurvey;
import vn.vigil.upkeep.Priority;

/** {@code vigil camera survey add}: a position was surveyed for a new or moved camera. */
@Command(name = "add")
public final class SurveyAddCommand extends UpkeepCommand {
    @Option(names = "--place", paramLabel = "PLACE")
    private String place;

    @Option(names = "--why", paramLabel = "TEXT")
    private String why;

    @Option(names = "--priority", paramLabel = "LEVEL")
    private Priority priority = Priority.MEDIUM;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--cost", paramLabel = "AMOUNT")
    private String cost;

    @Option(names = "--photo", paramLabel = "REF")
    private String photo;

    @Option(names = "--by", paramLabel = "PERSON")
    private String by;

    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Override
    protected ExitCode run() {
        AddSurvey told = new AddSurvey(
                place,
                why,
                priority,
                photo,
                by,
                day("--on", on),
                camera == null ? null : cameras(List.of(camera)).get(0),
                cost,
                misread());
        return tellSurvey(
                "camera.survey.add",
                vigil().upkeep().survey(actor(), told),
                UpkeepViewText.RECORDED,
                UpkeepViewText.WOULD_RECORD);
    }
}
