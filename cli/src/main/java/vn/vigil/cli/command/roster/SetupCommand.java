package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;
import vn.vigil.roster.book.BookSaved;
import vn.vigil.roster.book.BookWords;
import vn.vigil.roster.book.SetUp;
import vn.vigil.text.Lang;

/** {@code vigil roster setup}: the usual post and shifts of a department of about twelve, and rules where none were chosen. */
@Command(name = "setup")
public final class SetupCommand extends BookCommand {
    @Option(names = "--guards", paramLabel = "BODY")
    private String guards;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Override
    protected ExitCode run() {
        SetUp made = vigil().books().setUp(actor(), guards, from == null ? null : date(from));
        keep(BookKind.POST);
        keep(BookKind.SHIFT);
        tell("roster.setup", made, new SetUpView(dryRun(), lang()));
        return ExitCode.OK;
    }

    private record SetUpView(boolean dryRun, Lang lang) implements View<SetUp> {
        @Override
        public void text(SetUp made, Out out) {
            out.line(
                    (!made.changed()
                                    ? BookViewText.SET_UP_ALREADY
                                    : dryRun ? BookViewText.WOULD_SET_UP : BookViewText.SET_UP)
                            .with(),
                    Tone.STRONG);
            boolean leads = false;
            for (BookSaved saved : made.saved()) {
                leads |= rows(saved.added(), out) | rows(saved.unchanged(), out);
            }
            out.line(BookViewText.RULES_IN_FORCE.with(made.profile()));
            if (leads) {
                out.line(BookViewText.LEADS_NEXT.with());
            }
        }

        /** Returns whether some shift has lead seats. */
        private boolean rows(List<BookRow> rows, Out out) {
            boolean leads = false;
            for (BookRow row : rows) {
                StringBuilder line =
                        new StringBuilder("  ").append(row.key()).append("  ").append(row.text(BookColumn.NAME));
                if (row.kind() == BookKind.SHIFT) {
                    line.append("  ")
                            .append(row.text(BookColumn.START))
                            .append('–')
                            .append(row.text(BookColumn.END))
                            .append("  ")
                            .append(BookWords.text(row, BookColumn.KIND, lang))
                            .append("  ")
                            .append(BookWords.text(row, BookColumn.DAYS, lang));
                }
                out.line(line.toString());
                leads |= row.kind() == BookKind.SHIFT
                        && !row.text(BookColumn.LEADS).equals("0");
            }
            return leads;
        }

        @Override
        public void json(SetUp made, Json json) {
            json.field("changed", made.changed())
                    .field("dryRun", dryRun)
                    .field("profile", made.profile())
                    .field("profileChosen", made.profileChosen());
            for (BookSaved saved : made.saved()) {
                json.array(BookRows.key(saved.kind()));
                BookRows rows = new BookRows(saved.kind(), lang);
                for (BookRow row : saved.added().isEmpty() ? saved.unchanged() : saved.added()) {
                    json.object();
                    rows.json(row, json);
                    json.end();
                }
                json.end();
            }
        }
    }
}
