package vn.vigil.cli.command.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.PlacedView;
import vn.vigil.evidence.Wanted;
import vn.vigil.hold.HoldState;
import vn.vigil.hold.NewHold;
import vn.vigil.hold.Placed;

/** {@code vigil extract hold}: have footage kept before anybody decides about it. */
@Command(name = "hold")
public final class HoldCommand extends CommandBase {
    /** So long copying goes on while somebody waits. */
    static final Duration WAIT = Duration.ofMinutes(10);

    @Parameters(arity = "0..1", paramLabel = "CASE")
    private CaseId cause;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private List<CameraId> cameras = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME")
    private List<String> from = new ArrayList<>();

    @Option(names = "--to", paramLabel = "TIME")
    private List<String> to = new ArrayList<>();

    @Option(names = "--for", paramLabel = "LENGTH")
    private List<String> length = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--keep-until", paramLabel = "DATE")
    private String keepUntil;

    @Option(names = "--wait", paramLabel = "LENGTH")
    private String wait;

    @Option(names = "--later")
    private boolean later;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.PARTIAL);
    }

    @Override
    protected ExitCode run() {
        Placed placed = vigil().holds()
                .place(
                        actor(),
                        new NewHold(cause, wanted(), reason, keepUntil == null ? null : date(keepUntil)),
                        later ? Duration.ZERO : wait == null ? WAIT : duration(wait),
                        progress());
        for (Message note : placed.notes()) {
            note(note);
        }
        tell("extract.hold", placed, new PlacedView());
        return exit(placed);
    }

    /** What a request asks for, unless cameras and times are given. */
    private List<Wanted> wanted() {
        boolean given = !cameras.isEmpty() || !from.isEmpty();
        return !given && cause != null && cause.series().equals("EXT")
                ? vigil().extracts().get(cause).content().wanted()
                : Spans.wanted(cameras, from, to, length, this::span);
    }

    /** 15 while anything of it is not secured. */
    static ExitCode exit(Placed placed) {
        boolean all = placed.outcome() == Placed.Outcome.WOULD_WRITE
                || placed.held().stream().noneMatch(h -> h.state() == HoldState.PENDING || h.state() == HoldState.LOST);
        return all ? ExitCode.OK : ExitCode.PARTIAL;
    }
}
