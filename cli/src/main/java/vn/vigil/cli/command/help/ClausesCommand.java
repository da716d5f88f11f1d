package vn.vigil.cli.command.help;

import picocli.CommandLine.Command;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** {@code vigil help clauses}: which verb serves which clause of the regulation. */
@Command(name = "clauses")
public final class ClausesCommand extends ListCommand {
    @Override
    protected ExitCode run() {
        out().list("help.clauses", "clauses", Clause.all(), new ClauseView(lang()));
        return ExitCode.OK;
    }

    private record ClauseView(Lang lang) implements RowView<Clause> {
        @Override
        public String[] columns() {
            return new String[] {"clause", "state", "verbs", "subject"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {TopicText.CLAUSE, TopicText.STATE, TopicText.VERBS, TopicText.SUBJECT};
        }

        @Override
        public void cells(Clause c, Cells cells) {
            TopicText state = c.served() ? TopicText.SERVED : TopicText.PLANNED;
            cells.add(c.id())
                    .add(cells.forPeople() ? Texts.pattern(state, lang) : word(c), c.served() ? Tone.GOOD : Tone.FAINT)
                    .add(c.verbs().isEmpty() ? "-" : String.join(", ", c.verbs()))
                    .add(c.subject(lang));
        }

        @Override
        public void json(Clause c, Json json) {
            json.field("clause", c.id()).field("state", word(c)).array("verbs");
            for (String verb : c.verbs()) {
                json.value("vigil " + verb);
            }
            json.end().field("subject", c.subject(lang));
        }

        private static String word(Clause c) {
            return c.served() ? "served" : "planned";
        }
    }
}
