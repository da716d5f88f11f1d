package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster rule export}. */
@Command(name = "export")
public final class RuleExportCommand extends BookExportCommand {
    @Override
    BookKind kind() {
        return BookKind.RULE;
    }
}
