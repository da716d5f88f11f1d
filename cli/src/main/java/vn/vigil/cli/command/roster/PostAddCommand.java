package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster post add}. */
@Command(name = "add")
public final class PostAddCommand extends PostCommand {
    @Override
    protected ExitCode run() {
        collect();
        tellZone();
        return tellSaved("add", vigil().books().add(actor(), BookKind.POST, written()));
    }
}
