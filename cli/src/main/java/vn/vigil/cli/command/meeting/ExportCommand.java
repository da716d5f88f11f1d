package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.Meetings;
import vn.vigil.text.Lang;

/** {@code vigil meeting export}: invitation, agenda, minutes or conclusions as files. */
@Command(name = "export")
public final class ExportCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--paper", paramLabel = "PAPER", required = true)
    private MeetingPaper paper;

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
        Meetings meetings = vigil().meetings();
        Meeting about = meetings.get(meeting);
        if (issue || number != null) {
            if (paper != MeetingPaper.INVITATION && paper != MeetingPaper.CONCLUSIONS) {
                throw new VigilException(ErrorKind.USAGE, "VG-MEETING-NUMBER", MeetingLabel.NO_NUMBER.with());
            }
            String key = (paper == MeetingPaper.INVITATION ? "invite/" : "conclusions/") + meeting;
            numbered(meetings.papers().number(actor(), key, number, day(date)));
        }
        Paper made =
                switch (paper) {
                    case INVITATION -> meetings.papers().invitation(about, documentLang);
                    case AGENDA -> meetings.papers().agenda(about, documentLang);
                    case MINUTES -> meetings.paper(meeting, documentLang);
                    case CONCLUSIONS -> meetings.papers().conclusions(about, documentLang);
                    case ERRATUM -> meetings.papers().errata(about, documentLang);
                };
        String name =
                switch (paper) {
                    case INVITATION -> "-giay-moi";
                    case AGENDA -> "-chuong-trinh";
                    case MINUTES -> "-bien-ban";
                    case CONCLUSIONS -> "-ket-luan";
                    case ERRATUM -> "-dinh-chinh";
                };
        return write("meeting.export", made, forms, output, meeting + name, force);
    }

    /** Which paper. */
    enum MeetingPaper {
        INVITATION,
        AGENDA,
        MINUTES,
        CONCLUSIONS,
        ERRATUM
    }
}
