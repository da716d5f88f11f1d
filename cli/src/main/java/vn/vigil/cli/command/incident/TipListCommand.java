package vn.vigil.cli.command.incident;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.Tip;

/** {@code vigil incident tip list}: tips without their words. */
@Command(name = "list")
public final class TipListCommand extends ListCommand {
    @Option(names = "--open")
    private boolean open;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        List<Tip> tips = new ArrayList<>();
        for (Tip tip : vigil().incidents().tips().list()) {
            if (!open || tip.state() == Tip.State.OPEN) {
                tips.add(tip);
            }
        }
        out().list("incident.tip.list", "tips", tips, new TipView(out()));
        return ExitCode.OK;
    }
}
