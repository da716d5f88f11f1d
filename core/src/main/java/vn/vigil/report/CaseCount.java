package vn.vigil.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.extract.CaseOutcome;
import vn.vigil.extract.Delivery;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.ExtractState;
import vn.vigil.incident.Incident;
import vn.vigil.incident.Source;
import vn.vigil.incident.Step;
import vn.vigil.incident.Timeline;
import vn.vigil.incident.Tip;

/** Incidents by when they happened, requests by when they were filed or decided (clauses 7.2, 7.3b–c, 7.5a, 8.3f, 8.4k). Pure. */
final class CaseCount {
    /** The kind under which breaches of law and house rules are kept. */
    static final String BREACH = "regulation-breach";

    private final Facts facts;
    private final Facts.OfPeriod period;
    private final TimeSpan span;

    CaseCount(Facts facts, Facts.OfPeriod period) {
        this.facts = facts;
        this.period = period;
        this.span = period.span();
    }

    void into(Tally tally) {
        incidents(tally);
        police(tally);
        extractions(tally);
        tips(tally);
    }

    /** Those that happened in the period, oldest first. */
    List<Timeline> happened() {
        List<Timeline> all = new ArrayList<>(facts.incidents());
        all.removeIf(t -> !span.contains(t.incident().told().happenedAt()));
        return all;
    }

    /** How long a step took; null when it had not happened when the period ended. */
    Duration until(Timeline t, Step.What what) {
        Duration after = t.until(what);
        return after == null || !t.incident().told().detectedAt().plus(after).isBefore(span.to()) ? null : after;
    }

    private void incidents(Tally tally) {
        boolean ever = false;
        List<FigureRow> open = new ArrayList<>();
        for (Timeline t : facts.incidents()) {
            Incident i = t.incident();
            ever |= i.told().happenedAt().isBefore(span.to());
            boolean lasts = i.openedAt().isBefore(span.to())
                    && (i.closedAt() == null || !i.closedAt().isBefore(span.to()));
            if (lasts) {
                open.add(FigureRow.of(i.id(), 1));
            }
        }
        List<FigureRow> all = new ArrayList<>();
        List<FigureRow> watch = new ArrayList<>();
        List<FigureRow> breaches = new ArrayList<>();
        List<FigureRow> action = new ArrayList<>();
        List<FigureRow> inTime = new ArrayList<>();
        List<FigureRow> board = new ArrayList<>();
        List<FigureRow> police = new ArrayList<>();
        List<FigureRow> closed = new ArrayList<>();
        for (Timeline t : happened()) {
            Incident i = t.incident();
            all.add(FigureRow.of(i.id(), 1));
            watch.add(FigureRow.of(i.id(), i.told().source() == Source.WATCH ? 1 : 0));
            if (i.kind().word().equals(BREACH)) {
                breaches.add(FigureRow.of(i.id(), 1));
            }
            Duration first = until(t, Step.What.FIRST_ACTION);
            add(action, i, first, ReportText.ROW_NO_ACTION);
            boolean soon = first != null && first.compareTo(facts.firstAction()) <= 0;
            inTime.add(FigureRow.of(i.id(), soon ? 1 : 0));
            add(board, i, until(t, Step.What.BOARD_TOLD), ReportText.ROW_NOT_TOLD);
            add(police, i, until(t, Step.What.POLICE_TOLD), ReportText.ROW_NOT_TOLD);
            add(closed, i, until(t, Step.What.CLOSED), ReportText.ROW_OPEN);
        }
        tally.count(FigureRule.INCIDENTS, ever, all);
        tally.share(FigureRule.FOUND_BY_WATCH, watch);
        tally.median(FigureRule.FIRST_ACTION, action);
        tally.p90(FigureRule.FIRST_ACTION_P90, action);
        tally.share(FigureRule.FIRST_ACTION_IN_TIME, inTime);
        tally.median(FigureRule.BOARD_TOLD, board);
        tally.median(FigureRule.POLICE_TOLD, police);
        tally.median(FigureRule.CLOSED_AFTER, closed);
        tally.count(FigureRule.INCIDENTS_OPEN, ever, open);
        tally.count(FigureRule.BREACHES, ever, breaches);
    }

    private static void add(List<FigureRow> rows, Incident i, Duration after, ReportText without) {
        rows.add(after == null ? FigureRow.without(i.id(), without) : FigureRow.of(i.id(), after.toSeconds()));
    }

    private void police(Tally tally) {
        List<FigureRow> told = new ArrayList<>();
        boolean ever = false;
        for (Timeline t : facts.incidents()) {
            ever |= t.incident().openedAt().isBefore(span.to());
            for (Step step : t.steps()) {
                if (step.what() == Step.What.POLICE_TOLD && step.at() != null && span.contains(step.at())) {
                    told.add(FigureRow.of(t.incident().id(), 1));
                }
            }
        }
        List<FigureRow> guided = new ArrayList<>();
        boolean filed = false;
        for (ExtractRequest r : facts.extracts()) {
            filed |= r.filedAt().isBefore(span.to());
            boolean guidance = r.content().crime() && r.content().guidance() != null;
            if (guidance && span.contains(r.filedAt())) {
                guided.add(FigureRow.of(r.id(), 1));
            }
        }
        tally.count(FigureRule.POLICE_NOTICES, ever, told);
        tally.count(FigureRule.POLICE_GUIDANCE, filed, guided);
    }

