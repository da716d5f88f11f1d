package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster leave export}. */
@Command(name = "export")
public final class LeaveExportCommand extends BookExportCommand {
    @Override
    BookKind kind() {
        return BookKind.LEAVE;
    }
}
