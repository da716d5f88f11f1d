package vn.vigil.report;

import java.util.List;
import java.util.Locale;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.text.Nearest;

/**
 * Every figure that vigil reports, each by one rule: what it is called, in what it is told, from which clause it comes, which way is
 * better, and against what it is judged. The formula is the sentence of the same name of {@link Formula}.
 */
public enum FigureRule implements MessageKey {
    AVAILABILITY(Part.CAMERAS, Unit.TIME_SHARE, "7.3a, 8.4i", Better.UP),
    AVAILABILITY_ESSENTIAL(Part.CAMERAS, Unit.TIME_SHARE, "7.3a", Better.UP),
    AVAILABILITY_GROSS(Part.CAMERAS, Unit.TIME_SHARE, "7.3a", Better.UP),
    CHECKED(Part.CAMERAS, Unit.TIME_SHARE, "7.3a", Better.UP),
    OUTAGES(Part.CAMERAS, Unit.COUNT, "8.4i", Better.DOWN),
    REPAIR_MEAN(Part.CAMERAS, Unit.HOURS, "7.3b, 8.4i", Better.DOWN),
    REPAIR_MEDIAN(Part.CAMERAS, Unit.HOURS, "7.3b, 8.4i", Better.DOWN),
    REPAIR_LONGEST(Part.CAMERAS, Unit.HOURS, "7.3b, 8.4i", Better.DOWN),
    BETWEEN_FAILURES(Part.CAMERAS, Unit.HOURS, "8.4i", Better.UP),
    OPEN_FAULTS(Part.CAMERAS, Unit.COUNT, "8.4i", Better.DOWN),
    WATCH_PLANNED(Part.WATCH, Unit.TIME_SHARE, "7.3a, 8.4j", Better.UP),
    WATCH_KEPT(Part.WATCH, Unit.TIME_SHARE, "7.3a, 8.4j", Better.UP),
    WATCH_GAPS(Part.WATCH, Unit.COUNT, "7.3a, 8.4j", Better.DOWN),
    DUTIES(Part.WATCH, Unit.COUNT, "8.3b", Better.NONE),
    NO_SHOWS(Part.WATCH, Unit.COUNT, "8.3b", Better.DOWN),
    NO_SHOW_SHARE(Part.WATCH, Unit.PERCENT, "8.3b", Better.DOWN),
    LATE_DUTIES(Part.WATCH, Unit.COUNT, "8.3b", Better.DOWN),
    INCIDENTS(Part.INCIDENTS, Unit.COUNT, "2b", Better.NONE),
    FOUND_BY_WATCH(Part.INCIDENTS, Unit.PERCENT, "8.4j", Better.UP),
    FIRST_ACTION(Part.INCIDENTS, Unit.MINUTES, "7.3b, 8.3d", Better.DOWN),
    FIRST_ACTION_P90(Part.INCIDENTS, Unit.MINUTES, "7.3b, 8.3d", Better.DOWN),
    FIRST_ACTION_IN_TIME(Part.INCIDENTS, Unit.PERCENT, "7.3b, 8.3d", Better.UP),
    BOARD_TOLD(Part.INCIDENTS, Unit.MINUTES, "8.3f", Better.DOWN),
    POLICE_TOLD(Part.INCIDENTS, Unit.MINUTES, "7.2a", Better.DOWN),
    CLOSED_AFTER(Part.INCIDENTS, Unit.HOURS, "7.3b", Better.DOWN),
    INCIDENTS_OPEN(Part.INCIDENTS, Unit.COUNT, "7.3b", Better.DOWN),
    BREACHES(Part.INCIDENTS, Unit.COUNT, "8.4l, 10b", Better.DOWN),
    EXTRACTIONS(Part.EXTRACTIONS, Unit.COUNT, "7.3c", Better.NONE),
    EXTRACT_APPROVED(Part.EXTRACTIONS, Unit.COUNT, "7.3c", Better.NONE),
    EXTRACT_REFUSED(Part.EXTRACTIONS, Unit.COUNT, "8.4l", Better.NONE),
    EXTRACT_WITHDRAWN(Part.EXTRACTIONS, Unit.COUNT, "7.3c", Better.NONE),
    EXTRACT_PENDING(Part.EXTRACTIONS, Unit.COUNT, "7.3c", Better.DOWN),
    EXTRACT_DELIVERED(Part.EXTRACTIONS, Unit.COUNT, "7.3c", Better.NONE),
    DELIVERY_TIME(Part.EXTRACTIONS, Unit.DAYS, "7.3c", Better.DOWN),
    DELIVERY_SIGNED(Part.EXTRACTIONS, Unit.PERCENT, "7.3c, 8.4k", Better.UP),
    CUSTODY_INTACT(Part.EXTRACTIONS, Unit.PERCENT, "8.4k", Better.UP),
    OUTCOME_KNOWN(Part.EXTRACTIONS, Unit.PERCENT, "7.3c", Better.UP),
    MEETINGS_HELD(Part.MEETINGS, Unit.PERCENT, "5.3a, 8.4a", Better.UP),
    MEETINGS_ON_DAY(Part.MEETINGS, Unit.PERCENT, "8.4a", Better.UP),
    ATTENDANCE(Part.MEETINGS, Unit.PERCENT, "8.3g", Better.UP),
    MINUTES_IN_TIME(Part.MEETINGS, Unit.PERCENT, "8.4c", Better.UP),
    ACTIONS_SET(Part.ACTIONS, Unit.COUNT, "5.3b, 8.3a", Better.NONE),
    ACTIONS_CLOSED(Part.ACTIONS, Unit.COUNT, "8.3a", Better.NONE),
    ACTIONS_OVERDUE(Part.ACTIONS, Unit.COUNT, "8.3a", Better.DOWN),
    ACTIONS_CARRIED(Part.ACTIONS, Unit.COUNT, "8.3a", Better.DOWN),
    ACTIONS_IN_TIME(Part.ACTIONS, Unit.PERCENT, "8.3a", Better.UP),
    ACTION_AGE(Part.ACTIONS, Unit.DAYS, "8.3a", Better.DOWN),
    PROPOSALS(Part.ACTIONS, Unit.COUNT, "7.1b", Better.NONE),
    PROPOSALS_ANSWERED(Part.ACTIONS, Unit.COUNT, "5.3c", Better.NONE),
    PROPOSALS_ACCEPTED(Part.ACTIONS, Unit.COUNT, "5.3c", Better.NONE),
    PROPOSALS_REFUSED(Part.ACTIONS, Unit.COUNT, "5.3c", Better.NONE),
    ANSWER_TIME(Part.ACTIONS, Unit.DAYS, "5.3c", Better.DOWN),
    PROPOSALS_PASSED_OVER(Part.ACTIONS, Unit.COUNT, "5.3c", Better.DOWN),
    PETITIONS(Part.ACTIONS, Unit.COUNT, "7.5b", Better.NONE),
    PETITIONS_ANSWERED(Part.ACTIONS, Unit.COUNT, "7.5b", Better.NONE),
    MAINTENANCE_DONE(Part.UPKEEP, Unit.PERCENT, "8.4i", Better.UP),
    FAULTS_REPAIRED(Part.UPKEEP, Unit.COUNT, "8.4i", Better.NONE),
    COST_PLANNED(Part.UPKEEP, Unit.DONG, "7.3d", Better.NONE),
    COST_SPENT(Part.UPKEEP, Unit.DONG, "7.3d", Better.NONE),
    COST_OVERRUN(Part.UPKEEP, Unit.PERCENT, "7.3d", Better.DOWN),
    SURVEYS(Part.UPKEEP, Unit.COUNT, "8.4h", Better.NONE),
    SURVEYS_PROPOSED(Part.UPKEEP, Unit.COUNT, "8.4h", Better.NONE),
    CAMERAS_ACCEPTED(Part.UPKEEP, Unit.COUNT, "8.4h", Better.NONE),
    OUTREACH_SESSIONS(Part.OUTREACH, Unit.COUNT, "7.1a", Better.NONE),
    LEGAL_SESSIONS(Part.OUTREACH, Unit.COUNT, "7.1c", Better.NONE),
    REMINDERS(Part.OUTREACH, Unit.COUNT, "7.4a", Better.NONE),
    ATTENDED(Part.OUTREACH, Unit.COUNT, "7.1a", Better.NONE),
    REACH(Part.OUTREACH, Unit.PERCENT, "7.1a", Better.UP),
    PLEDGES(Part.OUTREACH, Unit.PERCENT, "8.3c", Better.UP),
    TIPS(Part.COOPERATION, Unit.COUNT, "7.5a", Better.NONE),
    TIPS_PASSED_ON(Part.COOPERATION, Unit.COUNT, "7.5a", Better.NONE),
    TIPS_SETTLED(Part.COOPERATION, Unit.COUNT, "7.5a", Better.NONE),
    POLICE_NOTICES(Part.COOPERATION, Unit.COUNT, "7.2a", Better.NONE),
    POLICE_GUIDANCE(Part.COOPERATION, Unit.COUNT, "4b", Better.NONE),
    COMMENDATIONS(Part.COOPERATION, Unit.COUNT, "6.1c, 8.4g", Better.NONE),
    COMMENDATIONS_DECIDED(Part.COOPERATION, Unit.COUNT, "10a", Better.NONE);

