package vn.vigil.cli.command.extract;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.hold.Sight;

/** {@code vigil extract can}: whether the footage is there, before anybody waits for it. */
@Command(name = "can")
public final class ExtractCanCommand extends CommandBase {
    @Option(names = "--camera", paramLabel = "CAMERA", required = true)
    private List<CameraId> cameras;

    @Option(names = "--from", paramLabel = "TIME", required = true)
    private List<String> from;

    @Option(names = "--to", paramLabel = "TIME")
    private List<String> to = new ArrayList<>();

    @Option(names = "--for", paramLabel = "LENGTH")
    private List<String> length = new ArrayList<>();

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.PARTIAL);
    }

    @Override
    protected ExitCode run() {
        List<Sight> sights = vigil().holds().can(Spans.wanted(cameras, from, to, length, this::span), progress());
        out().show("extract.can", sights, new SightsView());
        return SightsView.exit(sights);
    }
}
