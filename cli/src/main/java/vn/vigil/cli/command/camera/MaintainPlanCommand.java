package vn.vigil.cli.command.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.upkeep.MaintenanceSpan;
import vn.vigil.upkeep.PlanWork;
import vn.vigil.upkeep.SavedWork;
import vn.vigil.upkeep.WorkKind;

/** {@code vigil camera maintain plan}: announces work on cameras, or puts it on record afterwards. */
@Command(name = "plan")
public final class MaintainPlanCommand extends UpkeepCommand {
    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--kind", paramLabel = "KIND")
    private WorkKind kind;

    @Option(names = "--what", paramLabel = "TEXT")
    private String what;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--by", paramLabel = "PERSON")
    private String by;

    @Option(names = "--firm", paramLabel = "NAME")
    private String firm;

    @Option(names = "--planned-cost", paramLabel = "AMOUNT")
    private String plannedCost;

    @Option(names = "--every", paramLabel = "PERIOD")
    private String every;

    @Option(names = "--next", paramLabel = "WORK")
    private CaseId next;

    @Override
    protected ExitCode run() {
        Instant start = time("--from", from);
        PlanWork told = new PlanWork(
                kind,
                what,
                cameras(cameras),
                start,
                end(start, to, length),
                by,
                firm,
                plannedCost,
                every,
                next,
                yes(),
                misread());
        SavedWork saved = vigil().upkeep().plan(actor(), told);
        boolean planned = false;
        for (MaintenanceSpan span : saved.status().work().spans()) {
            planned |= span.plannedBeforehand();
        }
        if (planned) {
            return tellWork("camera.maintain.plan", saved, UpkeepViewText.PLANNED, UpkeepViewText.WOULD_PLAN);
        }
        if (!saved.unchanged()) {
            note(UpkeepViewText.ENTERED_LATE.with());
        }
        return tellWork("camera.maintain.plan", saved, UpkeepViewText.RECORDED, UpkeepViewText.WOULD_RECORD);
    }
}