    /** Which way is better. */
    enum Better {
        UP,
        DOWN,
        NONE
    }

    /** The eight lines of the first page. */
    public static final List<FigureRule> FIRST_PAGE = List.of(
            AVAILABILITY,
            AVAILABILITY_ESSENTIAL,
            WATCH_KEPT,
            NO_SHOWS,
            FIRST_ACTION_IN_TIME,
            CUSTODY_INTACT,
            ACTIONS_IN_TIME,
            BREACHES);

    private final Part part;
    private final Unit unit;
    private final String clause;
    private final Better better;

    FigureRule(Part part, Unit unit, String clause, Better better) {
        this.part = part;
        this.unit = unit;
        this.clause = clause;
        this.better = better;
    }

    public Part part() {
        return part;
    }

    public Unit unit() {
        return unit;
    }

    /** The clauses that ask for it. */
    public String clause() {
        return clause;
    }

    Better better() {
        return better;
    }

    /** How it is counted, and what is left out. */
    public Message formula() {
        return Formula.valueOf(name()).with();
    }

    /** The setting that holds its target; null when it has a fixed one or none. */
    Setting target() {
        return switch (this) {
            case AVAILABILITY -> Setting.REPORT_AVAILABILITY;
            case AVAILABILITY_ESSENTIAL -> Setting.REPORT_AVAILABILITY_ESSENTIAL;
            case FIRST_ACTION_IN_TIME -> Setting.REPORT_FIRST_ACTION_SHARE;
            case ACTIONS_IN_TIME -> Setting.REPORT_ACTIONS_IN_TIME;
            default -> null;
        };
    }

