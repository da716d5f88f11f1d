package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster rule set}: one rule, for everybody or for one person. */
@Command(name = "set")
public final class RuleSetCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "RULE")
    private String rule;

    @Option(names = "--mode", paramLabel = "MODE")
    private String mode;

    @Option(names = "--weight", paramLabel = "NUMBER")
    private String weight;

    @Option(names = "--bound", paramLabel = "BOUND")
    private String bound;

    @Option(names = "--for", paramLabel = "PERSON")
    private String person;

    @Override
    protected ExitCode run() {
        said(BookColumn.RULE, "RULE", rule);
        said(BookColumn.MODE, mode);
        said(BookColumn.WEIGHT, weight);
        said(BookColumn.BOUND, bound);
        said(BookColumn.PERSON, "--for", person);
        return tellSaved("set", vigil().books().set(actor(), BookKind.RULE, written()));
    }
}
