package vn.vigil.meeting;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.calendar.Quarter;
import vn.vigil.camera.CameraFigures;
import vn.vigil.extract.ExtractFilter;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.incident.Incident;
import vn.vigil.incident.IncidentFilter;
import vn.vigil.incident.Task;
import vn.vigil.roster.watch.Coverage;
import vn.vigil.store.Tx;
import vn.vigil.text.Dong;
import vn.vigil.text.Lang;
import vn.vigil.upkeep.Survey;
import vn.vigil.upkeep.SurveyState;

/** The agenda of one meeting, with what the site's records say to each item. What is not on record is said to be so, never nought. */
final class Agenda {

    private final Journal journal;
    private final Meetings meetings;
    private final SiteRecords records;
    private final Meeting meeting;
    private final MinutesWords words;
    private final Quarter reviewed;
    private final LocalDate today;
    private List<String> lines;

    Agenda(Journal journal, Meetings meetings, SiteRecords records, Meeting meeting, Lang lang) {
        this.journal = journal;
        this.meetings = meetings;
        this.records = records;
        this.meeting = meeting;
        this.words = new MinutesWords(lang, journal.config().zone());
        // A regular meeting looks back on the quarter before its own (A5).
        Quarter own = meeting.quarter() == null ? Quarter.of(meeting.day()) : meeting.quarter();
        this.reviewed = meeting.kind() == MeetingKind.YEAR_END ? own : own.previous();
        this.today = journal.today();
    }

    List<Meeting.AgendaItem> items(Tx tx) throws SQLException {
        List<Meeting.AgendaItem> items = new ArrayList<>();
        for (StandingItem item : StandingItem.values()) {
            if (!item.of(meeting.kind())) {
                continue;
            }
            lines = new ArrayList<>();
            switch (item) {
                case ACTIONS -> actions(tx);
                case WATCH -> watch();
                case CAMERAS -> cameras();
                case INCIDENTS -> incidents();
                case EXTRACTIONS -> extractions();
                case MATTER -> matter();
                case PROPOSALS -> proposals();
                case PETITIONS -> petitions();
                case OVERDUE -> overdue(tx);
                case COMMENDATION -> commendations();
                default -> {}
            }
            String title = words.say(item.with(words.quarter(reviewed), Integer.toString(reviewed.year())));
            items.add(new Meeting.AgendaItem(items.size() + 1, item.id(), title, List.copyOf(lines)));
        }
        return items;
    }

    private void say(Message message) {
        lines.add(words.say(message));
    }

    private String name(vn.vigil.base.MemberId member) {
        return meetings.name(member.value());
    }

    private void actions(Tx tx) throws SQLException {
        for (Action action : meetings.actions().all(tx)) {
            if (action.state().open()) {
                long age = ChronoUnit.DAYS.between(action.set(), today);
                MinutesText how =
                        action.state() == Action.State.LATE ? MinutesText.ACTION_LATE : MinutesText.ACTION_OPEN;
                say(how.with(
                        action.id(),
                        action.words(),
                        name(action.owner()),
                        MinutesWords.day(action.due()),
                        age,
                        action.carried()));
            }
        }
        for (Task task : records.incidents().get().tasks(false)) {
            String due = task.due() == null ? words.say(MinutesText.NO_DAY.with()) : MinutesWords.day(task.due());
            String text = task.words().isEmpty() ? words.say(MinutesText.RESTRICTED.with()) : task.words();
            say(MinutesText.TASK_OPEN.with(task.incident() + "/" + task.number(), text, name(task.owner()), due));
        }
        if (lines.isEmpty()) {
            say(MinutesText.NO_ACTION_OPEN.with());
        }
    }

    private TimeSpan span() {
        Instant from = reviewed.first().atStartOfDay(journal.config().zone()).toInstant();
        Instant to =
                reviewed.next().first().atStartOfDay(journal.config().zone()).toInstant();
        return new TimeSpan(from, to);
    }

    private void watch() {
        Coverage coverage = records.watch().get().coverage(span());
        boolean any = false;
        for (Coverage.OfPost post : coverage.posts()) {
            if (post.requiredMinutes() > 0) {
                any = true;
                say(MinutesText.COVERAGE.with(
                        post.name(),
                        share(post.keptMinutes(), post.requiredMinutes()),
                        hours(post.keptMinutes()),
                        hours(post.requiredMinutes()),
                        post.gaps().size(),
                        hours(post.gapMinutes())));
            }
        }
        if (!any) {
            say(MinutesText.NO_FIGURES.with());
            return;
        }
        say(MinutesText.NO_SHOWS.with(coverage.noShows().size()));
        int late = 0;
        for (Coverage.OfPost post : coverage.posts()) {
            late += post.lateDuties();
        }
        say(MinutesText.LATE_DUTIES.with(late));
    }

    private void cameras() {
        long total = 0;
        long up = 0;
        long down = 0;
        long planned = 0;
        long outages = 0;
        int cameras = 0;
        CameraFigures worst = null;
        for (CameraFigures f : records.cameras()
                .get()
                .figures(reviewed.first(), reviewed.next().first())) {
            cameras++;
            total += f.total();
            up += f.up() + f.degraded();
            down += f.down();
            planned += f.planned();
            outages += f.outages();
            boolean worse = f.down() > 0 && (worst == null || f.down() > worst.down());
            worst = worse ? f : worst;
        }
        if (up + down == 0) {
            say(MinutesText.NO_FIGURES.with());
        } else {
            say(MinutesText.AVAILABILITY.with(
                    cameras, share(up, up + down), share(up + down, total - planned), hours(down / 60), outages));
            if (worst != null) {
                say(MinutesText.WORST_CAMERA.with(worst.camera(), worst.name(), hours(worst.down() / 60)));
            }
        }
        for (Survey survey : records.upkeep().get().surveys(SurveyState.PROPOSED)) {
            boolean taken = false;
            for (Proposal proposal : meetings.proposals().list()) {
                taken |= survey.id().equals(proposal.survey());
            }
            if (!taken) {
                say(MinutesText.SURVEY_WAITS.with(survey.id(), survey.place(), survey.reason()));
            }
        }
    }

