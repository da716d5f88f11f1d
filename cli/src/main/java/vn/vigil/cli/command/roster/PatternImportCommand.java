package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster pattern import}. */
@Command(name = "import")
public final class PatternImportCommand extends BookImportCommand {
    @Override
    BookKind kind() {
        return BookKind.PATTERN;
    }
}
