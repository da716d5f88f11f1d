package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster post list}. */
@Command(name = "list")
public final class PostListCommand extends BookListCommand {
    @Override
    BookKind kind() {
        return BookKind.POST;
    }
}
