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

/** {@code vigil help exit-codes}. */
@Command(name = "exit-codes")
public final class ExitCodesCommand extends ListCommand {
    @Override
    protected ExitCode run() {
        out().list("help.exit-codes", "codes", List.of(ExitCode.values()), new CodeView(lang()));
        return ExitCode.OK;
    }

    private record CodeView(Lang lang) implements RowView<ExitCode> {
        @Override
        public String[] columns() {
            return new String[] {"code", "name", "meaning"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {TopicText.CODE, TopicText.NAME, TopicText.MEANING};
        }

        @Override
        public void cells(ExitCode code, Cells cells) {
            cells.add(code.number()).add(code.name()).add(Texts.pattern(code, lang));
        }

        @Override
        public void json(ExitCode code, Json json) {
            json.field("code", code.number()).field("name", code.name()).field("meaning", Texts.pattern(code, lang));
        }
    }
}
