package vn.vigil.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.meeting.Answer;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;
import vn.vigil.upkeep.Survey;
import vn.vigil.upkeep.SurveyState;
import vn.vigil.upkeep.Work;
import vn.vigil.upkeep.WorkKind;

/** Upkeep and its money, surveys, what was done with the staff (clauses 7.1, 7.3d, 7.4a, 8.3c, 8.4h–i). Pure. */
final class HouseCount {
    private final Facts facts;
    private final Facts.OfPeriod period;

    HouseCount(Facts facts, Facts.OfPeriod period) {
        this.facts = facts;
        this.period = period;
    }

    void into(Tally tally) {
        upkeep(tally);
        surveys(tally);
        outreach(tally);
        pledges(tally);
    }

    private void upkeep(Tally tally) {
        TimeSpan span = period.span();
        boolean ever = false;
        List<FigureRow> kept = new ArrayList<>();
        List<FigureRow> repaired = new ArrayList<>();
        List<FigureRow> planned = new ArrayList<>();
        List<FigureRow> spent = new ArrayList<>();
        long over = 0;
        long budget = 0;
        List<FigureRow> both = new ArrayList<>();
        for (Work w : facts.works()) {
            ever |= w.enteredAt().isBefore(span.to());
            boolean done = w.done() != null && w.done().at().isBefore(span.to());
            if (w.kind() == WorkKind.PREVENTIVE && span.contains(w.window().from())) {
                kept.add(
                        cancelled(w, span.to())
                                ? FigureRow.without(w.id(), ReportText.ROW_CANCELLED)
                                : FigureRow.of(w.id(), done ? 1 : 0));
            }
            if (!done || !span.contains(w.done().at())) {
                continue;
            }
            if (w.kind() == WorkKind.CORRECTIVE) {
                repaired.add(FigureRow.of(w.id(), 1));
            }
            Long cost = w.done().cost();
            planned.add(
                    w.plannedCost() == null
                            ? FigureRow.without(w.id(), ReportText.ROW_NO_AMOUNT)
                            : FigureRow.of(w.id(), w.plannedCost()));
            spent.add(cost == null ? FigureRow.without(w.id(), ReportText.ROW_NO_AMOUNT) : FigureRow.of(w.id(), cost));
            if (w.plannedCost() == null || cost == null || w.plannedCost() == 0) {
                both.add(FigureRow.without(w.id(), ReportText.ROW_NO_AMOUNT));
            } else {
                over += cost - w.plannedCost();
                budget += w.plannedCost();
                both.add(FigureRow.part(w.id(), cost - w.plannedCost(), w.plannedCost()));
            }
        }
        tally.share(FigureRule.MAINTENANCE_DONE, kept);
        tally.count(FigureRule.FAULTS_REPAIRED, ever, repaired);
        tally.sum(FigureRule.COST_PLANNED, planned.stream().anyMatch(FigureRow::counted), planned);
        tally.sum(FigureRule.COST_SPENT, spent.stream().anyMatch(FigureRow::counted), spent);
        long n = both.stream().filter(FigureRow::counted).count();
        tally.put(
                budget == 0
                        ? Figure.none(FigureRule.COST_OVERRUN, both)
                        : Figure.of(FigureRule.COST_OVERRUN, over, budget, n, both));
    }

    /** Whether it was called off before a moment. */
    static boolean cancelled(Work work, Instant before) {
        return work.cancelled() != null && work.cancelled().at().isBefore(before);
    }

    private void surveys(Tally tally) {
        boolean ever = false;
        List<FigureRow> done = new ArrayList<>();
        List<FigureRow> proposed = new ArrayList<>();
        for (Survey s : facts.surveys()) {
            ever |= period.before(s.day());
            if (period.has(s.day())) {
                done.add(FigureRow.of(s.id(), 1));
            }
            if (s.state() == SurveyState.PROPOSED && period.span().contains(s.proposedAt())) {
                proposed.add(FigureRow.of(s.id(), 1));
            }
        }
        tally.count(FigureRule.SURVEYS, ever, done);
        tally.count(FigureRule.SURVEYS_PROPOSED, ever, proposed);
        List<FigureRow> accepted = new ArrayList<>();
        boolean asked = false;
        for (Proposal p : facts.proposals()) {
            boolean camera = p.kind() == ProposalKind.CAMERA;
            asked |= camera && period.before(p.day());
            if (camera && period.has(p.answeredOn()) && p.answer() != Answer.REFUSED) {
                accepted.add(FigureRow.of(p.id(), 1));
            }
        }
        tally.count(FigureRule.CAMERAS_ACCEPTED, asked, accepted);
    }

    private void outreach(Tally tally) {
        boolean ever = false;
        List<FigureRow> sessions = new ArrayList<>();
        List<FigureRow> legal = new ArrayList<>();
        List<FigureRow> reminders = new ArrayList<>();
        List<FigureRow> attended = new ArrayList<>();
        long fresh = 0;
        List<FigureRow> reached = new ArrayList<>();
        for (Activity a : facts.activities()) {
            ever |= period.before(a.day());
            if (!period.has(a.day())) {
                continue;
            }
            switch (a.kind()) {
                case PROPAGANDA, MOBILISATION -> sessions.add(FigureRow.of(a.id(), 1));
                case LEGAL_EDUCATION -> legal.add(FigureRow.of(a.id(), 1));
                case REMINDER -> reminders.add(FigureRow.of(a.id(), 1));
            }
            attended.add(
                    a.people() == null
                            ? FigureRow.without(a.id(), ReportText.ROW_NOT_COUNTED)
                            : FigureRow.of(a.id(), a.people()));
            if (a.fresh() == null) {
                reached.add(FigureRow.without(a.id(), ReportText.ROW_NOT_COUNTED));
            } else {
                fresh += a.fresh();
                reached.add(FigureRow.of(a.id(), a.fresh()));
            }
        }
        tally.count(FigureRule.OUTREACH_SESSIONS, ever, sessions);
        tally.count(FigureRule.LEGAL_SESSIONS, ever, legal);
        tally.count(FigureRule.REMINDERS, ever, reminders);
        tally.sum(FigureRule.ATTENDED, attended.stream().anyMatch(FigureRow::counted), attended);
        Integer staff = facts.headcount();
        boolean known = staff != null && reached.stream().anyMatch(FigureRow::counted);
        tally.put(
                known
                        ? Figure.of(FigureRule.REACH, Math.min(fresh, staff), staff, staff, reached)
                        : Figure.none(FigureRule.REACH, reached));
    }

    private void pledges(Tally tally) {
        List<FigureRow> signed = new ArrayList<>();
        boolean ever = false;
        for (Pledge p : facts.pledges()) {
            ever |= period.before(p.day());
            if (p.year() == period.period().year() && period.before(p.day())) {
                signed.add(FigureRow.of(p.id(), 1));
            }
        }
        Integer staff = facts.headcount();
        tally.put(
                ever && staff != null
                        ? Figure.of(FigureRule.PLEDGES, Math.min(signed.size(), staff), staff, staff, signed)
                        : Figure.none(FigureRule.PLEDGES, signed));
    }
}
