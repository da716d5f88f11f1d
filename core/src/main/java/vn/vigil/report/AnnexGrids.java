package vn.vigil.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.camera.CameraFigures;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.ExtractState;
import vn.vigil.incident.Incident;
import vn.vigil.incident.Step;
import vn.vigil.incident.Timeline;
import vn.vigil.meeting.Action;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;
import vn.vigil.roster.watch.Coverage;
import vn.vigil.upkeep.Work;

/** The annexes of a report. One use. */
final class AnnexGrids {
    private final Journal journal;
    private final Facts facts;
    private final Facts.OfPeriod now;
    private final Map<FigureRule, Compared> figures;

    AnnexGrids(Journal journal, Facts facts, Facts.OfPeriod now, Map<FigureRule, Compared> figures) {
        this.journal = journal;
        this.facts = facts;
        this.now = now;
        this.figures = figures;
    }

    private static Grid grid(String id, GridText title, List<List<Object>> rows, Grid.Column... columns) {
        return new Grid(id, title.with(), "", List.of(columns), rows);
    }

    /** In the order of the form; the ninth, about the data themselves, is the paper's. */
    List<Grid> annexes() {
        return List.of(
                figures(),
                rules(),
                cameras(),
                incidents(),
                extractions(),
                actions(),
                proposals(),
                posts(),
                members(),
                works(),
                attendance());
    }

    private Grid figures() {
        List<List<Object>> rows = new ArrayList<>();
        for (Compared c : figures.values()) {
            rows.add(Grid.row(
                    c.rule().with(),
                    Measure.of(c.now()),
                    c.now().n(),
                    Measure.of(c.before()),
                    c.lastYear() == null ? "–" : Measure.of(c.lastYear()),
                    c.toDate() == null ? "–" : Measure.of(c.toDate())));
        }
        return grid(
                "figures",
                GridText.FIGURES,
                rows,
                Grid.Column.text(GridText.FIGURE, 62),
                Grid.Column.figure(GridText.NOW, 26),
                Grid.Column.figure(GridText.N, 18),
                Grid.Column.figure(GridText.BEFORE, 26),
                Grid.Column.figure(GridText.LAST_YEAR, 26),
                Grid.Column.figure(GridText.TO_DATE, 26));
    }

    private static Grid rules() {
        List<List<Object>> rows = new ArrayList<>();
        for (FigureRule rule : FigureRule.values()) {
            rows.add(Grid.row(rule.with(), rule.unit().with(), rule.formula(), rule.clause()));
        }
        return grid(
                "rules",
                GridText.RULES,
                rows,
                Grid.Column.text(GridText.FIGURE, 52),
                Grid.Column.text(GridText.UNIT, 22),
                Grid.Column.text(GridText.FORMULA, 86),
                Grid.Column.text(GridText.CLAUSE, 20));
    }

    private Grid cameras() {
        Map<String, Integer> outages = new LinkedHashMap<>();
        for (CameraCount.Outage o : new CameraCount(facts, now).outages()) {
            outages.merge(o.camera().value(), now.span().contains(o.from()) ? 1 : 0, Integer::sum);
        }
        List<CameraFigures> all = new ArrayList<>(now.cameras());
        // The worst first: what is to be looked at stands on top.
        all.sort(java.util.Comparator.comparing((CameraFigures f) -> -f.down())
                .thenComparing(f -> f.camera().value()));
        List<List<Object>> rows = new ArrayList<>();
        for (CameraFigures f : all) {
            rows.add(Grid.row(
                    f.camera().value(),
                    f.name(),
                    (f.essential() ? GridText.YES : GridText.NO).with(),
                    Measure.share(Unit.TIME_SHARE, f.up() + f.degraded(), f.up() + f.degraded() + f.down()),
                    Measure.share(Unit.TIME_SHARE, f.up() + f.degraded() + f.down(), f.total() - f.planned()),
                    Measure.of(Unit.HOURS, f.down()),
                    Measure.of(Unit.HOURS, f.planned()),
                    (long) outages.getOrDefault(f.camera().value(), 0)));
        }
        return grid(
                "cameras",
                GridText.CAMERAS,
                rows,
                Grid.Column.text(GridText.CAMERA, 25),
                Grid.Column.text(GridText.NAME, 50),
                Grid.Column.text(GridText.ESSENTIAL_SHORT, 16),
                Grid.Column.figure(GridText.AVAILABLE, 22),
                Grid.Column.figure(GridText.CHECKED, 22),
                Grid.Column.figure(GridText.DOWNTIME, 22),
                Grid.Column.figure(GridText.PLANNED, 22),
                Grid.Column.figure(GridText.OUTAGES, 16));
    }

