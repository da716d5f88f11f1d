package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster request import}. */
@Command(name = "import")
public final class RequestImportCommand extends BookImportCommand {
    @Override
    BookKind kind() {
        return BookKind.REQUEST;
    }
}
