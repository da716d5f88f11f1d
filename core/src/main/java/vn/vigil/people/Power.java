package vn.vigil.people;

import java.util.EnumSet;
import java.util.Set;
import vn.vigil.base.MessageKey;

/**
 * What may not be done by everybody, and who may: the table of {@code docs/design/powers.md}. Verbs that only read are open
 * to whoever may read the store.
 */
public enum Power implements MessageKey {
    /** Add, correct and end members and offices; set what the site is called. */
    MANAGE_PEOPLE(Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.ADMINISTRATOR),
    /** Add, import, edit and remove cameras (clause 7.3a); plan work on them and say that it is done (8.4i). */
    MANAGE_CAMERAS(Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.OPERATOR, Office.ADMINISTRATOR),
    /** Keep the rosters and what they go by: public holidays, posts, shifts, leave (clauses 7.3a, 8.1a). */
    MANAGE_ROSTER(Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.ADMINISTRATOR),
    /** Survey positions and propose cameras for them (clause 8.4h: the team, every member). */
    SURVEY_POSITIONS(Office.values()),
    /** Say that one is on an alert, and have it sent again. */
    ANSWER_ALERTS(Office.values()),
    /** Take what a camera shows now for its right view, by name: whoever answers alerts must be able to close this one. */
    ACCEPT_VIEWS(Office.values()),
    /** Open and write incidents (clause 8.3f: every member). */
    OPEN_INCIDENT(Office.values()),
    /** File what the board or a State agency asks for in writing (clause 7.3c). */
    REQUEST_EXTRACTION(Office.values()),
    /** Release footage: the board alone (A6). */
    APPROVE_EXTRACTION(Office.BOARD),
    /** Make the package that was approved. */
    RUN_EXTRACTION(Office.OPERATOR, Office.TEAM_LEADER, Office.TEAM_DEPUTY),
    /** Make, enrol and revoke keys. */
    MANAGE_KEYS(Office.ADMINISTRATOR, Office.TEAM_LEADER),
    /** Take a forgotten PIN away: one of each office together, never one alone. */
    RESET_PINS(Office.ADMINISTRATOR, Office.TEAM_LEADER),
    /** Enter numbers that the Văn thư gave, and correct the register of outgoing documents. */
    KEEP_REGISTER(
            Office.STEERING_HEAD,
            Office.STEERING_DEPUTY,
            Office.TEAM_LEADER,
            Office.TEAM_DEPUTY,
            Office.SECRETARY,
            Office.ADMINISTRATOR),
    /** Come on watch and go, take it over, hand it over, change duties, note what was seen (clause 8.4j: every member). */
    KEEP_WATCH(Office.values()),
    /** See what an incident of a restricted kind is about, and who is named in it (clauses 7.4b, 8.4l). */
    READ_RESTRICTED(Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.STEERING_HEAD, Office.STEERING_DEPUTY, Office.BOARD),
    /** Say that an incident is over. */
    CLOSE_INCIDENT(Office.TEAM_LEADER, Office.TEAM_DEPUTY),
    /** Have footage kept, unviewed: whoever sees that it will be wanted must be able to (clause 8.4k). */
    HOLD_FOOTAGE(Office.values()),
    /** Let held footage go. */
    RELEASE_HOLD(Office.TEAM_LEADER, Office.BOARD),
    /** Look at evidence, and make copies to be looked at. */
    VIEW_EVIDENCE(Office.OPERATOR, Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.BOARD),
    /** Hand packages over, take receipts, record what they led to. */
    DELIVER_EVIDENCE(Office.OPERATOR, Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.SECRETARY),
    /** Declare a key lost: one of each office together, never one alone. */
    REVOKE_KEYS(Office.ADMINISTRATOR, Office.TEAM_LEADER),
    /** Plan, open, write down and close meetings, their minutes, and what they set to be done (clauses 6.1a, 8.4a–c). */
    HOLD_MEETING(
            Office.STEERING_HEAD, Office.STEERING_DEPUTY, Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.SECRETARY),
    /** Propose, and pass on what workers ask for (clauses 7.1b, 7.5b, 8.3g: every member). */
    PROPOSE(Office.values()),
    /** Enter what the committee or the board answered (clause 5.3c). */
    ANSWER_PROPOSAL(Office.STEERING_HEAD, Office.STEERING_DEPUTY, Office.BOARD, Office.SECRETARY),
    /** Record inspections, instructions and support (clauses 5.2, 6.3b). */
    SUPERVISE(
            Office.STEERING_HEAD,
            Office.STEERING_DEPUTY,
            Office.STEERING_MEMBER,
            Office.TEAM_LEADER,
            Office.TEAM_DEPUTY,
            Office.SECRETARY),
    /** Enter that a report was signed, and issue it; signing by key takes who may sign for the team (clauses 6.2a, 8.1c, 8.2c). */
    REPORT(Office.STEERING_HEAD, Office.STEERING_DEPUTY, Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.SECRETARY),
    /** Record propaganda, reminders and pledges (clauses 7.1, 7.4a, 8.3c: every member). */
    RECORD_ACTIVITY(Office.values()),
    /** Import the model's criteria and score them; say what a report shall say beside its figures (clauses 7.4c, 8.3e, 8.4f). */
    ASSESS(Office.STEERING_HEAD, Office.STEERING_DEPUTY, Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.SECRETARY);

    private final EnumSet<Office> holders = EnumSet.noneOf(Office.class);

    Power(Office... holders) {
        for (Office office : holders) {
            this.holders.add(office);
        }
    }

    /** The offices that carry this power. */
    public Set<Office> holders() {
        return EnumSet.copyOf(holders);
    }

    /** May an account that stands for no member do it? Keeping house yes; acting in a case takes a person. */
    boolean forAccounts() {
        return switch (this) {
            case MANAGE_PEOPLE, MANAGE_CAMERAS, MANAGE_ROSTER, ANSWER_ALERTS, MANAGE_KEYS -> true;
            case ACCEPT_VIEWS,
                    SURVEY_POSITIONS,
                    OPEN_INCIDENT,
                    REQUEST_EXTRACTION,
                    APPROVE_EXTRACTION,
                    RUN_EXTRACTION,
                    RESET_PINS,
                    KEEP_REGISTER,
                    KEEP_WATCH,
                    READ_RESTRICTED,
                    CLOSE_INCIDENT,
                    HOLD_FOOTAGE,
                    RELEASE_HOLD,
                    VIEW_EVIDENCE,
                    DELIVER_EVIDENCE,
                    REVOKE_KEYS,
                    HOLD_MEETING,
                    PROPOSE,
                    ANSWER_PROPOSAL,
                    SUPERVISE,
                    REPORT,
                    RECORD_ACTIVITY,
                    ASSESS -> false;
        };
    }

    @Override
    public String catalogue() {
        return "power";
    }
}
