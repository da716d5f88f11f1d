package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;
import vn.vigil.text.Nearest;

/** {@code vigil roster pattern show}. */
@Command(name = "show")
public final class PatternShowCommand extends CommandBase {
    @Parameters(index = "0", paramLabel = "PATTERN")
    private String id;

    @Override
    protected ExitCode run() {
        List<String> known = new ArrayList<>();
        for (BookRow row : vigil().books().rows(BookKind.PATTERN)) {
            known.add(row.key());
            if (row.key().equals(id)) {
                out().show("roster.pattern.show", row, new PatternView(new BookRows(BookKind.PATTERN, lang())));
                return ExitCode.OK;
            }
        }
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-ROSTER-UNKNOWN", BookViewText.NO_PATTERN.with(id));
        String near = Nearest.of(id, known);
        throw near == null ? e : e.why(BookViewText.DID_YOU_MEAN.with(near));
    }

    private record PatternView(BookRows rows) implements View<BookRow> {
        @Override
        public void text(BookRow row, Out out) {
            for (BookColumn column : row.kind().columns()) {
                out.pair(out.text(column.with()), 16, row.text(column));
            }
        }

        @Override
        public void json(BookRow row, Json json) {
            rows.json(row, json);
        }
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
