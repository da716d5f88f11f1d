package vn.vigil.cli.command.incident;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.Tip;
import vn.vigil.incident.Tips;

/** {@code vigil incident tip show}. */
@Command(name = "show")
public final class TipShowCommand extends IncidentCommand {
    @Parameters(paramLabel = "TIP")
    private CaseId tip;

    @Option(names = "--reveal")
    private boolean reveal;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        Tips tips = vigil().incidents().tips();
        Tip shown = reveal ? tips.reveal(proved(pinFile), tip) : tips.get(tip);
        out().show("incident.tip.show", shown, new TipView(out()));
        return ExitCode.OK;
    }
}
