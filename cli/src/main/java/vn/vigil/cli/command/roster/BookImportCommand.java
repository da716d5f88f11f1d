package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Message;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookSaved;

/** Enters one kind of thing from a CSV file, all or none. */
abstract class BookImportCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "FILE")
    private Path file;

    abstract BookKind kind();

    @Override
    protected final ExitCode run() {
        BookSaved saved = vigil().books().importFile(actor(), kind(), file);
        keep(kind());
        for (Message told : saved.told()) {
            note(told);
        }
        tell("roster." + kind().id() + ".import", saved, new BookImportedView(dryRun()));
        return ExitCode.OK;
    }
}
