package vn.vigil.incident;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.MessageKey;

/**
 * A timed step of an incident (clauses 7.3b, 8.3f).
 *
 * @param at null while it has not happened
 * @param by who did it: member id, or {@code os:<account>}; null with it
 * @param whom who was told; empty where nobody was
 * @param after since it was detected; null while it has not happened
 */
public record Step(What what, Instant at, String by, String whom, Duration after) {
    /** The steps, in the order that the regulation wants. */
    public enum What implements MessageKey {
        DETECTED,
        FIRST_ACTION,
        LEADER_TOLD,
        DEPUTY_TOLD,
        BOARD_TOLD,
        POLICE_TOLD,
        CLOSED;

        @Override
        public String catalogue() {
            return "incident-step";
        }
    }
}
