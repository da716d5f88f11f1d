package vn.vigil.meeting;

import java.util.EnumSet;
import java.util.Set;
import vn.vigil.base.MessageKey;

/** What regular meetings always speak of (clauses 5.3, 8.4e–f). The order is that of the agenda. */
enum StandingItem implements MessageKey {
    /** What was set and is not done: first of all. */
    ACTIONS(MeetingKind.CORE, MeetingKind.STEERING, MeetingKind.HUDDLE, MeetingKind.YEAR_END),
    /** Review of the watch duty. */
    WATCH(MeetingKind.CORE, MeetingKind.STEERING),
    CAMERAS(MeetingKind.CORE, MeetingKind.STEERING),
    INCIDENTS(MeetingKind.CORE, MeetingKind.STEERING),
    EXTRACTIONS(MeetingKind.CORE, MeetingKind.STEERING),
    /** The urgent matter. */
    MATTER(MeetingKind.URGENT, MeetingKind.HUDDLE),
    /** Against crime and social evils. */
    CRIME(MeetingKind.CORE),
    TRAFFIC_ENVIRONMENT(MeetingKind.CORE),
    /** Solidarity, civilised life, the movement. */
    SOLIDARITY(MeetingKind.CORE),
    YEAR_DONE(MeetingKind.YEAR_END),
    YEAR_NOT_DONE(MeetingKind.YEAR_END),
    YEAR_MEASURES(MeetingKind.YEAR_END),
    COMMENDATION(MeetingKind.YEAR_END),
    /** Of the committee: to be resolved; of the team: what was answered, what is proposed. */
    PROPOSALS(MeetingKind.CORE, MeetingKind.STEERING),
    /** Workers' wishes to be passed on. */
    PETITIONS(MeetingKind.CORE),
    OVERDUE(MeetingKind.CORE, MeetingKind.STEERING),
    OUTREACH(MeetingKind.OUTREACH),
    /** Tasks of the coming period. */
    TASKS(MeetingKind.CORE, MeetingKind.STEERING, MeetingKind.URGENT);

    private final Set<MeetingKind> kinds = EnumSet.noneOf(MeetingKind.class);

    StandingItem(MeetingKind... kinds) {
        for (MeetingKind kind : kinds) {
            this.kinds.add(kind);
        }
    }

    boolean of(MeetingKind kind) {
        return kinds.contains(kind);
    }

    @Override
    public String catalogue() {
        return "meeting-item";
    }
}
