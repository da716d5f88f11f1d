package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;
import vn.vigil.roster.book.BookSaved;
import vn.vigil.roster.book.Written;

/** What the verbs that write into the roster's book share: what was said, and what became of it. */
abstract class BookCommand extends CommandBase {
    private final Map<BookColumn, String> said = new EnumMap<>(BookColumn.class);
    private final Map<BookColumn, String> labels = new EnumMap<>(BookColumn.class);

    /** Notes what an option says; null says nothing. */
    final void said(BookColumn column, String text) {
        if (text != null) {
            said.put(column, text);
        }
    }

    /** The same where the option or parameter is not called like the column. */
    final void said(BookColumn column, String label, String text) {
        labels.put(column, label);
        said(column, text);
    }

    /** All that was said. */
    final Written written() {
        return new Written(column -> labels.getOrDefault(column, "--" + column.id()), said);
    }

    /** Shows what became of one thing, and keeps the names for completion. */
    final ExitCode tellSaved(String verb, BookSaved saved) {
        BookKind kind = saved.kind();
        keep(kind);
        for (Message told : saved.told()) {
            note(told);
        }
        tell("roster." + kind.id() + "." + verb, saved, new BookSavedView(dryRun(), lang()));
        return ExitCode.OK;
    }

    /** Keeps the names of a kind for completion. */
    final void keep(BookKind kind) {
        if (kind != BookKind.WATCHER && kind != BookKind.RULE) {
            List<String> names = new ArrayList<>();
            for (BookRow row : vigil().books().rows(kind)) {
                names.add(row.key());
            }
            keepNames(kind.id(), names);
        }
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }
}
