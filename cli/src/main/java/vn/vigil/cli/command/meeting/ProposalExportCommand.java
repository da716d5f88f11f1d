package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.document.PaperForm;
import vn.vigil.meeting.Proposal;
import vn.vigil.text.Lang;

/** {@code vigil meeting proposal export}: the submission as files. */
@Command(name = "export")
public final class ProposalExportCommand extends MeetingCommand {
    @Parameters(paramLabel = "PROPOSAL")
    private CaseId proposal;

    @Option(names = "--issue")
    private boolean issue;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--format", paramLabel = "FORM", split = ",")
    private List<PaperForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--document-lang", paramLabel = "LANG")
    private Lang documentLang = Lang.VI;

    @Override
    protected ExitCode run() {
        if (issue || number != null) {
            numbered(vigil().meetings().papers().number(actor(), proposal.toString(), number, day(date)));
        }
        Proposal found = vigil().meetings().proposals().get(proposal);
        return write(
                "meeting.proposal.export",
                vigil().meetings().papers().submission(found, documentLang),
                forms,
                output,
                proposal + "-to-trinh",
                force);
    }
}
