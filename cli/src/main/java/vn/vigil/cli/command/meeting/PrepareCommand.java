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
import vn.vigil.meeting.Meeting;

/** {@code vigil meeting prepare}: the agenda, with what the records say. */
@Command(name = "prepare")
public final class PrepareCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--format", paramLabel = "FORM", split = ",")
    private List<PaperForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        Meeting about = vigil().meetings().get(meeting);
        if (!forms.isEmpty() || output != null) {
            return write(
                    "meeting.prepare",
                    vigil().meetings().papers().agenda(about, lang()),
                    forms,
                    output,
                    meeting + "-chuong-trinh",
                    force);
        }
        out().show("meeting.prepare", vigil().meetings().agenda(meeting, lang()), new AgendaView(about));
        return ExitCode.OK;
    }
}
