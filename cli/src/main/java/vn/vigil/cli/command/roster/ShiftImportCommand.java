package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster shift import}. */
@Command(name = "import")
public final class ShiftImportCommand extends BookImportCommand {
    @Override
    BookKind kind() {
        return BookKind.SHIFT;
    }
}
