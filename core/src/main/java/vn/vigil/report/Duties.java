package vn.vigil.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.calendar.Quarter;
import vn.vigil.config.Setting;
import vn.vigil.meeting.Due;
import vn.vigil.meeting.DueState;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.MeetingKind;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;
import vn.vigil.upkeep.Survey;
import vn.vigil.upkeep.WorkFilter;
import vn.vigil.upkeep.WorkStatus;

/**
 * What a year asks of the site, by the table of the regulation's recurring obligations: when, of whom, and how it stands. A day off moves a
 * duty to the working day before. Not safe for several threads.
 */
final class Duties {
    private static final int ROSTER_AHEAD = 3;

    private final Journal journal;
    private final Rooms rooms;
    private final Pledges pledges;
    private final Criteria criteria;
    private final Issuing issuing;
    private final LocalDate today;
    private final int within;
    private final List<Duty> all = new ArrayList<>();
    private PublicHolidays holidays;
    private LocalDate tracked;

    Duties(Journal journal, Rooms rooms, Pledges pledges, Criteria criteria, Issuing issuing, int within) {
        this.journal = journal;
        this.rooms = rooms;
        this.pledges = pledges;
        this.criteria = criteria;
        this.issuing = issuing;
        this.today = journal.today();
        this.within = within;
    }

    /** In the order of their days. */
    List<Duty> of(int year) {
        holidays = rooms.holidays().get().calendar();
        LocalDate from = journal.people().site(journal.world().now()).trackFrom();
        LocalDate inForce = LocalDate.parse(journal.config().text(Setting.REGULATION_FROM));
        tracked = from.isAfter(inForce) ? from : inForce;
        meetings(year);
        rosters(year);
        reports(year);
        if (journal.config().yes(Setting.DUTY_RECOMMENDED)) {
            yearly(year);
            maintenance(year);
        } else {
            all.removeIf(d -> !d.kind().dated());
        }
        all.sort(Comparator.comparing(Duty::due).thenComparing(Duty::kind));
        return List.copyOf(all);
    }

    private void add(DutyKind kind, String subject, LocalDate due, boolean done) {
        Duty.State state = done
                ? Duty.State.DONE
                : due.isBefore(tracked)
                        ? Duty.State.NOT_TRACKED
                        : today.isAfter(due)
                                ? Duty.State.OVERDUE
                                : today.plusDays(within).isBefore(due) ? Duty.State.DUE : Duty.State.SOON;
        all.add(new Duty(kind, subject, due, state));
    }

    private void meetings(int year) {
        List<Meeting> held = rooms.meetings().get().list();
        for (Due due : rooms.meetings().get().due(year)) {
            DutyKind kind =
                    switch (due.kind()) {
                        case STEERING -> DutyKind.STEERING_REVIEW;
                        case YEAR_END -> DutyKind.YEAR_END_MEETING;
                        default -> DutyKind.CORE_MEETING;
                    };
            boolean done = false;
            for (Meeting meeting : held) {
                done |= meeting.id().equals(due.meeting()) && meeting.state().held();
            }
            if (due.state() == DueState.NOT_TRACKED) {
                all.add(new Duty(kind, due.quarter().toString(), due.date(), Duty.State.NOT_TRACKED));
            } else {
                add(
                        kind,
                        due.quarter().toString(),
                        due.kind() == MeetingKind.STEERING ? due.latest() : due.date(),
                        done);
            }
        }
    }

    /** Months that are over are history: how they were kept stands in reports. */
    private void rosters(int year) {
        for (int month = 1; month <= 12; month++) {
            LocalDate first = LocalDate.of(year, month, 1);
            if (first.plusMonths(1).isAfter(today)) {
                boolean done = journal.store().read(tx -> rooms.plans().get().published(tx, first) != null);
                add(
                        DutyKind.ROSTER,
                        first.toString().substring(0, 7),
                        holidays.plusWorkingDays(first, -ROSTER_AHEAD),
                        done);
            }
        }
    }

