package vn.vigil.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.meeting.Action;
import vn.vigil.meeting.Answer;
import vn.vigil.meeting.Due;
import vn.vigil.meeting.DueState;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.MeetingKind;
import vn.vigil.meeting.Petition;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;

/** Meetings, what they set to be done, what was proposed and answered (clauses 5.3, 7.5b, 8.3a, 8.3g, 8.4a–c). Pure. */
final class MeetingCount {
    private static final long DAY = 86_400;
    private static final int OFTEN = 2;

    private final Facts facts;
    private final Facts.OfPeriod period;
    private final LocalDate end;
    private final ZoneId zone;

    MeetingCount(Facts facts, Facts.OfPeriod period) {
        this.facts = facts;
        this.period = period;
        this.end = period.end();
        this.zone = period.zone();
    }

    void into(Tally tally) {
        meetings(tally);
        actions(tally);
        proposals(tally);
        commendations(tally);
        petitions(tally);
    }

    private Meeting meeting(CaseId id) {
        for (Meeting meeting : facts.meetings()) {
            if (meeting.id().equals(id)) {
                return meeting;
            }
        }
        return null;
    }

    /** When it was really opened; null when it was not. */
    private LocalDate opened(Meeting meeting) {
        return meeting == null || meeting.opening() == null
                ? null
                : LocalDate.ofInstant(meeting.opening().at(), zone);
    }

    private void meetings(Tally tally) {
        List<FigureRow> held = new ArrayList<>();
        List<FigureRow> onDay = new ArrayList<>();
        for (Due due : facts.dues()) {
            LocalDate rule = facts.holidays().workingDayFrom(due.regular());
            if (due.kind() == MeetingKind.YEAR_END) {
                rule = due.regular();
            } else if (due.kind() == MeetingKind.STEERING) {
                // The regulation gives it the whole quarter (A4).
                rule = due.quarter().last();
            }
            if (due.state() == DueState.NOT_TRACKED || !period.has(rule)) {
                continue;
            }
            String subject = due.kind().id() + " " + due.quarter();
            LocalDate opened = opened(meeting(due.meeting()));
            boolean was = opened != null && opened.isBefore(end);
            held.add(FigureRow.of(subject, was ? 1 : 0));
            if (due.kind() == MeetingKind.CORE) {
                onDay.add(FigureRow.of(subject, was && opened.equals(rule) ? 1 : 0));
            }
        }
        tally.share(FigureRule.MEETINGS_HELD, held);
        tally.share(FigureRule.MEETINGS_ON_DAY, onDay);
        long there = 0;
        long asked = 0;
        List<FigureRow> attendance = new ArrayList<>();
        List<FigureRow> minutes = new ArrayList<>();
        for (Meeting meeting : facts.meetings()) {
            if (!meeting.state().held() || !period.has(opened(meeting))) {
                continue;
            }
            long present = 0;
            long all = 0;
            for (Meeting.Attendee one : meeting.attendees()) {
                if (!one.guest()) {
                    all++;
                    present += one.how().there() ? 1 : 0;
                }
            }
            there += present;
            asked += all;
            attendance.add(FigureRow.part(meeting.id(), present, all));
            LocalDate latest = LocalDate.ofInstant(meeting.closed(), zone).plusDays(facts.minutesDays());
            boolean issued = meeting.issued() != null && meeting.issued().isBefore(end);
            boolean good = issued && !meeting.issued().isAfter(latest);
            minutes.add(
                    !issued && !latest.isBefore(end)
                            ? FigureRow.without(meeting.id(), ReportText.ROW_STILL_TIME)
                            : FigureRow.of(meeting.id(), good ? 1 : 0));
        }
        tally.put(
                asked == 0
                        ? Figure.none(FigureRule.ATTENDANCE, attendance)
                        : Figure.of(FigureRule.ATTENDANCE, there, asked, asked, attendance));
        tally.share(FigureRule.MINUTES_IN_TIME, minutes);
    }

    private void actions(Tally tally) {
        boolean ever = false;
        List<FigureRow> set = new ArrayList<>();
        List<FigureRow> closed = new ArrayList<>();
        List<FigureRow> overdue = new ArrayList<>();
        List<FigureRow> carried = new ArrayList<>();
        List<FigureRow> inTime = new ArrayList<>();
        List<FigureRow> age = new ArrayList<>();
        for (Action a : facts.actions()) {
            if (!period.before(a.set())) {
                continue;
            }
            ever = true;
            if (period.has(a.set())) {
                set.add(FigureRow.of(a.id(), 1));
            }
            if (period.has(a.ended())) {
                closed.add(FigureRow.of(a.id(), 1));
            }
            boolean open = open(a);
            if (open) {
                age.add(FigureRow.of(a.id(), ChronoUnit.DAYS.between(a.set(), end) * DAY));
                if (a.due().isBefore(end.minusDays(1))) {
                    overdue.add(FigureRow.of(a.id(), 1));
                }
                if (carried(a) >= OFTEN) {
                    carried.add(FigureRow.of(a.id(), 1));
                }
            }
            boolean dropped = a.state() == Action.State.DROPPED && !open;
            if (period.has(a.due()) && (!open || a.due().isBefore(end.minusDays(1)))) {
                inTime.add(
                        dropped
                                ? FigureRow.without(a.id(), ReportText.ROW_DROPPED)
                                : FigureRow.of(a.id(), !open && !a.ended().isAfter(a.due()) ? 1 : 0));
            }
        }
        tally.count(FigureRule.ACTIONS_SET, ever, set);
        tally.count(FigureRule.ACTIONS_CLOSED, ever, closed);
        tally.count(FigureRule.ACTIONS_OVERDUE, ever, overdue);
        tally.count(FigureRule.ACTIONS_CARRIED, ever, carried);
        tally.share(FigureRule.ACTIONS_IN_TIME, inTime);
        tally.median(FigureRule.ACTION_AGE, age);
    }