    private void extractions(Tally tally) {
        boolean ever = false;
        List<FigureRow> asked = new ArrayList<>();
        List<FigureRow> approved = new ArrayList<>();
        List<FigureRow> refused = new ArrayList<>();
        List<FigureRow> withdrawn = new ArrayList<>();
        List<FigureRow> pending = new ArrayList<>();
        List<FigureRow> delivered = new ArrayList<>();
        List<FigureRow> lasted = new ArrayList<>();
        List<FigureRow> signed = new ArrayList<>();
        List<FigureRow> intact = new ArrayList<>();
        List<FigureRow> outcome = new ArrayList<>();
        for (ExtractRequest r : facts.extracts()) {
            if (!r.filedAt().isBefore(span.to())) {
                continue;
            }
            ever = true;
            if (span.contains(r.filedAt())) {
                asked.add(FigureRow.of(r.id(), 1));
            }
            boolean decided = r.decidedAt() != null && r.decidedAt().isBefore(span.to());
            if (!decided) {
                pending.add(FigureRow.of(r.id(), 1));
            } else if (span.contains(r.decidedAt())) {
                List<FigureRow> to =
                        switch (r.state()) {
                            case REFUSED -> refused;
                            case WITHDRAWN -> withdrawn;
                            default -> approved;
                        };
                to.add(FigureRow.of(r.id(), 1));
            }
            Instant handed = handed(r);
            if (handed != null && span.contains(handed)) {
                delivered.add(FigureRow.of(r.id(), 1));
                lasted.add(FigureRow.of(r.id(), ChronoUnit.SECONDS.between(r.filedAt(), handed)));
                boolean record = true;
                for (Delivery d : r.deliveries()) {
                    record &= d.scanSha256() != null;
                }
                signed.add(FigureRow.of(r.id(), record ? 1 : 0));
                // The recipient's code is counted from the package they hold: it came only when nothing changed on the
                // way.
                boolean codes = r.state().compareTo(ExtractState.RECEIVED) >= 0;
                intact.add(FigureRow.of(r.id(), codes ? 1 : 0));
                boolean known = outcome(r) != null && outcome(r).kind() != CaseOutcome.Kind.UNKNOWN;
                outcome.add(FigureRow.of(r.id(), known ? 1 : 0));
            }
        }
        tally.count(FigureRule.EXTRACTIONS, ever, asked);
        tally.count(FigureRule.EXTRACT_APPROVED, ever, approved);
        tally.count(FigureRule.EXTRACT_REFUSED, ever, refused);
        tally.count(FigureRule.EXTRACT_WITHDRAWN, ever, withdrawn);
        tally.count(FigureRule.EXTRACT_PENDING, ever, pending);
        tally.count(FigureRule.EXTRACT_DELIVERED, ever, delivered);
        tally.median(FigureRule.DELIVERY_TIME, lasted);
        tally.share(FigureRule.DELIVERY_SIGNED, signed);
        tally.share(FigureRule.CUSTODY_INTACT, intact);
        tally.share(FigureRule.OUTCOME_KNOWN, outcome);
    }

    /** What it had led to when the period ended; null when nobody had said. */
    CaseOutcome outcome(ExtractRequest r) {
        return r.outcome() == null || !r.outcome().at().isBefore(span.to()) ? null : r.outcome();
    }

    /** How far it had come when the period ended, as far as that is dated. */
    ExtractState state(ExtractRequest r) {
        if (r.decidedAt() == null || !r.decidedAt().isBefore(span.to())) {
            return ExtractState.REQUESTED;
        }
        if (!r.state().isSealed() && r.state() != ExtractState.APPROVED) {
            return r.state();
        }
        Instant handed = handed(r);
        if (handed == null || !handed.isBefore(span.to())) {
            return ExtractState.APPROVED;
        }
        return outcome(r) == null ? ExtractState.DELIVERED : ExtractState.CLOSED;
    }

    /** When it was first handed over; null while it was not. */
    static Instant handed(ExtractRequest r) {
        return r.deliveries().isEmpty() ? null : r.deliveries().get(0).at();
    }

    private void tips(Tally tally) {
        boolean ever = false;
        List<FigureRow> received = new ArrayList<>();
        List<FigureRow> raised = new ArrayList<>();
        List<FigureRow> settled = new ArrayList<>();
        for (Tip tip : facts.tips()) {
            ever |= period.before(tip.receivedOn());
            if (period.has(tip.receivedOn())) {
                received.add(FigureRow.of(tip.id(), 1));
                if (tip.incident() != null) {
                    raised.add(FigureRow.of(tip.id(), 1));
                }
                if (tip.state() == Tip.State.CLOSED) {
                    settled.add(FigureRow.of(tip.id(), 1));
                }
            }
        }
        tally.count(FigureRule.TIPS, ever, received);
        tally.count(FigureRule.TIPS_PASSED_ON, ever, raised);
        tally.count(FigureRule.TIPS_SETTLED, ever, settled);
    }
}
