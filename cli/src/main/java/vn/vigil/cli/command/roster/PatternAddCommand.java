package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster pattern add}: a cycle of its own, or one that is well known. */
@Command(name = "add")
public final class PatternAddCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "PATTERN")
    private String id;

    @Option(names = "--kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--cycle", paramLabel = "CYCLE")
    private String cycle;

    @Option(names = "--shifts", paramLabel = "LETTERS")
    private String shifts;

    @Option(names = "--anchor", paramLabel = "DATE")
    private String anchor;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    @Option(names = "--crew", paramLabel = "CREW")
    private List<String> crews = new ArrayList<>();

    @Override
    protected ExitCode run() {
        said(BookColumn.ID, "PATTERN", id);
        said(BookColumn.KIND, kind);
        said(BookColumn.CYCLE, cycle);
        said(BookColumn.SHIFTS, shifts);
        said(BookColumn.ANCHOR, anchor);
        said(BookColumn.FROM, from);
        said(BookColumn.UNTIL, until);
        said(BookColumn.CREWS, "--crew", crews.isEmpty() ? null : String.join(";", crews));
        return tellSaved("add", vigil().books().add(actor(), BookKind.PATTERN, written()));
    }
}
