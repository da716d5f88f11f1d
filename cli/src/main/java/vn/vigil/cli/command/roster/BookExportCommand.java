package vn.vigil.cli.command.roster;

import java.util.List;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.roster.book.BookKind;

/** Writes one kind of thing of the roster's book as CSV, which its import reads back. */
abstract class BookExportCommand extends CommandBase {
    abstract BookKind kind();

    /** CSV, whether a terminal is there or not. */
    @Override
    protected final Format format() {
        return Format.CSV;
    }

    @Override
    protected final boolean plain() {
        return true;
    }

    @Override
    protected final ExitCode run() {
        out().list(
                        "roster." + kind().id() + ".export",
                        BookRows.key(kind()),
                        vigil().books().rows(kind()),
                        new BookRows(kind(), lang()));
        return ExitCode.OK;
    }

    @Override
    public final List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
