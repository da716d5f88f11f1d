package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Option;

/** What the verbs share that write a paper which takes a number of the register. */
abstract class NumberedPaperCommand extends PaperCommand {
    @Option(names = "--issue")
    private boolean issue;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    /** Is a number asked for? */
    final boolean numbers() {
        return issue || number != null;
    }

    /** Takes the next number, or the given one, and says which. */
    final void takeNumber(String key) {
        numbered(vigil().meetings().papers().number(actor(), key, number, day(date)));
    }
}
