package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster leave add}. */
@Command(name = "add")
public final class LeaveAddCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "PERSON")
    private String person;

    @Option(names = "--from", paramLabel = "TIME", required = true)
    private String from;

    @Option(names = "--until", paramLabel = "TIME", required = true)
    private String until;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--note", paramLabel = "TEXT")
    private String remark;

    @Option(names = "--approved-by", paramLabel = "PERSON")
    private String approvedBy;

    @Override
    protected ExitCode run() {
        said(BookColumn.PERSON, "PERSON", person);
        said(BookColumn.FROM, from);
        said(BookColumn.UNTIL, until);
        said(BookColumn.KIND, kind);
        said(BookColumn.NOTE, remark);
        said(BookColumn.APPROVED_BY, approvedBy);
        return tellSaved("add", vigil().books().add(actor(), BookKind.LEAVE, written()));
    }
}
