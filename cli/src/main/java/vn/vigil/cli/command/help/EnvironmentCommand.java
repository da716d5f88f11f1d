package vn.vigil.cli.command.help;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.config.Setting;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** {@code vigil help environment}: the variables that vigil reads. */
@Command(name = "environment")
public final class EnvironmentCommand extends ListCommand {
    /**
     * One variable.
     *
     * @param setting the settings key it stands for, or empty
     */
    private record Variable(String name, String setting, MessageKey meaning) {}

    @Override
    protected ExitCode run() {
        List<Variable> all = new ArrayList<>();
        all.add(new Variable("VIGIL_HOME", "", TopicText.VIGIL_HOME));
        all.add(new Variable("VIGIL_ETC", "", TopicText.VIGIL_ETC));
        for (Setting setting : Setting.values()) {
            all.add(new Variable(setting.variable(), setting.key(), setting));
        }
        all.add(new Variable("VIGIL_JAVA", "", TopicText.VIGIL_JAVA));
        all.add(new Variable("VIGIL_JAVA_OPTS", "", TopicText.VIGIL_JAVA_OPTS));
        all.add(new Variable("NO_COLOR", "", TopicText.NO_COLOR));
        all.add(new Variable("TERM", "", TopicText.TERM));
        all.add(new Variable("LC_ALL, LC_MESSAGES, LANG", "", TopicText.LANG_LOCALE));
        out().list("help.environment", "variables", all, new VariableView(lang()));
        return ExitCode.OK;
    }

    private record VariableView(Lang lang) implements RowView<Variable> {
        @Override
        public String[] columns() {
            return new String[] {"variable", "setting", "meaning"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {TopicText.VARIABLE, TopicText.SETTING, TopicText.MEANING};
        }

        @Override
        public void cells(Variable v, Cells cells) {
            cells.add(v.name()).add(v.setting()).add(Texts.pattern(v.meaning(), lang));
        }

        @Override
        public void json(Variable v, Json json) {
            json.field("variable", v.name())
                    .field("setting", v.setting().isEmpty() ? null : v.setting())
                    .field("meaning", Texts.pattern(v.meaning(), lang));
        }
    }
}
