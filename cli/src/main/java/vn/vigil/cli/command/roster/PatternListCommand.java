package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster pattern list}. */
@Command(name = "list")
public final class PatternListCommand extends BookListCommand {
    @Override
    BookKind kind() {
        return BookKind.PATTERN;
    }
}
