package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.upkeep.WorkFilter;
import vn.vigil.upkeep.WorkState;
import vn.vigil.upkeep.WorkStatus;

/** {@code vigil camera maintain list}: planned against done. */
@Command(name = "list")
public final class MaintainListCommand extends ListCommand {
    @Option(names = "--camera", paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--state", paramLabel = "STATE")
    private WorkState state;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Override
    protected ExitCode run() {
        WorkFilter filter = new WorkFilter(
                camera == null ? null : vigil().cameras().find(camera).id(),
                state,
                from == null ? null : instant(from),
                to == null ? null : instant(to));
        List<WorkStatus> works = vigil().upkeep().works(filter);
        if (works.isEmpty()) {
            note(UpkeepViewText.NO_WORKS.with());
        }
        out().list("camera.maintain.list", "works", works, new WorkRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
