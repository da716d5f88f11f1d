package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil report pledge form}: the pledge to be signed. */
@Command(name = "form")
public final class PledgeFormCommand extends PapersCommand {
    @Parameters(arity = "0..1", paramLabel = "YEAR")
    private Integer year;

    @Override
    protected ExitCode run() {
        int wanted = year(year);
        return write("report.pledge.form", reports().pledge(wanted, documentLang()), "cam-ket-" + wanted);
    }
}
