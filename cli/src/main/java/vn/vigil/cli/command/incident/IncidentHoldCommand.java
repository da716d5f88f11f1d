package vn.vigil.cli.command.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.PlacedView;
import vn.vigil.hold.HoldState;
import vn.vigil.hold.Placed;

/** {@code vigil incident hold}: have footage of it kept. */
@Command(name = "hold")
public final class IncidentHoldCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private List<CameraId> cameras = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--wait", paramLabel = "LENGTH")
    private String wait;

    @Option(names = "--later")
    private boolean later;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.PARTIAL, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        TimeSpan span = from == null ? null : span(from, to, length);
        Placed placed = vigil().incidents()
                .hold(
                        actor(),
                        incident,
                        cameras,
                        span,
                        later ? Duration.ZERO : wait == null ? WAIT : duration(wait),
                        progress());
        placed.notes().forEach(this::note);
        tell("incident.hold", placed, new PlacedView());
        boolean all = later
                || placed.outcome() == Placed.Outcome.WOULD_WRITE
                || placed.held().stream()
                        .noneMatch(h -> h.state() == HoldState.LOST
                                || h.state() == HoldState.PENDING
                                        && !h.span().to().isAfter(world().now()));
        return all ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
