package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.ReadBack;

/** {@code vigil meeting minutes}: the minutes as papers; as a draft to edit; read back. */
@Command(name = "minutes")
public final class MinutesCommand extends PaperCommand {
    @Parameters(paramLabel = "MEETING", arity = "0..1")
    private CaseId meeting;

    @Option(names = "--draft")
    private boolean draft;

    @Option(names = "--from", paramLabel = "FILE")
    private Path from;

    @Override
    protected ExitCode run() {
        if (from != null) {
            List<Message> notes = new ArrayList<>();
            ReadBack read = vigil().meetings().readBack(actor(), from.toString(), readText(from), notes);
            notes.forEach(this::note);
            tell("meeting.minutes.read", read, new ReadBackView(dryRun()));
            return ExitCode.OK;
        }
        if (meeting == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-MEETING-WHICH", MeetingLabel.WHICH_MEETING.with());
        }
        if (!draft) {
            return write("meeting.minutes", vigil().meetings().paper(meeting, documentLang()), meeting + "-bien-ban");
        }
        String text = vigil().meetings().draft(meeting);
        if (output() != null) {
            writeText(output(), text, force());
            note(MeetingLabel.DRAFT_WRITTEN.with(output().toString()));
        } else {
            out().show("meeting.minutes.draft", text, new TextView());
        }
        return ExitCode.OK;
    }
}
