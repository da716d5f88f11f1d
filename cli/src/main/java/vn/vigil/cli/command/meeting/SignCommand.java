package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.Saved;
import vn.vigil.people.KeySource;

/** {@code vigil meeting sign}: chair and secretary signed on paper, or sign by their keys. */
@Command(name = "sign")
public final class SignCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--paper")
    private boolean paper;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Override
    protected ExitCode run() {
        boolean byKey = key != null && !paper && scan == null && date == null;
        boolean byPaper = paper && scan != null && key == null && output == null;
        if (!byKey && !byPaper) {
            throw new VigilException(ErrorKind.USAGE, "VG-MEETING-SIGN", MeetingLabel.HOW_SIGNED.with());
        }
        if (byPaper) {
            return tellMeeting(
                    "sign",
                    vigil().meetings().signPaper(actor(), meeting, scan, date == null ? day("now") : day(date)));
        }
        Saved<Meeting> saved;
        char[] secret = passphraseFile != null
                ? vigil().secretFile(passphraseFile)
                : prompt().secret(MeetingLabel.ASK_PASSPHRASE.with(key.toString()), "--passphrase-file");
        try (KeySource source = KeySource.file(key, secret)) {
            saved = vigil().meetings().signKey(actor(), meeting, source);
        } finally {
            Prompt.wipe(secret);
        }
        byte[] pdf = output == null || dryRun() ? null : vigil().meetings().signedPdf(meeting);
        if (pdf != null) {
            writeBytes(output, pdf, force);
            note(MeetingLabel.FILE_WRITTEN.with(output.toString()));
        }
        return tellMeeting("sign", saved);
    }
}
