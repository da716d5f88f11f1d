package vn.vigil.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.document.Paper;
import vn.vigil.document.Templates;
import vn.vigil.hold.Held;
import vn.vigil.hold.HeldClip;
import vn.vigil.people.Body;
import vn.vigil.people.Member;
import vn.vigil.people.OutsideBody;
import vn.vigil.people.SignatureBlock;
import vn.vigil.people.SiteProfile;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;
import vn.vigil.text.TimeText;

/** What the papers about one incident are filled with. For one paper. */
final class CasePapers {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Room room;
    private final CaseFile file;
    private final PaperRequest asked;
    private final Lang lang;
    private final List<Message> notes;
    private final SiteProfile site;

    /** @param notes what the reader should know is added */
    CasePapers(Room room, CaseFile file, PaperRequest asked, List<Message> notes) {
        this.room = room;
        this.file = file;
        this.asked = asked;
        this.lang = asked.lang();
        this.notes = notes;
        this.site = room.people().site(room.now());
    }

    /** @param verdict how the file stands against the ledger */
    Paper fill(Templates templates, CaseVerdict verdict) {
        Map<String, Object> data = new LinkedHashMap<>();
        Incident i = file.incident();
        data.put("superior", site.printedBody().toUpperCase(Locale.ROOT));
        data.put("body", say(CaseText.TEAM_UPPER.with()));
        data.put("place", site.confirmed() ? site.place() : "…");
        data.put("date", asked.date() == null ? "" : asked.date().toString());
        data.put("mark", say(CaseText.INTERNAL.with()));
        data.put("facts", facts(i.told(), i.masked()));
        data.put("watch", watch());
        data.put(
                "cameras",
                String.join(
                        ", ", i.told().cameras().stream().map(Object::toString).toList()));
        data.put("signatures", List.of(signature()));
        if (!site.confirmed()) {
            notes.add(CaseText.SITE_UNNAMED.with());
        }
        String title = i.masked() ? say(CaseText.MASKED.with()) : i.told().title();
        data.put("abstract", say(CaseText.ABOUT.with(i.id(), title)));
        if (asked.kind() == PaperKind.QUICK_REPORT) {
            report(data);
            return templates.fill("incident-report", lang, data);
        }
        all(data, verdict);
        return templates.fill("incident-file", lang, data);
    }

    private void report(Map<String, Object> data) {
        data.put("number", asked.number() == null ? "/BC-TNC" : asked.number());
        List<String> to = new ArrayList<>();
        List<Addressee> addressees = asked.to().isEmpty() ? List.of(Addressee.BOARD) : asked.to();
        for (Addressee one : addressees) {
            to.add(name(one));
        }
        data.put("to", to);
        List<String> recipients = new ArrayList<>();
        recipients.add(say(CaseText.AS_ABOVE.with()));
        for (Addressee one : List.of(Addressee.LEADER, Addressee.DEPUTY, Addressee.POLICE)) {
            if (!addressees.contains(one) && (one != Addressee.POLICE || told(one) != null)) {
                recipients.add(name(one));
            }
        }
        recipients.add(say(CaseText.KEPT.with()));
        data.put("recipients", recipients);
        List<Map<String, Object>> course = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (CaseEvent e : inTime()) {
            boolean course0 = e.kind() == EventKind.NOTE
                    || e.kind() == EventKind.ACTION
                    || e.kind() == EventKind.DISPATCH
                    || e.kind() == EventKind.ARRIVED;
            if (e.kind() == EventKind.CAMERA_FAULT && !file.incident().masked()) {
                String camera = e.ref().substring(Standing.CAMERA.length());
                faults.add(say(CaseText.FAULT.with(camera, stamp(e.at()), e.words())));
            } else if (course0 && !e.withdrawn()) {
                course.add(Map.of("time", stamp(e.at()), "text", text(e)));
            }
        }
        data.put("course", course);
        data.put("faults", faults);
        List<String> holds = new ArrayList<>();
        for (Held held : file.holds()) {
            holds.add(say(
                    CaseText.HELD.with(held.camera(), span(held), held.state().with(), held.id())));
        }
        data.put("holds", holds);
        List<Map<String, Object>> told = new ArrayList<>();
        for (Addressee one : List.of(Addressee.LEADER, Addressee.DEPUTY, Addressee.BOARD, Addressee.POLICE)) {
            Step step = told(one);
            told.add(Map.of("name", name(one), "time", step == null ? "" : stamp(step.at())));
        }
        data.put("told", told);
        data.put("result", result());
        List<String> proposals = new ArrayList<>();
        for (Task task : file.tasks()) {
            if (task.open()) {
                String words = file.incident().masked() ? say(CaseText.MASKED.with()) : task.words();
                proposals.add(
                        task.due() == null
                                ? say(CaseText.TODO.with(
                                        words, member(task.owner().value())))
                                : say(CaseText.TODO_UNTIL.with(
                                        words, member(task.owner().value()), DAY.format(task.due()))));
            }
        }
        data.put("proposals", proposals);
    }

