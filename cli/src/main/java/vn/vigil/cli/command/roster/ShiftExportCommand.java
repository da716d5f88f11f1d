package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster shift export}. */
@Command(name = "export")
public final class ShiftExportCommand extends BookExportCommand {
    @Override
    BookKind kind() {
        return BookKind.SHIFT;
    }
}
