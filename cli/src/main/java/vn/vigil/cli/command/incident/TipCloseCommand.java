package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.SavedTip;

/** {@code vigil incident tip close}: nothing more is done about it. */
@Command(name = "close")
public final class TipCloseCommand extends IncidentCommand {
    @Parameters(paramLabel = "TIP")
    private CaseId tip;

    @Option(names = "--outcome", paramLabel = "TEXT", required = true)
    private String outcome;

    @Override
    protected ExitCode run() {
        SavedTip saved = vigil().incidents().tips().close(actor(), tip, outcome);
        tell("incident.tip.close", saved, new SavedTipView(dryRun()));
        return ExitCode.OK;
    }
}