    private void all(Map<String, Object> data, CaseVerdict verdict) {
        Incident i = file.incident();
        List<Map<String, Object>> original = new ArrayList<>();
        List<Map<String, Object>> first = facts(file.original(), i.masked());
        List<Map<String, Object>> now = facts(i.told(), i.masked());
        for (int n = 0; n < first.size(); n++) {
            if (n >= now.size() || !first.get(n).equals(now.get(n))) {
                original.add(first.get(n));
            }
        }
        data.put("original", original);
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Step step : file.steps()) {
            boolean done = step.at() != null;
            String who = !done ? "" : member(step.by()) + (step.whom().isEmpty() ? "" : " → " + whom(step.whom()));
            steps.add(Map.of(
                    "name",
                    say(step.what().with()),
                    "time",
                    done ? stamp(step.at()) : say(CaseText.NOT_YET.with()),
                    "after",
                    done && !step.after().isZero() ? after(step.after()) : "",
                    "who",
                    who));
        }
        data.put("steps", steps);
        List<Map<String, Object>> events = new ArrayList<>();
        for (CaseEvent e : file.events()) {
            String state = e.withdrawn()
                    ? " " + say(CaseText.WITHDRAWN.with())
                    : e.corrected() ? " " + say(CaseText.CORRECTED.with()) : "";
            events.add(Map.of(
                    "number", e.number(),
                    "time", stamp(e.at()),
                    "text", text(e) + state,
                    "who", member(e.by()),
                    "entered", stamp(e.enteredAt())));
        }
        data.put("events", events);
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (Task t : file.tasks()) {
            CaseText state = t.open() ? CaseText.TASK_OPEN : t.dropped() ? CaseText.TASK_DROPPED : CaseText.TASK_DONE;
            tasks.add(Map.of(
                    "number",
                    t.number(),
                    "text",
                    i.masked() ? say(CaseText.MASKED.with()) : t.words(),
                    "owner",
                    member(t.owner().value()),
                    "due",
                    t.due() == null ? "" : DAY.format(t.due()),
                    "state",
                    say(state.with()) + (t.outcome().isEmpty() ? "" : ": " + t.outcome())));
        }
        data.put("tasks", tasks);
        List<Map<String, Object>> holds = new ArrayList<>();
        for (Held held : file.holds()) {
            holds.add(Map.of(
                    "id", held.id().toString(),
                    "camera", held.camera().toString(),
                    "span", span(held),
                    "state", say(held.state().with()),
                    "sha256", held.clips().stream().map(HeldClip::sha256).toList()));
        }
        data.put("holds", holds);
        List<String> extracts = new ArrayList<>();
        for (CaseEvent e : file.events()) {
            if (e.kind() == EventKind.LINKED && !e.withdrawn() && e.ref().startsWith("EXT-")) {
                extracts.add(say(CaseText.EXTRACT.with(e.ref())));
            }
        }
        data.put("extracts", extracts);
        data.put(
                "check",
                say(
                        verdict.good()
                                ? CaseText.CHECK_GOOD.with(verdict.entries(), stamp(room.now()))
                                : CaseText.CHECK_BAD.with(verdict.faults().size())));
    }

    private List<Map<String, Object>> facts(OpenIncident t, boolean masked) {
        List<Map<String, Object>> facts = new ArrayList<>();
        if (!masked) {
            facts.add(fact(Field.TITLE, t.title()));
        }
        facts.add(fact(Field.KIND, room.kinds().known(t.kind()).name(lang)));
        facts.add(fact(Field.SEVERITY, say(t.gravity().with())));
        String until = t.until() == null ? "" : " – " + stamp(t.until());
        facts.add(fact(Field.HAPPENED, stamp(t.happenedAt()) + until));
        facts.add(fact(Field.DETECTED, stamp(t.detectedAt())));
        if (!masked) {
            facts.add(fact(
                    Field.PLACE,
                    (t.place().isEmpty() ? "" : t.place() + ", ") + say(t.zone().with())));
        }
        facts.add(fact(Field.SOURCE, say(t.source().with())));
        return facts;
    }

    private Map<String, Object> fact(Field field, String value) {
        String name = say(field.with());
        return Map.of("name", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), "value", value);
    }

    private List<String> watch() {
        List<String> all = new ArrayList<>();
        for (OnWatch w : file.watch()) {
            all.add(say(
                    w.checkedIn() == null
                            ? CaseText.WATCH_NOT_IN.with(
                                    w.name(), w.post(), w.shift(), w.role().with())
                            : CaseText.WATCH.with(
                                    w.name(), w.post(), w.shift(), w.role().with(), stamp(w.checkedIn()))));
        }
        return all;
    }

    /** As it happened, which need not be as it was entered. */
    private List<CaseEvent> inTime() {
        List<CaseEvent> all = new ArrayList<>(file.events());
        all.sort((a, b) -> a.at().compareTo(b.at()));
        return all;
    }

    private String text(CaseEvent e) {
        if (file.incident().masked()) {
            return say(e.kind().with());
        }
        String about =
                switch (e.kind()) {
                    case DISPATCH, ARRIVED, ASSIGNED -> whom(e.whom());
                    case TOLD -> {
                        Addressee to = Addressee.of(e.ref());
                        yield (to == null ? "" : say(to.with())) + (e.whom().isEmpty() ? "" : ", " + e.whom());
                    }
                    case TASK -> member(e.whom());
                    case LINKED, CAMERA_FAULT -> e.ref().substring(e.ref().indexOf('/') + 1);
                    default -> "";
                };
        String words = e.kind() == EventKind.CORRECTED ? corrected(e) : e.words();
        Way way = e.way();
        if (way != null) {
            words = say(way.with()) + words.substring(way.id().length());
        }
        String both = about + (about.isEmpty() || words.isEmpty() ? "" : " – ") + words;
        String reason = e.reason().isEmpty() ? "" : " (" + say(CaseText.REASON.with(e.reason())) + ")";
        return say(e.kind().with()) + (both.isEmpty() ? "" : ": " + both) + reason;
    }

    private String corrected(CaseEvent e) {
        if (e.ref().startsWith(Standing.CAMERA)) {
            return say(CaseText.WITHOUT_CAMERA.with(e.ref().substring(Standing.CAMERA.length())));
        }
        if (e.ref().startsWith(Standing.EVENT)) {
            String[] parts = e.ref().split("/");
            return switch (parts[2]) {
                case "at" -> say(CaseText.ENTRY_AT.with(parts[1], stamp(Instant.parse(e.words()))));
                case "words" -> say(CaseText.ENTRY_WORDS.with(parts[1], e.words()));
                default -> say(CaseText.ENTRY_WITHDRAWN.with(parts[1]));
            };
        }
        Field field = Field.of(e.ref());
        return say(field.with()) + " → " + value(field, e.words());
    }

    private String value(Field field, String words) {
        if (words.isEmpty()) {
            return "–";
        }
        return switch (field) {
            case KIND -> room.kinds().known(words).name(lang);
            case SEVERITY -> say(Gravity.of(words).with());
            case ZONE -> say(Zone.valueOf(words.toUpperCase(Locale.ROOT)).with());
            case SOURCE -> say(Source.of(words).with());
            case HAPPENED, UNTIL, DETECTED -> stamp(Instant.parse(words));
            case RESTRICTED -> say((words.equals("true") ? CaseText.YES : CaseText.NO).with());
            case TITLE, PLACE -> words;
        };
    }

    private String result() {
        CaseEvent closed = null;
        for (CaseEvent e : file.events()) {
            closed = e.kind() == EventKind.CLOSED && !e.withdrawn() ? e : closed;
        }
        if (file.incident().open() || closed == null) {
            return say(CaseText.STILL_OPEN.with());
        }
        String outcome = file.incident().masked() ? say(CaseText.MASKED.with()) : closed.words();
        return say(CaseText.CLOSED.with(stamp(closed.at()), outcome));
    }

    private Step told(Addressee one) {
        Step.What what =
                switch (one) {
                    case LEADER -> Step.What.LEADER_TOLD;
                    case DEPUTY -> Step.What.DEPUTY_TOLD;
                    case BOARD -> Step.What.BOARD_TOLD;
                    default -> Step.What.POLICE_TOLD;
                };
        for (Step step : file.steps()) {
            if (step.what() == what && step.at() != null) {
                return step;
            }
        }
        return null;
    }

    /** What the site calls an addressee. */
    private String name(Addressee one) {
        if (one == Addressee.POLICE) {
            for (OutsideBody body : room.people().bodies(room.day(room.now()))) {
                if (body.kind().word().equals("police") && !body.builtIn()) {
                    return body.name();
                }
            }
            if (site.confirmed()) {
                return site.wardPolice();
            }
        }
        return say(one.with());
    }

    private String whom(String whom) {
        Addressee body = Addressee.of(whom);
        return body == null ? whom : say(body.with());
    }

    /** The full name of a member. */
    private String member(String by) {
        Member member = by.startsWith("os:") ? null : room.people().byId(new MemberId(by));
        return member == null ? by : member.name();
    }

    private Map<String, Object> signature() {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("title", "");
        block.put("note", say(CaseText.SIGN_HERE.with()));
        block.put("name", "");
        try {
            Instant day = asked.date() == null
                    ? room.now()
                    : asked.date()
                            .atTime(LocalTime.NOON)
                            .atZone(room.config().zone())
                            .toInstant();
            SignatureBlock signer = room.people().signature(Body.CORE_TEAM, day);
            block.put("title", String.join("\n", signer.lines()));
            block.put("name", signer.name());
        } catch (VigilException e) {
            if (e.kind() != ErrorKind.REFUSED) {
                throw e;
            }
            notes.add(CaseText.UNSIGNED.with(e.what()));
        }
        return block;
    }

    private String span(Held held) {
        return stamp(held.span().from()) + " – " + stamp(held.span().to());
    }

    private static String after(Duration d) {
        return TimeText.print(Duration.ofSeconds(d.toSeconds()));
    }

    private String stamp(Instant t) {
        return STAMP.format(t.atZone(room.config().zone()));
    }

    private String say(Message message) {
        return Texts.render(message, lang);
    }
}