    /** Whether it is open at the period's end. */
    boolean open(Action a) {
        return period.before(a.set()) && (a.ended() == null || !a.ended().isBefore(end));
    }

    /** How many regular meetings of its body closed since it was set, other than the one that set it, until the period's end. */
    int carried(Action a) {
        Meeting from = meeting(a.meeting());
        MeetingKind kind = from == null ? MeetingKind.CORE : from.kind();
        int carried = 0;
        for (Meeting m : facts.meetings()) {
            boolean counts = m.closed() != null
                    && m.kind().regular()
                    && m.kind().body() == kind.body()
                    && !m.id().equals(a.meeting())
                    && m.closed().isAfter(a.history().get(0).enteredAt())
                    && m.closed().isBefore(period.span().to());
            carried += counts ? 1 : 0;
        }
        return carried;
    }

    private void proposals(Tally tally) {
        boolean ever = false;
        List<FigureRow> made = new ArrayList<>();
        List<FigureRow> answered = new ArrayList<>();
        List<FigureRow> accepted = new ArrayList<>();
        List<FigureRow> refused = new ArrayList<>();
        List<FigureRow> took = new ArrayList<>();
        List<FigureRow> passed = new ArrayList<>();
        for (Proposal p : facts.proposals()) {
            if (!period.before(p.day())) {
                continue;
            }
            ever = true;
            if (period.has(p.day())) {
                made.add(FigureRow.of(p.id(), 1));
            }
            if (period.has(p.answeredOn())) {
                answered.add(FigureRow.of(p.id(), 1));
                (p.answer() == Answer.REFUSED ? refused : accepted).add(FigureRow.of(p.id(), 1));
                took.add(FigureRow.of(p.id(), ChronoUnit.DAYS.between(p.day(), p.answeredOn()) * DAY));
            }
            if (open(p) && passedOver(p)) {
                passed.add(FigureRow.of(p.id(), 1));
            }
        }
        tally.count(FigureRule.PROPOSALS, ever, made);
        tally.count(FigureRule.PROPOSALS_ANSWERED, ever, answered);
        tally.count(FigureRule.PROPOSALS_ACCEPTED, ever, accepted);
        tally.count(FigureRule.PROPOSALS_REFUSED, ever, refused);
        tally.median(FigureRule.ANSWER_TIME, took);
        tally.count(FigureRule.PROPOSALS_PASSED_OVER, ever, passed);
    }

    /** Whether it waits for an answer at the period's end. */
    boolean open(Proposal p) {
        return period.before(p.day())
                && (p.answeredOn() == null || !p.answeredOn().isBefore(end));
    }

    /** Whether the committee has met since without answering it. */
    private boolean passedOver(Proposal p) {
        for (Meeting m : facts.meetings()) {
            LocalDate closed = m.closed() == null ? null : LocalDate.ofInstant(m.closed(), zone);
            if (m.kind() == MeetingKind.STEERING && closed != null && closed.isAfter(p.day()) && closed.isBefore(end)) {
                return true;
            }
        }
        return false;
    }

    private void commendations(Tally tally) {
        boolean ever = false;
        List<FigureRow> made = new ArrayList<>();
        List<FigureRow> decided = new ArrayList<>();
        for (Proposal p : facts.proposals()) {
            if (p.kind() != ProposalKind.COMMENDATION) {
                continue;
            }
            ever |= period.before(p.day());
            if (period.has(p.day())) {
                made.add(FigureRow.of(p.id(), 1));
            }
            if (period.has(p.answeredOn())) {
                decided.add(FigureRow.of(p.id(), 1));
            }
        }
        tally.count(FigureRule.COMMENDATIONS, ever, made);
        tally.count(FigureRule.COMMENDATIONS_DECIDED, ever, decided);
    }

    private void petitions(Tally tally) {
        boolean ever = false;
        List<FigureRow> received = new ArrayList<>();
        List<FigureRow> answered = new ArrayList<>();
        for (Petition p : facts.petitions()) {
            ever |= period.before(p.day());
            if (period.has(p.day())) {
                received.add(FigureRow.of(p.id(), 1));
                if (!p.open()) {
                    answered.add(FigureRow.of(p.id(), 1));
                }
            }
        }
        tally.count(FigureRule.PETITIONS, ever, received);
        tally.count(FigureRule.PETITIONS_ANSWERED, ever, answered);
    }
}
