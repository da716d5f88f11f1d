package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster shift list}. */
@Command(name = "list")
public final class ShiftListCommand extends BookListCommand {
    @Override
    BookKind kind() {
        return BookKind.SHIFT;
    }
}
