package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.SavedTip;

/** {@code vigil incident tip more}: what whoever told a tip adds later, by its code. */
@Command(name = "more")
public final class TipMoreCommand extends IncidentCommand {
    @Parameters(index = "0", paramLabel = "CODE")
    private String code;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text;

    @Override
    protected ExitCode run() {
        SavedTip saved = vigil().incidents().tips().more(actor(), code, text);
        out().show("incident.tip.more", saved, new SavedTipView(dryRun()));
        return ExitCode.OK;
    }
}
