package vn.vigil.cli.command.site;

import picocli.CommandLine.Command;
import vn.vigil.base.Version;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil version}. */
@Command(name = "version")
public final class VersionCommand extends CommandBase {
    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    protected ExitCode run() {
        out().show("version", Version.NUMBER, new VersionView());
        return ExitCode.OK;
    }

    private static final class VersionView implements View<String> {
        @Override
        public void text(String number, Out out) {
            out.line("vigil " + number);
        }

        @Override
        public void json(String number, Json json) {
            json.field("version", number).field("java", Runtime.version().toString());
        }
    }
}
