package vn.vigil.cli.command.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Pledge;

/** {@code vigil report pledge add}: pledges that were signed (clause 8.3c). */
@Command(name = "add")
public final class PledgeAddCommand extends ReportCommand {
    @Parameters(arity = "1..*", paramLabel = "NAME")
    private List<String> names = new ArrayList<>();

    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--division", paramLabel = "NAME")
    private String division;

    @Override
    protected ExitCode run() {
        int wanted = year(year);
        LocalDate signed = date == null ? day("now") : day(date);
        List<Pledge> added = reports().pledges().add(actor(), wanted, signed, division, names);
        int all = reports().pledges().list(wanted).size();
        tell("report.pledge.add", added, new PledgesView(wanted, dryRun() ? all + added.size() : all, dryRun()));
        return ExitCode.OK;
    }
}
