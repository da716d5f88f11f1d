package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.document.Paper;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.Meetings;

/** {@code vigil meeting export}: invitation, agenda, minutes or conclusions as files. */
@Command(name = "export")
public final class ExportCommand extends NumberedPaperCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--paper", paramLabel = "PAPER", required = true)
    private MeetingPaper paper;

    @Override
    protected ExitCode run() {
        Meetings meetings = vigil().meetings();
        Meeting about = meetings.get(meeting);
        if (numbers()) {
            if (paper != MeetingPaper.INVITATION && paper != MeetingPaper.CONCLUSIONS) {
                throw new VigilException(ErrorKind.USAGE, "VG-MEETING-NUMBER", MeetingLabel.NO_NUMBER.with());
            }
            takeNumber((paper == MeetingPaper.INVITATION ? "invite/" : "conclusions/") + meeting);
        }
        Paper made =
                switch (paper) {
                    case INVITATION -> meetings.papers().invitation(about, documentLang());
                    case AGENDA -> meetings.papers().agenda(about, documentLang());
                    case MINUTES -> meetings.paper(meeting, documentLang());
                    case CONCLUSIONS -> meetings.papers().conclusions(about, documentLang());
                    case ERRATUM -> meetings.papers().errata(about, documentLang());
                };
        String name =
                switch (paper) {
                    case INVITATION -> "-giay-moi";
                    case AGENDA -> "-chuong-trinh";
                    case MINUTES -> "-bien-ban";
                    case CONCLUSIONS -> "-ket-luan";
                    case ERRATUM -> "-dinh-chinh";
                };
        return write("meeting.export", made, meeting + name);
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
