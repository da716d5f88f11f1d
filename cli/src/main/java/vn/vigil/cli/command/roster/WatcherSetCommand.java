package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster watcher set}: how a member takes part. */
@Command(name = "set")
public final class WatcherSetCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "PERSON")
    private String person;

    @Option(names = "--watches", paramLabel = "YES")
    private String watches;

    @Option(names = "--leads", paramLabel = "YES")
    private String leads;

    @Option(names = "--shadow-until", paramLabel = "DATE")
    private String shadowUntil;

    @Option(names = "--posts", paramLabel = "POSTS")
    private String posts;

    @Override
    protected ExitCode run() {
        said(BookColumn.PERSON, "PERSON", person);
        said(BookColumn.WATCHES, watches);
        said(BookColumn.LEADS, leads);
        said(BookColumn.SHADOW_UNTIL, shadowUntil);
        said(BookColumn.POSTS, posts);
        return tellSaved("set", vigil().books().set(actor(), BookKind.WATCHER, written()));
    }
}
