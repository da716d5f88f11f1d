package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster post export}. */
@Command(name = "export")
public final class PostExportCommand extends BookExportCommand {
    @Override
    BookKind kind() {
        return BookKind.POST;
    }
}
