package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.base.Severity;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractCheckView;
import vn.vigil.extract.ExtractCheck;

/** {@code vigil extract check}: is an emergency's paper overdue, does a package wait for its timestamp? */
@Command(name = "check")
public final class ExtractCheckCommand extends CommandBase {
    @Override
    public boolean check() {
        return true;
    }

    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        ExtractCheck check = vigil().extracts().check();
        out().show("extract.check", check, new ExtractCheckView());
        return ExitCode.of(
                !check.overdue().isEmpty()
                        ? Severity.CRITICAL
                        : check.notTimestamped().isEmpty() ? Severity.OK : Severity.WARNING);
    }
}
