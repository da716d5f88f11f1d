package vn.vigil.cli.command.incident;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.Addressee;
import vn.vigil.incident.CaseChange;
import vn.vigil.incident.NewTelling;
import vn.vigil.incident.Way;

/** {@code vigil incident notify}: tell who must know, or enter that they were told. */
@Command(name = "notify")
public final class IncidentNotifyCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--to", paramLabel = "WHO", split = ",")
    private List<Addressee> to = new ArrayList<>();

    @Option(names = "--by", paramLabel = "WAY")
    private Way by;

    @Option(names = "--whom", paramLabel = "NAME")
    private String whom;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--note", paramLabel = "TEXT")
    private String note;

    @Override
    protected ExitCode run() {
        CaseChange change = vigil().incidents().tell(actor(), incident, new NewTelling(to, by, whom, time(at), note));
        tellChange("notify", change);
        if (!dryRun() && !change.unchanged()) {
            vigil().deliverMessages();
        }
        return ExitCode.OK;
    }
}