    private Grid incidents() {
        List<List<Object>> rows = new ArrayList<>();
        CaseCount cases = new CaseCount(facts, now);
        for (Timeline t : cases.happened()) {
            Incident i = t.incident();
            Duration acted = cases.until(t, Step.What.FIRST_ACTION);
            Measure first = acted == null ? null : Measure.of(Unit.MINUTES, acted.toSeconds());
            rows.add(Grid.row(
                    i.id().toString(),
                    i.told().happenedAt(),
                    i.restricted() ? ReportText.RESTRICTED.with() : i.kind(),
                    i.told().gravity().with(),
                    i.restricted()
                            ? ReportText.RESTRICTED.with()
                            : new FreeText(i.told().place()),
                    i.told().source().with(),
                    first,
                    i.closedAt() == null || !i.closedAt().isBefore(now.span().to())
                            ? GridText.STILL_OPEN.with()
                            : i.closedAt()));
        }
        return grid(
                "incident-list",
                GridText.INCIDENTS,
                rows,
                Grid.Column.text(GridText.NUMBER, 37),
                Grid.Column.text(GridText.HAPPENED, 40),
                Grid.Column.text(GridText.KIND, 28),
                Grid.Column.text(GridText.GRAVITY, 18),
                Grid.Column.text(GridText.PLACE, 36),
                Grid.Column.text(GridText.SOURCE, 24),
                Grid.Column.figure(GridText.FIRST_ACTION, 20),
                Grid.Column.text(GridText.CLOSED, 40));
    }

    private Grid extractions() {
        List<List<Object>> rows = new ArrayList<>();
        CaseCount cases = new CaseCount(facts, now);
        for (ExtractRequest r : facts.extracts()) {
            boolean decided = r.decidedAt() != null && now.span().contains(r.decidedAt());
            boolean handed = CaseCount.handed(r) != null && now.span().contains(CaseCount.handed(r));
            boolean open = r.filedAt().isBefore(now.span().to())
                    && (r.decidedAt() == null
                            || !r.decidedAt().isBefore(now.span().to()));
            if (now.span().contains(r.filedAt()) || decided || handed || open) {
                rows.add(Grid.row(
                        r.id().toString(),
                        r.filedAt(),
                        GridText.valueOf("ASKED_" + r.content().requester().name())
                                .with(),
                        r.content().documentNumber(),
                        (long) r.content().cameras().size(),
                        (r.content().crime() ? GridText.YES : GridText.NO).with(),
                        GridText.valueOf("STATE_" + cases.state(r).name()).with(),
                        cases.state(r).compareTo(ExtractState.DELIVERED) >= 0 ? CaseCount.handed(r) : null,
                        cases.outcome(r) == null
                                ? null
                                : cases.outcome(r).kind().with()));
            }
        }
        return grid(
                "extractions",
                GridText.EXTRACTIONS,
                rows,
                Grid.Column.text(GridText.NUMBER, 37),
                Grid.Column.text(GridText.FILED, 40),
                Grid.Column.text(GridText.ASKED_BY, 30),
                Grid.Column.text(GridText.DOCUMENT, 26),
                Grid.Column.figure(GridText.CAMERA_COUNT, 16),
                Grid.Column.text(GridText.CRIME, 16),
                Grid.Column.text(GridText.STATE, 24),
                Grid.Column.text(GridText.HANDED, 40),
                Grid.Column.text(GridText.OUTCOME, 24));
    }

