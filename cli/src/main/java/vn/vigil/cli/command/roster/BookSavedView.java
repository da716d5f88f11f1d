package vn.vigil.cli.command.roster;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookRow;
import vn.vigil.roster.book.BookSaved;
import vn.vigil.roster.book.BookWords;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** What became of one thing of the roster's book. */
record BookSavedView(boolean dryRun, Lang lang) implements View<BookSaved> {
    private static final int WIDTH = 24;

    @Override
    public void text(BookSaved s, Out out) {
        boolean added = !s.added().isEmpty();
        boolean changed = !s.changed().isEmpty();
        BookViewText what = added
                ? dryRun ? BookViewText.WOULD_ENTER : BookViewText.ENTERED
                : changed ? dryRun ? BookViewText.WOULD_CHANGE : BookViewText.CHANGED : BookViewText.UNCHANGED;
        out.line(what.with(s.kind().with(), s.row().key()), Tone.STRONG);
        if (added || changed) {
            for (BookColumn column : s.kind().columns()) {
                String text = BookWords.text(s.row(), column, lang);
                if (!text.isEmpty()) {
                    out.pair(out.text(column.with()), WIDTH, text);
                }
            }
        }
    }

    @Override
    public void json(BookSaved s, Json json) {
        String outcome =
                s.added().isEmpty() && s.changed().isEmpty() ? "unchanged" : dryRun ? "would-write" : "written";
        json.field("outcome", outcome).array("told");
        for (Message told : s.told()) {
            json.value(Texts.render(told, lang));
        }
        json.end().object(s.kind().id());
        BookRow row = s.row();
        new BookRows(s.kind(), lang).json(row, json);
        json.end();
    }
}
