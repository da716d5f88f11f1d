package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster request add}. */
@Command(name = "add")
public final class RequestAddCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "PERSON")
    private String person;

    @Parameters(index = "1", paramLabel = "DATE")
    private String day;

    @Option(names = "--wish", paramLabel = "WISH", required = true)
    private String wish;

    @Option(names = "--shift", paramLabel = "SHIFT")
    private String shift;

    @Option(names = "--weight", paramLabel = "NUMBER")
    private String weight;

    @Override
    protected ExitCode run() {
        said(BookColumn.PERSON, "PERSON", person);
        said(BookColumn.DAY, "DATE", day);
        said(BookColumn.WISH, wish);
        said(BookColumn.SHIFT, shift);
        said(BookColumn.WEIGHT, weight);
        return tellSaved("add", vigil().books().add(actor(), BookKind.REQUEST, written()));
    }
}