    /** A target that no setting changes: what must be whole, and what must not be; null for none. */
    Integer fixedTarget() {
        return switch (this) {
            case WATCH_KEPT, CUSTODY_INTACT -> 100;
            case NO_SHOWS, BREACHES -> 0;
            default -> null;
        };
    }

    /**
     * Reads {@link #id()}.
     *
     * @throws VigilException NOT_FOUND with the nearest
     */
    public static FigureRule of(String word) {
        String tidy = word.strip().toLowerCase(Locale.ROOT);
        for (FigureRule rule : values()) {
            if (rule.id().equals(tidy)) {
                return rule;
            }
        }
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-REPORT-NO-FIGURE", ReportText.NO_FIGURE.with(word));
        String near =
                Nearest.of(tidy, List.of(values()).stream().map(FigureRule::id).toList());
        if (near != null) {
            e.why(ReportText.NEAREST.with(near));
        }
        throw e.next(ReportText.NEXT_FIGURES.with());
    }

    /** How each figure is counted; the same names, in the same order. */
    enum Formula implements MessageKey {
        AVAILABILITY,
        AVAILABILITY_ESSENTIAL,
        AVAILABILITY_GROSS,
        CHECKED,
        OUTAGES,
        REPAIR_MEAN,
        REPAIR_MEDIAN,
        REPAIR_LONGEST,
        BETWEEN_FAILURES,
        OPEN_FAULTS,
        WATCH_PLANNED,
        WATCH_KEPT,
        WATCH_GAPS,
        DUTIES,
        NO_SHOWS,
        NO_SHOW_SHARE,
        LATE_DUTIES,
        INCIDENTS,
        FOUND_BY_WATCH,
        FIRST_ACTION,
        FIRST_ACTION_P90,
        FIRST_ACTION_IN_TIME,
        BOARD_TOLD,
        POLICE_TOLD,
        CLOSED_AFTER,
        INCIDENTS_OPEN,
        BREACHES,
        EXTRACTIONS,
        EXTRACT_APPROVED,
        EXTRACT_REFUSED,
        EXTRACT_WITHDRAWN,
        EXTRACT_PENDING,
        EXTRACT_DELIVERED,
        DELIVERY_TIME,
        DELIVERY_SIGNED,
        CUSTODY_INTACT,
        OUTCOME_KNOWN,
        MEETINGS_HELD,
        MEETINGS_ON_DAY,
        ATTENDANCE,
        MINUTES_IN_TIME,
        ACTIONS_SET,
        ACTIONS_CLOSED,
        ACTIONS_OVERDUE,
        ACTIONS_CARRIED,
        ACTIONS_IN_TIME,
        ACTION_AGE,
        PROPOSALS,
        PROPOSALS_ANSWERED,
        PROPOSALS_ACCEPTED,
        PROPOSALS_REFUSED,
        ANSWER_TIME,
        PROPOSALS_PASSED_OVER,
        PETITIONS,
        PETITIONS_ANSWERED,
        MAINTENANCE_DONE,
        FAULTS_REPAIRED,
        COST_PLANNED,
        COST_SPENT,
        COST_OVERRUN,
        SURVEYS,
        SURVEYS_PROPOSED,
        CAMERAS_ACCEPTED,
        OUTREACH_SESSIONS,
        LEGAL_SESSIONS,
        REMINDERS,
        ATTENDED,
        REACH,
        PLEDGES,
        TIPS,
        TIPS_PASSED_ON,
        TIPS_SETTLED,
        POLICE_NOTICES,
        POLICE_GUIDANCE,
        COMMENDATIONS,
        COMMENDATIONS_DECIDED;

        @Override
        public String catalogue() {
            return "report-formula";
        }
    }

    @Override
    public String catalogue() {
        return "report-figure";
    }
}
