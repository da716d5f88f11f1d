package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster post import}. */
@Command(name = "import")
public final class PostImportCommand extends BookImportCommand {
    @Override
    BookKind kind() {
        return BookKind.POST;
    }
}
