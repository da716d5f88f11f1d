package vn.vigil.cli.command.extract;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.app.Vigil;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Camera;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.Choice;
import vn.vigil.cli.view.Out;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.Wanted;

/** Asks for cameras and a span, and shows what of it is there. For one verb at a terminal. */
final class FootageQuestions {
    private static final List<Choice> LENGTHS =
            List.of(new Choice("10m", ""), new Choice("30m", ""), new Choice("1h", ""), new Choice("2h", ""));

    /** Reads a time, as {@code CommandBase.instant} does, or says why it is none. */
    interface TimeReading {
        void read(String text);
    }

    private final Vigil vigil;
    private final String from;
    private final TimeReading instant;
    private final Spans.Reading reading;

    /**
     * @param from the option that the span begins with
     * @param instant how the verb reads a time
     * @param reading how the verb reads a span
     */
    FootageQuestions(Vigil vigil, String from, TimeReading instant, Spans.Reading reading) {
        this.vigil = vigil;
        this.from = from;
        this.instant = instant;
        this.reading = reading;
    }

    /** The next of its questions; null when all are answered. */
    Question next(Given given) {
        if (!given.has("--camera")) {
            List<Choice> cameras = new ArrayList<>();
            for (Camera camera : vigil.cameras().list()) {
                String place = camera.place() == null ? "" : camera.place();
                cameras.add(new Choice(camera.id().value(), (camera.name() + "  " + place).strip()));
            }
            return Question.required("--camera", AskText.CAMERAS.with(), Question.Kind.MANY, cameras);
        }
        if (!given.has(from)) {
            return Question.required(
                    from,
                    AskText.FROM.with(),
                    Question.Kind.FREE,
                    List.of(new Choice("today ", ""), new Choice("yesterday ", ""), new Choice("-1h", "")));
        }
        return given.has("--for") || given.has("--to") || given.has("--to-time")
                ? null
                : Question.required("--for", AskText.FOR.with(), Question.Kind.FREE, LENGTHS);
    }

    /** What is wrong with a time or length; null for any other option. */
    Message wrong(String option, String value) {
        try {
            if (option.equals(from)) {
                instant.read(value);
            } else if (option.equals("--for")) {
                reading.span("2026-01-01T00:00:00Z", null, value);
            }
            return null;
        } catch (VigilException e) {
            return e.what();
        }
    }

    /** Once cameras and span are known: what the recorders say they hold of it. */
    void answered(String option, Given given, Out out) {
        if (!option.equals("--for")) {
            return;
        }
        TimeSpan span = reading.span(given.value(from), null, given.value("--for"));
        List<Wanted> wanted = new ArrayList<>();
        for (String camera : given.values("--camera")) {
            wanted.add(new Wanted(new CameraId(camera), Asked.recorded(span)));
        }
        try {
            new SightsView().text(vigil.holds().can(wanted, Progress.NONE), out);
        } catch (VigilException e) {
            out.line(AskText.CANNOT_LOOK.with(out.text(e.what())));
        }
        out.flush();
    }

    /** A question whose answer is any text that is not empty. */
    static Question text(String option, MessageKey key) {
        return Question.required(option, key.with(), Question.Kind.FREE, List.of());
    }
}
