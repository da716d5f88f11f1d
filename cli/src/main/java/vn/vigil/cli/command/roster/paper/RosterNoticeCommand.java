package vn.vigil.cli.command.roster.paper;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.register.SavedEntry;
import vn.vigil.register.SavedScan;

/** {@code vigil roster notice}: numbers the notice of a published roster, and keeps the scan of the signed sheet. */
@Command(name = "notice")
public final class RosterNoticeCommand extends CommandBase {
    @Parameters(index = "0", paramLabel = "PUBLICATION")
    private String publication;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Option(names = "--signer", paramLabel = "NAME")
    private String signer;

    @Override
    protected ExitCode run() {
        LocalDate day = date == null ? null : date(date);
        if (scan == null) {
            if (signer != null) {
                throw new VigilException(
                        ErrorKind.USAGE, "VG-ROSTER-NOTICE-SIGNER", PaperViewText.SIGNER_WITHOUT_SCAN.with());
            }
            SavedEntry saved = vigil().rosterPapers().number(actor(), publication, number, day);
            tell("roster.notice", saved, new NumberView(dryRun(), homeFlag()));
            return ExitCode.OK;
        }
        if (number != null) {
            vigil().rosterPapers().number(actor(), publication, number, day);
        }
        SavedScan saved = vigil().rosterPapers().scan(actor(), publication, scan, signer, day);
        tell("roster.notice", saved, new ScanView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    private record NumberView(boolean dryRun, String home) implements View<SavedEntry> {
        @Override
        public void text(SavedEntry s, Out out) {
            PaperViewText sentence = !s.changed()
                    ? PaperViewText.NUMBER_UNCHANGED
                    : dryRun ? PaperViewText.WOULD_NUMBER : PaperViewText.NUMBERED;
            out.line(sentence.with(
                    s.entry().number(), s.entry().date(), s.entry().signer()));
            if (!dryRun) {
                out.line(PaperViewText.NOTICE_NEXT.with(s.entry().key(), home));
            }
        }

        @Override
        public void json(SavedEntry s, Json json) {
            json.field("publication", s.entry().key())
                    .field("number", s.entry().number())
                    .field("own", s.entry().own())
                    .field("date", s.entry().date().toString())
                    .field("title", s.entry().title())
                    .field("signer", s.entry().signer())
                    .field("changed", s.changed())
                    .field("dryRun", dryRun);
        }
    }

    private record ScanView(boolean dryRun) implements View<SavedScan> {
        @Override
        public void text(SavedScan s, Out out) {
            PaperViewText sentence = !s.changed()
                    ? PaperViewText.SCAN_UNCHANGED
                    : dryRun ? PaperViewText.WOULD_SCAN : PaperViewText.SCANNED;
            out.line(
                    sentence.with(s.scan().sha256(), s.scan().signer(), s.scan().signedDay()));
        }

        @Override
        public void json(SavedScan s, Json json) {
            json.field("publication", s.scan().key())
                    .field("sha256", s.scan().sha256())
                    .field("number", s.scan().number())
                    .field("signer", s.scan().signer())
                    .field("signedDay", s.scan().signedDay().toString())
                    .field("sealed", s.scan().sealed())
                    .field("changed", s.changed())
                    .field("dryRun", dryRun);
        }
    }
}
