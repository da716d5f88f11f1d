package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;

/** {@code vigil roster watcher list}: who takes part in the watch, and how. */
@Command(name = "list")
public final class WatcherListCommand extends BookListCommand {
    @Option(names = "--all")
    private boolean all;

    @Override
    BookKind kind() {
        return BookKind.WATCHER;
    }

    @Override
    List<BookRow> rows() {
        List<BookRow> rows = new ArrayList<>();
        for (BookRow row : super.rows()) {
            if (all
                    || row.text(BookColumn.WATCHES).equals("yes")
                    || row.text(BookColumn.LEADS).equals("yes")) {
                rows.add(row);
            }
        }
        return rows;
    }
}
