package vn.vigil.cli.command.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.CameraId;
import vn.vigil.cli.view.HoldView;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.PlacedView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.cli.view.Width;
import vn.vigil.hold.Held;
import vn.vigil.incident.Addressee;
import vn.vigil.incident.CaseEvent;
import vn.vigil.incident.CaseFile;
import vn.vigil.incident.EventKind;
import vn.vigil.incident.Field;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.Incident;
import vn.vigil.incident.OnWatch;
import vn.vigil.incident.OpenIncident;
import vn.vigil.incident.Source;
import vn.vigil.incident.Step;
import vn.vigil.incident.Task;
import vn.vigil.incident.Way;
import vn.vigil.incident.Zone;
import vn.vigil.text.TimeText;

/** Shows a whole case file. */
final class CaseView implements View<CaseFile> {
    @Override
    public void text(CaseFile f, Out out) {
        Incident i = f.incident();
        OpenIncident t = i.told();
        String title = i.masked() ? out.text(IncidentLabel.MASKED.with()) : t.title();
        out.line(i.id() + "  " + title, Tone.STRONG);
        IncidentLabel[] labels = {
            IncidentLabel.STATE,
            IncidentLabel.KIND,
            IncidentLabel.AT,
            IncidentLabel.NOTICED,
            IncidentLabel.PLACE,
            IncidentLabel.SOURCE,
            IncidentLabel.OPENED_BY,
            IncidentLabel.OWNER,
            IncidentLabel.CAMERAS
        };
        int width = 0;
        for (IncidentLabel label : labels) {
            width = Math.max(width, Width.of(out.text(label.with())) + 2);
        }
        String state = out.text((i.open() ? IncidentLabel.STATE_OPEN : IncidentLabel.STATE_CLOSED).with())
                + (i.closedAt() == null ? "" : ", " + time(out, i.closedAt()))
                + (i.restricted() ? "; " + out.text(IncidentLabel.RESTRICTED.with()) : "");
        pair(out, IncidentLabel.STATE, width, state);
        pair(
                out,
                IncidentLabel.KIND,
                width,
                i.kind().name(out.lang()) + "; " + out.text(t.gravity().with()));
        pair(
                out,
                IncidentLabel.AT,
                width,
                time(out, t.happenedAt()) + (t.until() == null ? "" : " – " + time(out, t.until())));
        pair(out, IncidentLabel.NOTICED, width, time(out, t.detectedAt()));
        if (!i.masked()) {
            pair(
                    out,
                    IncidentLabel.PLACE,
                    width,
                    (t.place().isEmpty() ? "" : t.place() + ", ")
                            + out.text(t.zone().with()));
        }
        pair(out, IncidentLabel.SOURCE, width, out.text(t.source().with()));
        pair(out, IncidentLabel.OPENED_BY, width, i.openedBy() + ", " + time(out, i.openedAt()));
        if (i.owner() != null) {
            pair(out, IncidentLabel.OWNER, width, i.owner().value());
        }
        if (!t.cameras().isEmpty()) {
            pair(out, IncidentLabel.CAMERAS, width, cameras(i));
        }
        for (OnWatch w : f.watch()) {
            out.line(onWatch(w, out));
        }
        steps(f, out);
        if (!f.events().isEmpty()) {
            out.line(IncidentLabel.COURSE.with(), Tone.STRONG);
        }
        for (CaseEvent e : f.events()) {
            Tone tone = e.withdrawn() ? Tone.FAINT : e.kind() == EventKind.CAMERA_FAULT ? Tone.BAD : Tone.PLAIN;
            out.line("  " + entry(e, out), tone);
        }
        if (!f.tasks().isEmpty()) {
            out.line(IncidentLabel.TASKS.with(), Tone.STRONG);
        }
        for (Task task : f.tasks()) {
            String due = task.due() == null ? "–" : task.due().toString();
            String words = task.words().isEmpty() ? out.text(IncidentLabel.MASKED.with()) : task.words();
            out.line(
                    IncidentLabel.TASK_LINE.with(
                            task.number(),
                            out.text(TaskView.state(task).with()),
                            words,
                            task.owner(),
                            due,
                            task.outcome()),
                    task.open() ? Tone.WARNING : Tone.FAINT);
        }
        if (!f.holds().isEmpty()) {
            out.line(IncidentLabel.HOLDS.with(), Tone.STRONG);
        }
        for (Held held : f.holds()) {
            PlacedView.line(held, out);
        }
        if (i.masked()) {
            out.line(IncidentLabel.HOW_TO_REVEAL.with(i.id()), Tone.FAINT);
        }
    }

