package vn.vigil.cli.command.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.vigil.app.Vigil;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Camera;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.Choice;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.IncidentKind;
import vn.vigil.incident.OpenIncident;
import vn.vigil.incident.Source;
import vn.vigil.incident.Zone;

/** Asks for an incident field by field. For one verb at a terminal. */
final class IncidentQuestions {
    /** Reads a time, as {@code CommandBase.instant} does, or says why it is none. */
    interface TimeReading {
        Instant read(String text);
    }

    private final Vigil vigil;
    private final Out out;
    private final TimeReading time;

    IncidentQuestions(Vigil vigil, Out out, TimeReading time) {
        this.vigil = vigil;
        this.out = out;
        this.time = time;
    }

    Question next(Given given) {
        if (!given.has("--kind")) {
            List<Choice> kinds = new ArrayList<>();
            for (IncidentKind kind : vigil.incidents().kinds().all()) {
                kinds.add(new Choice(kind.word(), kind.name(out.lang())));
            }
            return Question.required("--kind", IncidentLabel.ASK_KIND.with(), Question.Kind.ONE, kinds);
        }
        if (!given.has("--title")) {
            return Question.required("--title", IncidentLabel.ASK_TITLE.with(), Question.Kind.FREE, List.of());
        }
        if (!given.has("--place")) {
            return new Question("--place", IncidentLabel.ASK_PLACE.with(), Question.Kind.FREE, "", places());
        }
        if (!given.has("--at")) {
            return new Question(
                    "--at",
                    IncidentLabel.ASK_AT.with(),
                    Question.Kind.FREE,
                    out.time(time.read("now")),
                    List.of(new Choice("now", ""), new Choice("-10m", ""), new Choice("today ", "")));
        }
        if (!given.has("--severity")) {
            return new Question(
                    "--severity",
                    IncidentLabel.ASK_SEVERITY.with(),
                    Question.Kind.ONE,
                    "medium",
                    words(Gravity.values()));
        }
        if (!given.has("--source")) {
            return new Question(
                    "--source", IncidentLabel.ASK_SOURCE.with(), Question.Kind.ONE, "watch", words(Source.values()));
        }
        if (!given.has("--camera")) {
            List<Choice> cameras = new ArrayList<>();
            for (Camera camera : vigil.cameras().list()) {
                String where = camera.place() == null ? "" : camera.place();
                cameras.add(new Choice(camera.id().value(), (camera.name() + "  " + where).strip()));
            }
            return new Question("--camera", IncidentLabel.ASK_CAMERAS.with(), Question.Kind.MANY, near(given), cameras);
        }
        return given.has("--notify") ? null : Question.flag("--notify", IncidentLabel.ASK_NOTIFY.with());
    }

    /** Places that cameras stand at, each once. */
    private List<Choice> places() {
        TreeSet<String> places = new TreeSet<>();
        for (Camera camera : vigil.cameras().list()) {
            if (camera.place() != null && !camera.place().isEmpty()) {
                places.add(camera.place());
            }
        }
        List<Choice> choices = new ArrayList<>();
        places.forEach(p -> choices.add(new Choice(p, "")));
        return choices;
    }

    private List<Choice> words(MessageKey... keys) {
        List<Choice> choices = new ArrayList<>();
        for (MessageKey key : keys) {
            choices.add(new Choice(key.id(), out.text(key.with())));
        }
        return choices;
    }

    /** The cameras near the place, with commas between; empty when none is. */
    private String near(Given given) {
        List<String> near = new ArrayList<>();
        for (CameraId camera : vigil.incidents().propose(told(given)).near()) {
            near.add(camera.value());
        }
        return String.join(",", near);
    }

    private OpenIncident told(Given given) {
        Instant at = time.read(given.is("--at") ? given.value("--at") : "now");
        String place = given.is("--place") ? given.value("--place") : "";
        return new OpenIncident(
                "other", Gravity.MEDIUM, "x", place, Zone.INSIDE, Source.WATCH, at, null, null, false, List.of());
    }

    /** What is wrong with an answer; null when nothing is. */
    Message wrong(String option, String value) {
        try {
            if (option.equals("--at")) {
                time.read(value);
            }
            return null;
        } catch (VigilException e) {
            return e.what();
        }
    }

    /** Once the time is known: the span that will be held. */
    void answered(String option, Given given) {
        if (option.equals("--at")) {
            TimeSpan span = vigil.incidents().propose(told(given)).span();
            out.line(IncidentLabel.WILL_HOLD.with(out.time(span.from()), out.time(span.to())), Tone.FAINT);
            out.flush();
        }
    }
}
