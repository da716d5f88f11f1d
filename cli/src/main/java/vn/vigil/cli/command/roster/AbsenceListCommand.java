package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster absence list}: those that are not over, by number. */
@Command(name = "list")
public final class AbsenceListCommand extends ListCommand {
    @Option(names = "--person", paramLabel = "PERSON")
    private String person;

    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        out().list(
                        "roster.absence.list",
                        "absences",
                        vigil().people()
                                .absences(
                                        person == null
                                                ? null
                                                : vigil().people().show(person).id(),
                                        all),
                        new AbsenceRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