    /** To the second: nobody reads fractions. */
    private static String time(Out out, Instant at) {
        return out.time(at.truncatedTo(ChronoUnit.SECONDS));
    }

    private static void pair(Out out, IncidentLabel label, int width, String value) {
        out.pair(out.text(label.with()), width, value);
    }

    private static void steps(CaseFile f, Out out) {
        out.line(IncidentLabel.STEPS.with(), Tone.STRONG);
        int width = 0;
        for (Step step : f.steps()) {
            width = Math.max(width, Width.of(out.text(step.what().with())) + 2);
        }
        for (Step step : f.steps()) {
            String what = out.text(step.what().with());
            String name = "  " + what + " ".repeat(width - Width.of(what));
            if (step.at() == null) {
                out.line(name + out.text(IncidentLabel.NOT_YET.with()), Tone.FAINT);
            } else {
                String after = step.after().isZero() ? "" : "  +" + TimeText.print(step.after());
                String whom = step.whom().isEmpty() ? "" : "  " + whom(step.whom(), out);
                out.line(name + time(out, step.at()) + after + whom + "  (" + step.by() + ")");
            }
        }
    }

    static String onWatch(OnWatch w, Out out) {
        String came = w.checkedIn() == null
                ? out.text(IncidentLabel.NOT_CHECKED_IN.with())
                : out.text(IncidentLabel.CHECKED_IN.with(time(out, w.checkedIn())));
        return out.text(IncidentLabel.ON_WATCH.with(
                w.name(), w.post(), w.shift(), w.role().with(), came));
    }

    static String cameras(Incident i) {
        StringBuilder text = new StringBuilder();
        for (CameraId camera : i.told().cameras()) {
            text.append(text.length() == 0 ? "" : " ").append(camera);
        }
        return text.toString();
    }

    static String fault(CaseEvent e, Out out) {
        String camera = e.ref().substring(e.ref().indexOf('/') + 1);
        return out.text(IncidentLabel.CAMERA_FAULT.with(camera, time(out, e.at()), e.words()));
    }

    /** {@code 4  14:07  done  text (lan)}. */
    static String entry(CaseEvent e, Out out) {
        StringBuilder line = new StringBuilder();
        line.append(e.number()).append("  ").append(time(out, e.at())).append("  ");
        line.append(out.text(e.kind().with()));
        String about = about(e, out);
        if (!about.isEmpty()) {
            line.append(": ").append(about);
        }
        if (!e.words().isEmpty() && e.kind() != EventKind.CORRECTED) {
            line.append(about.isEmpty() ? ": " : " – ").append(words(e, out));
        }
        if (!e.reason().isEmpty()) {
            line.append(" (")
                    .append(out.text(IncidentLabel.REASON.with(e.reason())))
                    .append(')');
        }
        line.append("  [").append(e.by()).append(']');
        if (e.withdrawn()) {
            line.append("  ").append(out.text(IncidentLabel.WITHDRAWN.with()));
        } else if (e.corrected()) {
            line.append("  ").append(out.text(IncidentLabel.CORRECTED.with()));
        }
        return line.toString();
    }

    private static String words(CaseEvent e, Out out) {
        Way way = e.way();
        return way == null
                ? e.words()
                : out.text(way.with()) + e.words().substring(way.id().length());
    }

    /** A name, or what an outside body is called in general. */
    private static String whom(String whom, Out out) {
        Addressee body = Addressee.of(whom);
        return body == null ? whom : out.text(body.with());
    }

