package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster rule list}. */
@Command(name = "list")
public final class RuleListCommand extends BookListCommand {
    @Override
    BookKind kind() {
        return BookKind.RULE;
    }
}
