package vn.vigil.report;

import vn.vigil.base.MessageKey;
import vn.vigil.people.Office;

/** What comes round by itself, with the clause that asks for it and the office that answers for it. */
public enum DutyKind implements MessageKey {
    CORE_MEETING("8.4a", Office.TEAM_LEADER, true),
    STEERING_REVIEW("5.3a", Office.STEERING_HEAD, true),
    YEAR_END_MEETING("8.4f", Office.TEAM_LEADER, true),
    /** Published three working days before its month; without it nobody watches. */
    ROSTER("7.3a, 8.4j", Office.TEAM_LEADER, true),
    YEAR_REPORT("6.1b, 8.4f", Office.TEAM_LEADER, true),
    QUARTER_REPORT("6.2a, 8.1c, 8.2c", Office.TEAM_DEPUTY, false),
    POLICE_DIGEST("7.2a", Office.TEAM_LEADER, false),
    PROGRAMME("8.1b", Office.TEAM_LEADER, false),
    PLEDGES("8.3c", Office.TEAM_MEMBER, false),
    BUDGET("7.3d", Office.TEAM_LEADER, false),
    SURVEY("8.4h", Office.TEAM_MEMBER, false),
    CRITERIA("7.4c, 8.3e", Office.TEAM_LEADER, false),
    COMMENDATION("6.1c, 8.4g, 10a", Office.STEERING_HEAD, false),
    MAINTENANCE("8.4i", Office.TEAM_MEMBER, false);

    private final String clause;
    private final Office owner;
    private final boolean dated;

    DutyKind(String clause, Office owner, boolean dated) {
        this.clause = clause;
        this.owner = owner;
        this.dated = dated;
    }

    public String clause() {
        return clause;
    }

    public Office owner() {
        return owner;
    }

    /** Whether the regulation itself says when; the others are recommended, and never critical. */
    public boolean dated() {
        return dated;
    }

    @Override
    public String catalogue() {
        return "report-duty";
    }
}
