package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.SlotKey;

/** {@code vigil roster lock}: has generating leave seats alone. */
@Command(name = "lock")
public final class RosterLockCommand extends PlanCommand {
    @Parameters(arity = "1..*", paramLabel = "SLOT")
    private List<String> slots = new ArrayList<>();

    @Override
    protected ExitCode run() {
        List<SlotKey> keys = new ArrayList<>();
        for (String text : slots) {
            keys.add(slot(text));
        }
        tell("roster.lock", vigil().plans().lock(actor(), keys, true), new LockedView(dryRun(), true));
        return ExitCode.OK;
    }
}
