package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster shift add}. */
@Command(name = "add")
public final class ShiftAddCommand extends ShiftCommand {
    @Option(names = "--next-day")
    private boolean nextDay;

    @Override
    protected ExitCode run() {
        collect(nextDay ? "yes" : null);
        return tellSaved("add", vigil().books().add(actor(), BookKind.SHIFT, written()));
    }
}
