package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster shift edit}: changes a shift, with the reason. */
@Command(name = "edit")
public final class ShiftEditCommand extends ShiftCommand {
    @Option(names = "--next-day", paramLabel = "YES")
    private String nextDay;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        collect(nextDay);
        return tellSaved("edit", vigil().books().edit(actor(), BookKind.SHIFT, written(), reason));
    }
}