    private Grid actions() {
        MeetingCount meetings = new MeetingCount(facts, now);
        List<List<Object>> rows = new ArrayList<>();
        for (Action a : facts.actions()) {
            if (now.has(a.set()) || now.has(a.ended()) || meetings.open(a)) {
                boolean open = meetings.open(a);
                boolean late = open && a.due().isBefore(now.end().minusDays(1));
                rows.add(Grid.row(
                        a.id().toString(),
                        new FreeText(a.words()),
                        new PersonName(person(a.owner().value())),
                        a.set(),
                        a.due(),
                        open
                                ? (late ? Action.State.LATE : Action.State.OPEN).with()
                                : a.state().with(),
                        open ? null : a.ended(),
                        (long) meetings.carried(a)));
            }
        }
        return grid(
                "actions",
                GridText.ACTIONS,
                rows,
                Grid.Column.text(GridText.NUMBER, 37),
                Grid.Column.text(GridText.ACTION, 62),
                Grid.Column.text(GridText.OWNER, 18),
                Grid.Column.text(GridText.SET, 26),
                Grid.Column.text(GridText.DUE, 26),
                Grid.Column.text(GridText.STATE, 20),
                Grid.Column.text(GridText.ENDED, 26),
                Grid.Column.figure(GridText.CARRIED, 14));
    }

    private Grid proposals() {
        MeetingCount meetings = new MeetingCount(facts, now);
        List<List<Object>> rows = new ArrayList<>();
        for (Proposal p : facts.proposals()) {
            if (now.has(p.day()) || now.has(p.answeredOn()) || meetings.open(p)) {
                boolean discipline = p.kind() == ProposalKind.DISCIPLINE;
                rows.add(Grid.row(
                        p.id().toString(),
                        p.kind().with(),
                        discipline ? ReportText.RESTRICTED.with() : new FreeText(p.title()),
                        p.day(),
                        p.estimate().isEmpty() ? null : Measure.of(Unit.DONG, p.total()),
                        meetings.open(p) ? GridText.WAITS.with() : p.answer().with(),
                        meetings.open(p) ? null : p.answeredOn()));
            }
        }
        return grid(
                "proposals",
                GridText.PROPOSALS,
                rows,
                Grid.Column.text(GridText.NUMBER, 37),
                Grid.Column.text(GridText.KIND, 30),
                Grid.Column.text(GridText.PROPOSAL, 60),
                Grid.Column.text(GridText.DAY, 26),
                Grid.Column.figure(GridText.MONEY, 36),
                Grid.Column.text(GridText.ANSWER, 24),
                Grid.Column.text(GridText.ANSWERED, 26));
    }

    private Grid posts() {
        List<List<Object>> rows = new ArrayList<>();
        for (Coverage.OfPost post : now.coverage().posts()) {
            if (post.plannedMinutes() + post.keptMinutes() == 0) {
                continue;
            }
            long gaps = 0;
            for (vn.vigil.base.TimeSpan gap : post.gaps()) {
                gaps += gap.length().toMinutes() >= WatchCount.GAP_MINUTES ? 1 : 0;
            }
            rows.add(Grid.row(
                    post.name(),
                    Measure.of(Unit.HOURS, post.requiredMinutes() * 60),
                    Measure.share(Unit.TIME_SHARE, post.plannedMinutes(), post.requiredMinutes()),
                    Measure.share(Unit.TIME_SHARE, post.keptMinutes(), post.requiredMinutes()),
                    Measure.of(Unit.HOURS, post.enteredMinutes() * 60),
                    Measure.of(Unit.HOURS, post.paperMinutes() * 60),
                    Measure.of(Unit.HOURS, (post.guardMinutes() + post.assumedMinutes()) * 60),
                    gaps,
                    Measure.of(Unit.HOURS, post.gapMinutes() * 60),
                    (long) post.lateDuties()));
        }
        return grid(
                "posts",
                GridText.POSTS,
                rows,
                Grid.Column.text(GridText.POST, 40),
                Grid.Column.figure(GridText.REQUIRED, 26),
                Grid.Column.figure(GridText.ROSTERED, 18),
                Grid.Column.figure(GridText.KEPT, 18),
                Grid.Column.figure(GridText.ENTERED, 26),
                Grid.Column.figure(GridText.PAPER, 20),
                Grid.Column.figure(GridText.OTHERWISE, 20),
                Grid.Column.figure(GridText.GAPS, 18),
                Grid.Column.figure(GridText.GAP_TIME, 22),
                Grid.Column.figure(GridText.LATE, 14));
    }

