package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;

/** {@code vigil roster pattern remove}: takes a pattern out of use, with the reason. */
@Command(name = "remove")
public final class PatternRemoveCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "PATTERN")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        BookRow gone = vigil().books().removePattern(actor(), id, reason);
        keep(BookKind.PATTERN);
        GoneView view = new GoneView(id, BookViewText.REMOVED, BookViewText.WOULD_REMOVE, dryRun());
        tell("roster.pattern.remove", gone != null, view);
        return ExitCode.OK;
    }
}
