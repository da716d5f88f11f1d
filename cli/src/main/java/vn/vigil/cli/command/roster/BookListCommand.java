package vn.vigil.cli.command.roster;

import java.util.List;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;

/** A list of one kind of thing of the roster's book. */
abstract class BookListCommand extends ListCommand {
    abstract BookKind kind();

    /** What is shown; by default everything. */
    List<BookRow> rows() {
        return vigil().books().rows(kind());
    }

    @Override
    protected final ExitCode run() {
        List<BookRow> rows = rows();
        if (rows.isEmpty() && !json()) {
            note(BookViewText.NONE.with(kind().with()));
        }
        out().list("roster." + kind().id() + ".list", BookRows.key(kind()), rows, new BookRows(kind(), lang()));
        return ExitCode.OK;
    }

    @Override
    public final List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
