package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster pattern export}. */
@Command(name = "export")
public final class PatternExportCommand extends BookExportCommand {
    @Override
    BookKind kind() {
        return BookKind.PATTERN;
    }
}
