package vn.vigil.cli.command.roster;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.BookRow;
import vn.vigil.roster.book.BookSaved;

/** What an import came to. */
record BookImportedView(boolean dryRun) implements View<BookSaved> {
    @Override
    public void text(BookSaved s, Out out) {
        out.line((dryRun ? BookViewText.WOULD_IMPORT : BookViewText.IMPORTED)
                .with(
                        s.kind().with(),
                        s.added().size(),
                        s.changed().size(),
                        s.unchanged().size()));
    }

    @Override
    public void json(BookSaved s, Json json) {
        json.field("dryRun", dryRun);
        keys("added", s.added(), json);
        keys("changed", s.changed(), json);
        keys("unchanged", s.unchanged(), json);
    }

    private static void keys(String name, List<BookRow> rows, Json json) {
        json.array(name);
        for (BookRow row : rows) {
            json.value(row.key());
        }
        json.end();
    }
}
