package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster post end}: names its last day, with the reason. */
@Command(name = "end")
public final class PostEndCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "POST")
    private String id;

    @Option(names = "--on", paramLabel = "DATE", required = true)
    private String on;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        said(BookColumn.ID, "POST", id);
        said(BookColumn.UNTIL, "--on", on);
        return tellSaved("end", vigil().books().edit(actor(), BookKind.POST, written(), reason));
    }
}
