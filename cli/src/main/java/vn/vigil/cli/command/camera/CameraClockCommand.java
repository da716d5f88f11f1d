package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Camera;
import vn.vigil.camera.ClockAsked;
import vn.vigil.camera.ClockReading;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.config.Setting;

/** {@code vigil camera clock}: how far cameras' clocks are off, and how far they were. */
@Command(name = "clock")
public final class CameraClockCommand extends ListCommand {
    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final Duration HISTORY = Duration.ofDays(30);

    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--stored")
    private boolean stored;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--timeout", paramLabel = "LENGTH")
    private String timeout;

    /**
     * One camera's clock.
     *
     * @param asked null when nobody was asked
     * @param at the time of {@code --at}, or null
     * @param stood how it stood then, or when it was last read; null when never
     * @param history stored readings, newest first; null when not wanted
     */
    record Shown(Camera camera, ClockAsked asked, Instant at, ClockReading stood, List<ClockReading> history) {
        /** The reading that matters: asked now, else stored. */
        ClockReading reading() {
            return asked != null && asked.facts().reading() != null
                    ? asked.facts().reading()
                    : stood;
        }

        VigilException failure() {
            return asked == null ? null : asked.failure();
        }
    }

    @Override
    protected ExitCode run() {
        judgeOptions();
        List<Camera> chosen = chosen();
        List<ClockAsked> answers = stored || at != null ? List.of() : ask(chosen);
        if (answers.size() == 1 && answers.get(0).failure() != null) {
            throw answers.get(0).failure();
        }
        List<Shown> shown = new ArrayList<>(chosen.size());
        for (int i = 0; i < chosen.size(); i++) {
            shown.add(shown(chosen.get(i), answers.isEmpty() ? null : answers.get(i), chosen.size() == 1));
        }
        ClockRow row = new ClockRow(out());
        Format form = out().format();
        if (form == Format.JSON) {
            out().show("camera.clock", shown, row.document());
        } else if (shown.size() == 1 && (form == Format.TABLE || form == Format.PLAIN)) {
            out().show("camera.clock", shown.get(0), row.one());
        } else {
            out().list("camera.clock", "cameras", shown, row);
        }
        return exit(answers);
    }

    /** All faults of the options at once would need two sentences at most: each excludes the rest. */
    private void judgeOptions() {
        VigilException wrong = new VigilException(ErrorKind.USAGE, "VG-CAMERA-WHICH", RecordView.WHICH_CAMERA.with());
        if (cameras.isEmpty() && !all) {
            wrong.why(RecordView.NAME_ONE_OR_ALL.with());
        }
        if (!cameras.isEmpty() && all) {
            wrong.why(RecordView.NAMED_AND_ALL.with());
        }
        if (at != null && (from != null || to != null || length != null)) {
            wrong.why(RecordView.AT_OR_SPAN.with());
        }
        if (from == null && to != null) {
            wrong.why(RecordView.TO_WITHOUT_FROM.with());
        }
        if (!wrong.why().isEmpty()) {
            throw wrong;
        }
    }

    private List<Camera> chosen() {
        if (all) {
            return vigil().cameras().list();
        }
        List<Camera> chosen = new ArrayList<>();
        for (String text : cameras) {
            Camera camera = vigil().cameras().find(text);
            if (!chosen.contains(camera)) {
                chosen.add(camera);
            }
        }
        return chosen;
    }

    private List<ClockAsked> ask(List<Camera> chosen) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<CameraId> ids = new ArrayList<>(chosen.size());
        for (Camera c : chosen) {
            ids.add(c.id());
        }
        Duration answer = timeout == null ? vigil().config().duration(Setting.CAMERA_TIMEOUT) : duration(timeout);
        return vigil().cameras().askClocks(ids, answer, Deadline.in(world(), WHOLE), progress());
    }

    private Shown shown(Camera camera, ClockAsked asked, boolean alone) {
        if (at != null) {
            Instant then = instant(at);
            return new Shown(camera, null, then, vigil().cameras().clockAt(camera.id(), then), null);
        }
        List<ClockReading> history = null;
        if (alone || from != null || length != null) {
            history = vigil().cameras().clocks(camera.id(), within());
        }
        return new Shown(camera, asked, null, vigil().cameras().lastClock(camera.id()), history);
    }

    /** The last 30 days, when nobody says otherwise; the reading just made is within. */
    private TimeSpan within() {
        if (from != null) {
            return span(from, to, to == null && length == null ? TO_NOW : length);
        }
        Instant end = world().now().plusSeconds(1);
        return new TimeSpan(end.minus(length == null ? HISTORY : duration(length)), end);
    }

    /** Longer than anything was ever recorded: up to now and beyond. */
    private static final String TO_NOW = "36600d";

    /** One failure of several leaves the others standing; all failing alike is that failure. */
    private static ExitCode exit(List<ClockAsked> answers) {
        ExitCode code = null;
        int failed = 0;
        boolean alike = true;
        for (ClockAsked a : answers) {
            if (a.failure() != null) {
                ExitCode own = ExitCode.of(a.failure().kind());
                alike &= code == null || code == own;
                code = own;
                failed++;
            }
        }
        return failed == 0 ? ExitCode.OK : failed == answers.size() && alike ? code : ExitCode.PARTIAL;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.NO_STORE,
                ExitCode.DENIED,
                ExitCode.UNREACHABLE,
                ExitCode.NOT_FOUND,
                ExitCode.PARTIAL,
                ExitCode.REFUSED);
    }
}