    private void reports(int year) {
        for (int q = 1; q <= 4; q++) {
            Quarter quarter = new Quarter(year, q).previous();
            if (quarter.last().isBefore(tracked)) {
                continue;
            }
            LocalDate due = finalDay(quarter);
            String key = quarter.toString();
            add(DutyKind.QUARTER_REPORT, key, due, issued(key));
            add(DutyKind.POLICE_DIGEST, key, due, rooms.register().get().entry("police/" + key) != null);
        }
        add(DutyKind.YEAR_REPORT, Integer.toString(year), before(LocalDate.of(year, 12, 31)), issued("" + year));
    }

    private boolean issued(String key) {
        return issuing.revisions(key).stream().anyMatch(f -> f.number() != null);
    }

    /** The working day after the core team's meeting of the next quarter. */
    private LocalDate finalDay(Quarter quarter) {
        return holidays.nextWorkingDay(coreDay(quarter.next()));
    }

    /** When the core team meets in a quarter. */
    private LocalDate coreDay(Quarter quarter) {
        for (Due due : rooms.meetings().get().due(quarter.year())) {
            if (due.kind() == MeetingKind.CORE && due.quarter().equals(quarter)) {
                return due.date();
            }
        }
        // Before the regulation was in force nothing is due.
        return holidays.workingDayFrom(quarter.firstMonday());
    }

    /** The day on which the draft of a quarter's report is wanted: the working day before the core team's meeting. */
    static LocalDate draftDay(Journal journal, Rooms rooms, Quarter quarter) {
        Duties duties = new Duties(journal, rooms, null, null, null, 0);
        duties.holidays = rooms.holidays().get().calendar();
        return duties.holidays.plusWorkingDays(duties.coreDay(quarter.next()), -1);
    }

    private LocalDate before(LocalDate day) {
        LocalDate at = day;
        while (!holidays.workday(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    private void yearly(int year) {
        String subject = Integer.toString(year);
        LocalDate end = before(LocalDate.of(year, 12, 31));
        int month = Math.min(12, journal.config().count(Setting.DUTY_BUDGET_MONTH));
        LocalDate budget = before(LocalDate.of(year, month, 1).plusMonths(1).minusDays(1));
        add(
                DutyKind.PROGRAMME,
                subject,
                before(LocalDate.of(year, 1, 31)),
                rooms.register().get().entry("plan/" + year) != null);
        add(
                DutyKind.PLEDGES,
                subject,
                before(LocalDate.of(year, 3, 31)),
                !pledges.list(year).isEmpty());
        add(DutyKind.BUDGET, subject, budget, proposed(year, ProposalKind.BUDGET));
        boolean surveyed = false;
        for (Survey survey : rooms.upkeep().get().surveys(null)) {
            surveyed |= survey.day().getYear() == year;
        }
        add(DutyKind.SURVEY, subject, end, surveyed);
        ScoreSheet sheet = criteria.sheet(year);
        add(DutyKind.CRITERIA, subject, end, sheet.list() != null && sheet.open() == 0);
        add(DutyKind.COMMENDATION, subject, end, proposed(year, ProposalKind.COMMENDATION));
    }

    private boolean proposed(int year, ProposalKind kind) {
        for (Proposal p : rooms.meetings().get().proposals().list()) {
            if (p.kind() == kind && p.day().getYear() == year) {
                return true;
            }
        }
        return false;
    }

    private void maintenance(int year) {
        for (WorkStatus status : rooms.upkeep().get().works(WorkFilter.ALL)) {
            boolean open = status.work().done() == null && status.work().cancelled() == null;
            LocalDate day = LocalDate.ofInstant(
                    status.work().window().to(), journal.config().zone());
            if (day.getYear() == year && (open || status.overdue())) {
                add(DutyKind.MAINTENANCE, status.work().id().toString(), day, false);
            }
        }
    }
}
