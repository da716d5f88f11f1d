package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.upkeep.DoneWork;
import vn.vigil.upkeep.SavedWork;

/** {@code vigil camera maintain done}: work is done, with its parts and its cost. */
@Command(name = "done")
public final class MaintainDoneCommand extends UpkeepCommand {
    @Parameters(paramLabel = "WORK")
    private CaseId work;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--note", paramLabel = "TEXT")
    private String note;

    @Option(names = "--part", paramLabel = "PART")
    private List<String> parts = new ArrayList<>();

    @Option(names = "--cost", paramLabel = "AMOUNT")
    private String cost;

    @Option(names = "--photo", paramLabel = "REF")
    private String photo;

    @Override
    protected ExitCode run() {
        DoneWork told = new DoneWork(time("--at", at), note, parts, cost, photo, misread());
        SavedWork saved = vigil().upkeep().done(actor(), work, told);
        return tellWork("camera.maintain.done", saved, UpkeepViewText.DONE, UpkeepViewText.WOULD_DO);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
