package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster leave list}. */
@Command(name = "list")
public final class LeaveListCommand extends BookListCommand {
    @Override
    BookKind kind() {
        return BookKind.LEAVE;
    }
}
