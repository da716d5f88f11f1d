package vn.vigil.cli.command.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Out;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldState;
import vn.vigil.hold.Placed;
import vn.vigil.incident.CaseChange;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.NewTelling;
import vn.vigil.incident.OpenIncident;
import vn.vigil.incident.Opened;
import vn.vigil.incident.Source;
import vn.vigil.incident.Way;
import vn.vigil.incident.Zone;

/** {@code vigil incident open}: something happened; put it on record, and hold the footage. */
@Command(name = "open")
public final class IncidentOpenCommand extends IncidentCommand implements Asking {
    @Option(names = "--kind", paramLabel = "KIND", required = true)
    private String kind;

    @Option(names = "--severity", paramLabel = "LEVEL")
    private Gravity severity = Gravity.MEDIUM;

    @Option(names = "--title", paramLabel = "TEXT", required = true)
    private String title;

    @Option(names = "--place", paramLabel = "TEXT")
    private String place = "";

    @Option(names = "--zone", paramLabel = "ZONE")
    private Zone zone = Zone.INSIDE;

    @Option(names = "--source", paramLabel = "SOURCE")
    private Source source;

    @Option(names = "--at", paramLabel = "TIME")
    private String at = "now";

    @Option(names = "--until", paramLabel = "TIME")
    private String until;

    @Option(names = "--detected", paramLabel = "TIME")
    private String detected;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private List<CameraId> cameras = new ArrayList<>();

    @Option(names = "--tip", paramLabel = "TIP")
    private CaseId tip;

    @Option(names = "--restricted")
    private boolean restricted;

    @Option(names = "--notify")
    private boolean notify;

    @Option(names = "--no-hold")
    private boolean noHold;

    @Option(names = "--wait", paramLabel = "LENGTH")
    private String wait;

    @Option(names = "--later")
    private boolean later;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.PARTIAL, ExitCode.REFUSED);
    }

    @Override
    public Question next(Given given) {
        return new IncidentQuestions(vigil(), out(), this::instant).next(given);
    }

    @Override
    public Message wrong(String option, String value) {
        return new IncidentQuestions(vigil(), out(), this::instant).wrong(option, value);
    }

    @Override
    public void answered(String option, Given given, Out to) {
        new IncidentQuestions(vigil(), to, this::instant).answered(option, given);
    }

    @Override
    protected ExitCode run() {
        Duration patience = wait == null ? WAIT : duration(wait);
        if (tip != null) {
            vigil().incidents().tips().get(tip);
        }
        OpenIncident told = new OpenIncident(
                kind,
                severity,
                title,
                place,
                zone,
                source != null ? source : tip != null ? Source.TIP : Source.WATCH,
                instant(at),
                time(until),
                time(detected),
                restricted,
                cameras);
        Opened opened = vigil().incidents().open(actor(), told);
        keepNumbers();
        CaseId id = opened.incident().id();
        if (tip != null && !dryRun()) {
            vigil().incidents().tips().raised(actor(), tip, id);
        }
        boolean hold = !noHold && !opened.incident().told().cameras().isEmpty() && !dryRun();
        // On record first: whatever the recorders do, the case has its holds.
        Placed placed = hold
                ? vigil().incidents().hold(actor(), id, List.of(), null, Duration.ZERO, Progress.NONE)
                : new Placed(List.of(), Placed.Outcome.UNCHANGED, List.of());
        CaseChange telling = notify && !dryRun() ? vigil().incidents().tell(actor(), id, EVERYBODY) : null;
        out().show("incident.open", new OpenedCase(opened, placed, telling), new OpenedView(dryRun(), quiet()));
        out().flush();
        if (notify && !dryRun()) {
            vigil().deliverMessages();
        }
        return hold && !later ? copied(placed, patience) : ExitCode.OK;
    }

    private static final NewTelling EVERYBODY = new NewTelling(List.of(), Way.MESSAGE, null, null, null);

    /** Copies what is over already; what is not yet is fetched by {@code extract hold retry}. */
    private ExitCode copied(Placed placed, Duration patience) {
        ExitCode code = ExitCode.OK;
        for (Held held :
                vigil().holds().copy(actor(), placed, patience, progress()).held()) {
            boolean notOver = held.span().to().isAfter(world().now());
            if (held.state() == HoldState.LOST || held.state() == HoldState.PENDING && !notOver) {
                warn(IncidentLabel.NOT_HELD.with(held.id(), held.camera()));
                code = ExitCode.PARTIAL;
            } else if (held.state() == HoldState.PENDING) {
                note(IncidentLabel.HELD_LATER.with(
                        held.id(), held.camera(), out().time(held.span().to())));
            }
        }
        return code;
    }
}
