package vn.vigil.meeting;

import vn.vigil.base.MessageKey;
import vn.vigil.people.Body;

/** What a meeting is. */
public enum MeetingKind implements MessageKey {
    /** The core team, each quarter (clause 8.4a). */
    CORE(Body.CORE_TEAM, "8.4a"),
    /** The steering committee's review, once a quarter (clause 5.3). */
    STEERING(Body.STEERING_COMMITTEE, "5.3a"),
    /** The core team, for something urgent (clause 8.4d). */
    URGENT(Body.CORE_TEAM, "8.4d"),
    /** Leader and deputy consult (clause 8.2b). */
    HUDDLE(Body.CORE_TEAM, "8.2b"),
    /** The core team sums the year up (clause 8.4f). */
    YEAR_END(Body.CORE_TEAM, "8.4f"),
    /** With staff: propaganda and legal education (clause 7.1). */
    OUTREACH(Body.CORE_TEAM, "7.1a");

    private final Body body;
    private final String clause;

    MeetingKind(Body body, String clause) {
        this.body = body;
        this.clause = clause;
    }

    /** Whose meeting it is. */
    public Body body() {
        return body;
    }

    /** The clause that asks for it. */
    public String clause() {
        return clause;
    }

    /** Whether it comes round by itself. */
    public boolean regular() {
        return this == CORE || this == STEERING || this == YEAR_END;
    }

    static MeetingKind of(String word) {
        for (MeetingKind kind : values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @Override
    public String catalogue() {
        return "meeting-kind";
    }
}
