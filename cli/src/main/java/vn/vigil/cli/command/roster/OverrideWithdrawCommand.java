package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.SavedOverride;

/** {@code vigil roster override withdraw}: takes an override back that has not begun. */
@Command(name = "withdraw")
public final class OverrideWithdrawCommand extends WatchCommand {
    @Parameters(paramLabel = "OVERRIDE")
    private long id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        tell("roster.override.withdraw", vigil().watch().withdraw(actor(), id, reason), new WithdrawnView(dryRun()));
        return ExitCode.OK;
    }

    private record WithdrawnView(boolean dryRun) implements View<SavedOverride> {
        @Override
        public void text(SavedOverride s, Out out) {
            WatchViewText what = s.unchanged()
                    ? WatchViewText.WITHDRAWN_UNCHANGED
                    : dryRun ? WatchViewText.WOULD_WITHDRAW : WatchViewText.WITHDRAWN;
            out.line(what.with(s.overlay().id(), s.overlay().stretch().slot()), Tone.STRONG);
        }

        @Override
        public void json(SavedOverride s, Json json) {
            json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
            json.object("override");
            new OverlayRow(null).json(s.overlay(), json);
            json.end();
        }
    }
}
