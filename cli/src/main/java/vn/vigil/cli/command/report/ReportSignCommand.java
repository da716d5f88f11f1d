package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.document.Papers;
import vn.vigil.people.KeySource;
import vn.vigil.report.Fixed;
import vn.vigil.report.Period;
import vn.vigil.report.Saved;

/** {@code vigil report sign}: fixes a report that was signed on paper, or signs it by key. */
@Command(name = "sign")
public final class ReportSignCommand extends ReportCommand {
    @Parameters(paramLabel = "PERIOD")
    private String period;

    @Option(names = "--paper")
    private boolean paper;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Option(names = "--data", paramLabel = "LETTERS")
    private String data;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Override
    protected ExitCode run() {
        boolean byKey = key != null && !paper && scan == null && date == null && data == null;
        boolean byPaper = scan != null && key == null && output == null;
        if (!byKey && !byPaper) {
            throw new VigilException(ErrorKind.USAGE, "VG-REPORT-SIGN", ReportLabel.SIGN_HOW.with());
        }
        Period asked = reports().period(period);
        if (byPaper) {
            Saved<Fixed> saved = reports().signPaper(actor(), asked, scan, date == null ? day("now") : day(date), data);
            tell("report.sign", saved, new FixedView(reports().words(out().lang(), true), dryRun()));
            return ExitCode.OK;
        }
        Saved<Fixed> saved;
        char[] secret = passphraseFile != null
                ? vigil().secretFile(passphraseFile)
                : prompt().secret(ReportLabel.ASK_PASSPHRASE.with(key.toString()), "--passphrase-file");
        try (KeySource source = KeySource.file(key, secret)) {
            saved = reports().signKey(actor(), asked, source);
        } finally {
            Prompt.wipe(secret);
        }
        byte[] pdf = output == null || dryRun() ? null : reports().signedPdf(saved.what());
        if (pdf != null) {
            String name = output.getFileName().toString();
            String ending = name.endsWith(".pdf") ? ".pdf" : "";
            Path prefix = output.resolveSibling(name.substring(0, name.length() - ending.length()));
            Papers.write(Map.of(ending, pdf), prefix, force, false);
        }
        tell("report.sign", saved, new FixedView(reports().words(out().lang(), true), dryRun()));
        return ExitCode.OK;
    }
}
