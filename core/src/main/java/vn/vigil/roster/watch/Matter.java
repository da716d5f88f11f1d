package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.base.MessageKey;

/**
 * Something that whoever comes on watch must know, found by vigil itself.
 *
 * @param subject short name of the camera, incident, task or request
 * @param words its name or title; empty: none
 * @param since null when it is not known
 */
public record Matter(Kind kind, String subject, String words, Instant since) {
    /** What it is. */
    public enum Kind implements MessageKey {
        CAMERA_DOWN,
        /** The camera's clock is far off. */
        CLOCK_WRONG,
        INCIDENT,
        /** Something to be done for an incident. */
        TASK,
        /** A request for footage that is not done. */
        EXTRACTION,
        /** An essential camera was not checked in time; the words say how often. */
        ROUND_MISSED,
        /** A meeting that is overdue; not for the watch. */
        MEETING,
        /** A proposal without an answer; not for the watch. */
        PROPOSAL;

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.id().equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(word);
        }

        @Override
        public String catalogue() {
            return "matter";
        }
    }
}
