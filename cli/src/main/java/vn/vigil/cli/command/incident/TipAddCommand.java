package vn.vigil.cli.command.incident;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.incident.NewTip;
import vn.vigil.incident.SavedTip;

/** {@code vigil incident tip add}: take a tip down. */
@Command(name = "add")
public final class TipAddCommand extends IncidentCommand {
    @Parameters(paramLabel = "TEXT")
    private String text;

    @Option(names = "--place", paramLabel = "TEXT")
    private String place;

    @Option(names = "--about", paramLabel = "TIME")
    private String about;

    @Option(names = "--source-file", paramLabel = "FILE")
    private Path sourceFile;

    @Option(names = "--ask-source")
    private boolean askSource;

    @Override
    protected ExitCode run() {
        // Never an argument: other users of the machine see arguments.
        char[] source = sourceFile != null
                ? vigil().secretFile(sourceFile)
                : askSource ? prompt().secret(IncidentLabel.ASK_SOURCE_OF_TIP.with(), "--source-file") : null;
        SavedTip saved = vigil().incidents()
                .tips()
                .add(actor(), new NewTip(text, place, time(about), source == null ? null : new String(source)));
        Prompt.wipe(source == null ? new char[0] : source);
        out().show("incident.tip.add", saved, new SavedTipView(dryRun()));
        return ExitCode.OK;
    }
}
