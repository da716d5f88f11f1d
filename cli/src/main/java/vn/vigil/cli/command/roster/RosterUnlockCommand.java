package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.SlotKey;

/** {@code vigil roster unlock}: lets generating change seats again. */
@Command(name = "unlock")
public final class RosterUnlockCommand extends PlanCommand {
    @Parameters(arity = "1..*", paramLabel = "SLOT")
    private List<String> slots = new ArrayList<>();

    @Override
    protected ExitCode run() {
        List<SlotKey> keys = new ArrayList<>();
        for (String text : slots) {
            keys.add(slot(text));
        }
        tell("roster.unlock", vigil().plans().lock(actor(), keys, false), new LockedView(dryRun(), false));
        return ExitCode.OK;
    }
}
