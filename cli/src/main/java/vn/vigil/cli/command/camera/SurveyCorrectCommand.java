package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.upkeep.AddSurvey;
import vn.vigil.upkeep.Priority;

/** {@code vigil camera survey correct}: puts facts about a survey right, with the reason. */
@Command(name = "correct")
public final class SurveyCorrectCommand extends UpkeepCommand {
    @Parameters(paramLabel = "SURVEY")
    private CaseId survey;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--place", paramLabel = "PLACE")
    private String place;

    @Option(names = "--why", paramLabel = "TEXT")
    private String why;

    @Option(names = "--priority", paramLabel = "LEVEL")
    private Priority priority;

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
                "camera.survey.correct",
                vigil().upkeep().correct(actor(), survey, told, reason),
                UpkeepViewText.CORRECTED,
                UpkeepViewText.WOULD_CORRECT);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
