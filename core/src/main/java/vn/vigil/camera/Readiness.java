package vn.vigil.camera;

import java.util.List;
import java.util.Locale;

/**
 * Whether footage of a span could be delivered now.
 *
 * @param answer the whole in one word
 * @param obstacles why not, or with what reservation; empty for a plain yes
 * @param report what the recorder said; null when it was not asked or did not answer
 */
public record Readiness(Camera camera, Answer answer, List<Obstacle> obstacles, RecordingsReport report) {
    /** The words of the machine form; never translated. */
    public enum Answer {
        YES,
        /** A part of it, or without proof of its time. */
        PARTLY,
        NO,
        /** Nobody could say. Never counted as yes. */
        UNKNOWN;

        /** {@code "partly"}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Readiness {
        obstacles = List.copyOf(obstacles);
    }
}