    private void incidents() {
        Map<String, Integer> kinds = new TreeMap<>();
        int open = 0;
        int count = 0;
        TimeSpan span = span();
        for (Incident incident : records.incidents().get().list(new IncidentFilter(null, null, span, null, null))) {
            count++;
            kinds.merge(incident.kind().name(words.lang()), 1, Integer::sum);
            open += incident.open() ? 1 : 0;
        }
        say(count == 0 ? MinutesText.NO_INCIDENT.with() : MinutesText.INCIDENTS.with(count, open));
        kinds.forEach((kind, n) -> say(MinutesText.OF_KIND.with(kind, n)));
        int before = 0;
        for (Incident incident : records.incidents().get().list(IncidentFilter.OPEN)) {
            before += incident.told().happenedAt().isBefore(span.from()) ? 1 : 0;
        }
        if (before > 0) {
            say(MinutesText.OLD_INCIDENTS.with(before));
        }
    }

    private void extractions() {
        Map<String, Integer> states = new TreeMap<>();
        int count = 0;
        TimeSpan span = span();
        for (ExtractRequest request : records.extracts().get().list(ExtractFilter.ALL)) {
            if (span.from().compareTo(request.filedAt()) <= 0
                    && request.filedAt().isBefore(span.to())) {
                count++;
                states.merge(
                        words.say(
                                MinutesText.valueOf("EXTRACT_" + request.state().name())
                                        .with()),
                        1,
                        Integer::sum);
            }
        }
        say(count == 0 ? MinutesText.NO_EXTRACTION.with() : MinutesText.EXTRACTIONS.with(count));
        states.forEach((state, n) -> say(MinutesText.OF_KIND.with(state, n)));
    }

    private void matter() {
        if (meeting.incident() != null) {
            Incident incident = records.incidents().get().get(meeting.incident());
            String title = incident.masked()
                    ? words.say(MinutesText.RESTRICTED.with())
                    : incident.told().title();
            say(MinutesText.ABOUT_INCIDENT.with(incident.id(), title));
        }
    }

    /** Each open one, by force; and each answer that the team has not heard. */
    private void proposals() {
        for (Proposal p : meetings.proposals().list()) {
            long age = ChronoUnit.DAYS.between(p.day(), today);
            if (p.open()) {
                String money = p.estimate().isEmpty() ? "" : " (" + Dong.print(p.total(), words.lang()) + ")";
                say(MinutesText.PROPOSAL_OPEN.with(p.id(), p.kind().with(), title(p) + money, age));
            } else if (p.told() == null && meeting.kind() == MeetingKind.CORE) {
                say(MinutesText.PROPOSAL_ANSWERED.with(
                        p.id(), title(p), p.answer().with(), p.answered()));
            }
        }
        if (lines.isEmpty()) {
            say(MinutesText.NO_PROPOSAL_OPEN.with());
        }
    }

    /** Whom a breach is about is not read out (clause 10b). */
    private String title(Proposal p) {
        return p.kind() == ProposalKind.DISCIPLINE ? words.say(MinutesText.RESTRICTED.with()) : p.title();
    }

    private void commendations() {
        for (Proposal p : meetings.proposals().list()) {
            if (p.kind() == ProposalKind.COMMENDATION && p.day().getYear() == reviewed.year()) {
                say(MinutesText.COMMENDED.with(p.id(), p.title(), String.join(", ", p.people())));
            }
        }
    }

    private void petitions() {
        for (Petition petition : meetings.petitions().list()) {
            if (petition.open()) {
                say(MinutesText.PETITION_OPEN.with(
                        petition.id(), petition.words(), ChronoUnit.DAYS.between(petition.day(), today)));
            } else if (petition.told().isEmpty()) {
                say(MinutesText.PETITION_ANSWERED.with(petition.id(), petition.words(), petition.answer()));
            }
        }
        if (lines.isEmpty()) {
            say(MinutesText.NO_PETITION.with());
        }
    }

    private void overdue(Tx tx) throws SQLException {
        for (Due due : meetings.due(tx, reviewed.year())) {
            if (due.overdue() && !due.date().isAfter(reviewed.next().last())) {
                say(MinutesText.MEETING_OVERDUE.with(
                        due.kind().with(), words.quarter(due.quarter()), MinutesWords.day(due.date())));
            }
        }
        for (ExtractRequest request : records.extracts().get().list(ExtractFilter.ALL)) {
            if (request.overdue(journal.world().now())) {
                say(MinutesText.PAPER_OVERDUE.with(request.id()));
            }
        }
        if (lines.isEmpty()) {
            say(MinutesText.NOTHING_OVERDUE.with());
        }
    }

    /** {@code 98,7}; of nothing nothing is said. */
    private String share(long part, long whole) {
        if (whole <= 0) {
            return words.say(MinutesText.NO_SHARE.with());
        }
        long tenths = Math.round(part * 1000.0 / whole);
        String digits = tenths / 10 + (words.lang() == Lang.VI ? "," : ".") + tenths % 10;
        return digits;
    }

    private static String hours(long minutes) {
        return Long.toString(Duration.ofMinutes(minutes).plusMinutes(30).toHours());
    }
}
