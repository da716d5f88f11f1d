package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera survey propose}: a surveyed position goes to the next meeting. */
@Command(name = "propose")
public final class SurveyProposeCommand extends UpkeepCommand {
    @Parameters(paramLabel = "SURVEY")
    private CaseId survey;

    @Override
    protected ExitCode run() {
        return tellSurvey(
                "camera.survey.propose",
                vigil().upkeep().propose(actor(), survey),
                UpkeepViewText.PROPOSED,
                UpkeepViewText.WOULD_PROPOSE);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
