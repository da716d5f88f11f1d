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
import vn.vigil.document.Papers;
import vn.vigil.meeting.Invited;
import vn.vigil.meeting.Meeting;
import vn.vigil.text.Lang;

/** {@code vigil meeting invite}: tells everybody who belongs there, by message; writes the invitation as files. */
@Command(name = "invite")
public final class InviteCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--format", paramLabel = "FORM", split = ",")
    private List<InvitationForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Override
    protected ExitCode run() {
        Invited invited = vigil().meetings().invite(actor(), meeting);
        if (!forms.isEmpty()) {
            writeFiles(invited.meeting());
        }
        tell("meeting.invite", invited, new InvitedView(dryRun()));
        out().flush();
        if (!dryRun() && !invited.unchanged()) {
            vigil().deliverMessages();
        }
        return ExitCode.OK;
    }

    /** What an invitation is written as. */
    enum InvitationForm {
        DOCX,
        PDF,
        MD,
        HTML,
        ICS
    }

    private void writeFiles(Meeting invited) {
        Path prefix = output != null ? output : Path.of(meeting + "-giay-moi");
        List<PaperForm> papers = new ArrayList<>();
        for (InvitationForm form : forms) {
            if (form != InvitationForm.ICS) {
                papers.add(PaperForm.valueOf(form.name()));
            }
        }
        if (!papers.isEmpty()) {
            note(Papers.write(
                    vigil().meetings().papers().invitation(invited, Lang.VI), papers, prefix, force, dryRun()));
        }
        if (forms.contains(InvitationForm.ICS)) {
            writeText(
                    prefix.resolveSibling(prefix.getFileName() + ".ics"),
                    vigil().meetings().calendar(invited, lang()),
                    force);
        }
    }
}
