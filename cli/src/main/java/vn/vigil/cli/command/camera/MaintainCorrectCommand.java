package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.upkeep.CorrectWork;
import vn.vigil.upkeep.DoneWork;

/** {@code vigil camera maintain correct}: puts facts about a work right, with the reason. */
@Command(name = "correct")
public final class MaintainCorrectCommand extends UpkeepCommand {
    @Parameters(paramLabel = "WORK")
    private CaseId work;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--what", paramLabel = "TEXT")
    private String what;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--by", paramLabel = "PERSON")
    private String by;

    @Option(names = "--firm", paramLabel = "NAME")
    private String firm;

    @Option(names = "--planned-cost", paramLabel = "AMOUNT")
    private String plannedCost;

    @Option(names = "--every", paramLabel = "PERIOD")
    private String every;

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
        CorrectWork told = new CorrectWork(
                what,
                time("--from", from),
                time("--to", to),
                by,
                firm,
                plannedCost,
                every,
                new DoneWork(time("--at", at), note, parts, cost, photo, misread()),
                reason,
                yes());
        return tellWork(
                "camera.maintain.correct",
                vigil().upkeep().correct(actor(), work, told),
                UpkeepViewText.CORRECTED,
                UpkeepViewText.WOULD_CORRECT);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