    private static String about(CaseEvent e, Out out) {
        return switch (e.kind()) {
            case TOLD -> {
                Addressee to = Addressee.of(e.ref());
                String name = to == null ? "" : out.text(to.with());
                yield e.whom().isEmpty() ? name : name + ", " + e.whom();
            }
            case CORRECTED -> corrected(e, out);
            case TASK -> e.whom() + (e.ref().isEmpty() ? "" : ", " + out.text(IncidentLabel.UNTIL.with(e.ref())));
            case DISPATCH, ARRIVED, ASSIGNED -> whom(e.whom(), out);
            case TASK_DONE, TASK_DROPPED ->
                e.ref().isEmpty() ? "" : e.ref().substring(e.ref().indexOf('/') + 1);
            case CAMERA_FAULT, LINKED -> e.ref().startsWith("camera/") ? e.ref().substring(7) : e.ref();
            case NOTE, ACTION, CLOSED, REOPENED -> "";
        };
    }

    private static String corrected(CaseEvent e, Out out) {
        if (e.ref().isEmpty()) {
            return "";
        }
        String[] parts = e.ref().split("/");
        if (parts[0].equals("camera")) {
            return out.text(IncidentLabel.WITHOUT_CAMERA.with(parts[1]));
        }
        if (parts[0].equals("event")) {
            IncidentLabel what =
                    switch (parts[2]) {
                        case "at" -> IncidentLabel.EVENT_AT;
                        case "words" -> IncidentLabel.EVENT_WORDS;
                        default -> IncidentLabel.EVENT_WITHDRAWN;
                    };
            return out.text(
                    what.with(parts[1], parts[2].equals("at") ? time(out, Instant.parse(e.words())) : e.words()));
        }
        Field field = Field.of(parts[0]);
        return out.text(field.with()) + " → " + value(field, e.words(), out);
    }

    private static String value(Field field, String words, Out out) {
        if (words.isEmpty()) {
            return "–";
        }
        return switch (field) {
            case SEVERITY -> out.text(Gravity.of(words).with());
            case ZONE -> out.text(Zone.valueOf(words.toUpperCase(Locale.ROOT)).with());
            case SOURCE -> out.text(Source.of(words).with());
            case HAPPENED, UNTIL, DETECTED -> time(out, Instant.parse(words));
            case RESTRICTED -> out.text((words.equals("true") ? IncidentLabel.YES : IncidentLabel.NO).with());
            case KIND, TITLE, PLACE -> words;
        };
    }

    @Override
    public void json(CaseFile f, Json json) {
        json.object("incident");
        IncidentView.fields(f.incident(), json);
        json.end().object("original");
        IncidentView.told(f.original(), json);
        json.end().array("steps");
        for (Step step : f.steps()) {
            json.object()
                    .field("step", step.what().id())
                    .field("at", step.at())
                    .field("by", step.by())
                    .field("whom", step.whom());
            if (step.after() != null) {
                json.field("afterSeconds", step.after().toSeconds());
            }
            json.end();
        }
        json.end();
        watchFields(f, json);
        eventFields(f.events(), json);
        json.array("tasks");
        for (Task task : f.tasks()) {
            json.object();
            TaskView.fields(task, json);
            json.end();
        }
        json.end().array("holds");
        for (Held held : f.holds()) {
            json.object();
            HoldView.fields(held, json);
            json.end();
        }
        json.end();
    }

    static void watchFields(CaseFile f, Json json) {
        json.array("watch");
        for (OnWatch w : f.watch()) {
            json.object()
                    .field("post", w.post())
                    .field("shift", w.shift())
                    .field("role", w.role().id())
                    .field("member", w.member() == null ? null : w.member().value())
                    .field("name", w.name())
                    .field("checkedIn", w.checkedIn())
                    .end();
        }
        json.end();
    }

    static void eventFields(List<CaseEvent> events, Json json) {
        json.array("events");
        for (CaseEvent e : events) {
            json.object()
                    .field("number", e.number())
                    .field("kind", e.kind().id())
                    .field("at", e.at())
                    .field("by", e.by())
                    .field("words", e.words())
                    .field("ref", e.ref())
                    .field("whom", e.whom())
                    .field("reason", e.reason())
                    .field("enteredAt", e.enteredAt())
                    .field("enteredBy", e.enteredBy())
                    .field("corrected", e.corrected())
                    .field("withdrawn", e.withdrawn())
                    .end();
        }
        json.end();
    }
}
