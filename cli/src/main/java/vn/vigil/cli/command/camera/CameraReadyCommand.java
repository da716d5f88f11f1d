package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.Severity;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Readiness;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.config.Setting;

/** {@code vigil camera ready}: whether footage of a time could be delivered now, and why not. */
@Command(name = "ready")
public final class CameraReadyCommand extends ListCommand {
    /** A search has several answers. */
    private static final int ANSWERS = 3;

    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Long enough ago for every recorder to have written it. */
    private static final Duration AGO = Duration.ofHours(1);

    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--essential")
    private boolean essential;

    @Option(names = "--timeout", paramLabel = "LENGTH")
    private String timeout;

    @Option(names = "--deadline", paramLabel = "LENGTH")
    private String deadline;

    @Override
    protected ExitCode run() {
        Instant from =
                at == null ? world().now().truncatedTo(ChronoUnit.SECONDS).minus(AGO) : instant(at);
        TimeSpan span = new TimeSpan(from, from.plus(length == null ? MINUTE : duration(length)));
        List<CameraId> chosen = chosen();
        List<Readiness> answers = List.of();
        if (chosen.isEmpty()) {
            note(RecordView.NO_CAMERAS.with());
        } else {
            Duration answer = timeout == null ? vigil().config().duration(Setting.CAMERA_TIMEOUT) : duration(timeout);
            Deadline whole = Deadline.in(world(), deadline == null ? WHOLE : duration(deadline));
            answers = vigil().cameras().ready(chosen, span, answer.multipliedBy(ANSWERS), whole, progress());
        }
        ReadyRow row = new ReadyRow(out());
        if (out().format() == Format.JSON) {
            out().show("camera.ready", answers, row.document(span));
        } else {
            out().list("camera.ready", "cameras", quiet() ? findings(answers) : answers, row);
        }
        Severity worst = Severity.OK;
        for (Readiness r : answers) {
            worst = worst.worst(severity(r.answer()));
        }
        return ExitCode.of(worst);
    }

    static Severity severity(Readiness.Answer answer) {
        return switch (answer) {
            case YES -> Severity.OK;
            case PARTLY -> Severity.WARNING;
            case NO -> Severity.CRITICAL;
            case UNKNOWN -> Severity.UNKNOWN;
        };
    }

    private List<CameraId> chosen() {
        List<CameraId> ids = new ArrayList<>();
        if (cameras.isEmpty()) {
            for (Camera c : vigil().cameras().list()) {
                add(ids, c);
            }
        }
        for (String text : cameras) {
            add(ids, vigil().cameras().find(text));
        }
        return ids;
    }

    private void add(List<CameraId> ids, Camera c) {
        if ((c.essential() || !essential) && !ids.contains(c.id())) {
            ids.add(c.id());
        }
    }

    private static List<Readiness> findings(List<Readiness> all) {
        List<Readiness> bad = new ArrayList<>();
        for (Readiness r : all) {
            if (r.answer() != Readiness.Answer.YES) {
                bad.add(r);
            }
        }
        return bad;
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN, ExitCode.NOT_FOUND);
    }
}
