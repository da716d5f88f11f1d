package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident dispatch}: somebody was sent, or has come. */
@Command(name = "dispatch")
public final class IncidentDispatchCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--to", paramLabel = "WHO")
    private String to;

    @Option(names = "--arrived")
    private boolean arrived;

    @Option(names = "--event", paramLabel = "N")
    private int event;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--note", paramLabel = "TEXT")
    private String note;

    @Override
    protected ExitCode run() {
        if (arrived == (to != null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-INCIDENT-DISPATCH", IncidentLabel.TO_OR_ARRIVED.with());
        }
        return tellChange(
                "dispatch",
                arrived
                        ? vigil().incidents().arrived(actor(), incident, event, note, time(at))
                        : vigil().incidents().dispatch(actor(), incident, to, note, time(at)));
    }
}
