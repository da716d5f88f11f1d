package vn.vigil.cli.command.report;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Proposal;
import vn.vigil.register.SavedEntry;

/** The submission of a proposal as files, numbered where that is asked for. */
abstract class ProposalCommand extends PapersCommand {
    @Parameters(paramLabel = "PROPOSAL")
    private CaseId proposal;

    @Option(names = "--issue")
    private boolean issue;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    /** What the verb refuses is thrown. */
    abstract void fits(Proposal proposal);

    final ExitCode submit(String schema) {
        Proposal found = vigil().meetings().proposals().get(proposal);
        fits(found);
        if (issue || number != null) {
            SavedEntry saved = vigil().meetings().papers().number(actor(), proposal.toString(), number, day(date));
            note((saved.changed() ? ReportLabel.NUMBERED : ReportLabel.NUMBERED_BEFORE)
                    .with(saved.entry().number(), saved.entry().title()));
        }
        return write(schema, vigil().meetings().papers().submission(found, documentLang()), proposal + "-to-trinh");
    }
}
