package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster request export}. */
@Command(name = "export")
public final class RequestExportCommand extends BookExportCommand {
    @Override
    BookKind kind() {
        return BookKind.REQUEST;
    }
}