    private Grid members() {
        List<List<Object>> rows = new ArrayList<>();
        for (Coverage.OfMember m : now.coverage().members()) {
            rows.add(Grid.row(
                    new PersonName(m.name()),
                    Measure.of(Unit.HOURS, m.plannedMinutes() * 60),
                    Measure.of(Unit.HOURS, m.keptMinutes() * 60),
                    (long) m.lateDuties(),
                    (long) m.noShows()));
        }
        return grid(
                "watchers",
                GridText.MEMBERS,
                rows,
                Grid.Column.text(GridText.MEMBER, 40),
                Grid.Column.figure(GridText.ROSTERED_HOURS, 30),
                Grid.Column.figure(GridText.KEPT_HOURS, 30),
                Grid.Column.figure(GridText.LATE, 20),
                Grid.Column.figure(GridText.MISSED, 20));
    }

    private Grid works() {
        List<List<Object>> rows = new ArrayList<>();
        for (Work w : facts.works()) {
            boolean done = w.done() != null && now.span().contains(w.done().at());
            if (!done && !now.span().contains(w.window().from())) {
                continue;
            }
            boolean before =
                    w.done() != null && w.done().at().isBefore(now.span().to());
            rows.add(Grid.row(
                    w.id().toString(),
                    GridText.valueOf(w.kind().name()).with(),
                    new FreeText(w.what()),
                    (long) w.cameras().size(),
                    w.window().from(),
                    HouseCount.cancelled(w, now.span().to())
                            ? GridText.CANCELLED.with()
                            : before ? w.done().at() : GridText.NOT_DONE.with(),
                    w.plannedCost() == null ? null : Measure.of(Unit.DONG, w.plannedCost()),
                    before && w.done().cost() != null
                            ? Measure.of(Unit.DONG, w.done().cost())
                            : null));
        }
        return grid(
                "maintenance",
                GridText.WORKS,
                rows,
                Grid.Column.text(GridText.NUMBER, 37),
                Grid.Column.text(GridText.KIND, 22),
                Grid.Column.text(GridText.WORK, 50),
                Grid.Column.figure(GridText.CAMERA_COUNT, 16),
                Grid.Column.text(GridText.BEGINS, 46),
                Grid.Column.text(GridText.DONE, 46),
                Grid.Column.figure(GridText.COST_PLANNED, 44),
                Grid.Column.figure(GridText.COST, 44));
    }

    private Grid attendance() {
        Map<String, long[]> people = new TreeMap<>();
        for (Meeting meeting : facts.meetings()) {
            boolean held = meeting.opening() != null
                    && now.has(LocalDate.ofInstant(
                            meeting.opening().at(), journal.config().zone()));
            for (Meeting.Attendee one : held ? meeting.attendees() : List.<Meeting.Attendee>of()) {
                if (!one.guest()) {
                    long[] n = people.computeIfAbsent(one.who(), k -> new long[3]);
                    n[0]++;
                    switch (one.how()) {
                        case PRESENT, ONLINE -> n[1]++;
                        case EXCUSED -> n[2]++;
                        case ABSENT -> {}
                    }
                }
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        people.forEach((id, n) -> rows.add(Grid.row(new PersonName(person(id)), n[0], n[1], n[2], n[0] - n[1] - n[2])));
        return grid(
                "attendance",
                GridText.ATTENDANCE,
                rows,
                Grid.Column.text(GridText.MEMBER, 50),
                Grid.Column.figure(GridText.MEETINGS, 25),
                Grid.Column.figure(GridText.PRESENT, 25),
                Grid.Column.figure(GridText.EXCUSED, 25),
                Grid.Column.figure(GridText.ABSENT, 25));
    }

    private String person(String id) {
        return journal.people().byId(new vn.vigil.base.MemberId(id)).name();
    }
}
