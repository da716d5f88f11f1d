package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.plan.Published;

/** {@code vigil roster publish}: seals a roster. */
@Command(name = "publish")
public final class RosterPublishCommand extends PlanCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--with-gaps")
    private boolean withGaps;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        PlanDays days = days(from, to, month, null, null);
        Published made = vigil().plans().publish(actor(), days.from(), days.to(), number, withGaps, reason);
        if (made.shortNotice()) {
            warn(PlanViewText.SHORT_NOTICE.with(made.workingDays()));
        }
        tell("roster.publish", made, new PublishedView(dryRun()));
        return ExitCode.OK;
    }
}
