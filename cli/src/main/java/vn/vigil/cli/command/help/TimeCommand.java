package vn.vigil.cli.command.help;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** {@code vigil help time}: how times, lengths and spans are written. A test reads every form listed here. */
@Command(name = "time")
public final class TimeCommand extends ListCommand {
    /** One way of writing. */
    record Form(String written, TopicText meaning) {}

    static final List<Form> FORMS = List.of(
            new Form("2026-03-02T14:05:00+07:00", TopicText.TIME_RFC),
            new Form("2026-03-02 14:05", TopicText.TIME_LOCAL),
            new Form("2026-03-02", TopicText.TIME_DATE),
            new Form("2/3/2026 14:05", TopicText.TIME_SLASH),
            new Form("yesterday 14:05", TopicText.TIME_TODAY),
            new Form("now", TopicText.TIME_NOW),
            new Form("-2h", TopicText.TIME_AGO),
            new Form("1h30m", TopicText.TIME_LENGTH),
            new Form("--from TIME --for 12m", TopicText.TIME_SPAN));

    @Override
    protected ExitCode run() {
        out().list("help.time", "forms", FORMS, new FormView(lang()));
        return ExitCode.OK;
    }

    private record FormView(Lang lang) implements RowView<Form> {
        @Override
        public String[] columns() {
            return new String[] {"written", "meaning"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {TopicText.WRITTEN, TopicText.MEANING};
        }

        @Override
        public void cells(Form form, Cells cells) {
            cells.add(form.written()).add(Texts.pattern(form.meaning(), lang));
        }

        @Override
        public void json(Form form, Json json) {
            json.field("written", form.written()).field("meaning", Texts.pattern(form.meaning(), lang));
        }
    }
}
