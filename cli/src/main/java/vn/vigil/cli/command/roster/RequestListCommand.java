package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster request list}. */
@Command(name = "list")
public final class RequestListCommand extends BookListCommand {
    @Override
    BookKind kind() {
        return BookKind.REQUEST;
    }
}
