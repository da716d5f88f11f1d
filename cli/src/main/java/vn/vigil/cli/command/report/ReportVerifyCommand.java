package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Verified;

/** {@code vigil report verify}: holds a signed report, and files of it, against the record. */
@Command(name = "verify")
public final class ReportVerifyCommand extends ReportCommand {
    @Parameters(index = "0", paramLabel = "PERIOD")
    private String period;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--revision", paramLabel = "NUMBER")
    private Integer revision;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.NOT_GENUINE);
    }

    @Override
    protected ExitCode run() {
        Verified verified = reports().verify(reports().period(period), revision, files);
        boolean intact = vigil().ledger().verify().intact();
        out().show("report.verify", verified, new VerifiedView(reports().words(out().lang(), true), intact));
        return verified.faults().isEmpty() && intact ? ExitCode.OK : ExitCode.NOT_GENUINE;
    }
}
