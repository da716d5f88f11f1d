package vn.vigil.cli.command.site;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.config.Config;

/** {@code vigil config show}: each setting as it holds, and where it comes from. */
@Command(name = "show")
public final class ConfigShowCommand extends ListCommand {
    @Option(names = "--origin")
    private boolean origin;

    @Override
    protected ExitCode run() {
        out().list("config.show", "settings", vigil().config().describe(), new SettingView(origin));
        return ExitCode.OK;
    }

    private record SettingView(boolean origin) implements RowView<Config.Origin> {
        @Override
        public String[] columns() {
            return origin ? new String[] {"setting", "value", "origin"} : new String[] {"setting", "value"};
        }

        @Override
        public MessageKey[] headings() {
            return origin
                    ? new MessageKey[] {SiteText.SETTING, SiteText.VALUE, SiteText.ORIGIN}
                    : new MessageKey[] {SiteText.SETTING, SiteText.VALUE};
        }

        @Override
        public void cells(Config.Origin s, Cells cells) {
            cells.add(s.setting().key()).add(s.value() == null ? "-" : s.value());
            if (origin) {
                cells.add(s.origin(), "default".equals(s.origin()) ? Tone.FAINT : Tone.PLAIN);
            }
        }

        @Override
        public void json(Config.Origin s, Json json) {
            json.field("setting", s.setting().key()).field("value", s.value()).field("origin", s.origin());
        }
    }
}
