package vn.vigil.cli.command.ledger;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil ledger list}: who did what, when, to what. */
@Command(name = "list")
public final class LedgerListCommand extends ListCommand {
    private static final int PAGE = 1000;

    @Option(names = "--subject", paramLabel = "SUBJECT")
    private String subject;

    @Option(names = "--first", paramLabel = "ENTRY")
    private long first = 1;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list("ledger.list", "entries", vigil().ledger().list(subject, first, PAGE), new EntryRow());
        return ExitCode.OK;
    }
}
