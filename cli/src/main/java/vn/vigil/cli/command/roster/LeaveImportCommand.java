package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster leave import}. */
@Command(name = "import")
public final class LeaveImportCommand extends BookImportCommand {
    @Override
    BookKind kind() {
        return BookKind.LEAVE;
    }
}
