package vn.vigil.camera.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Severity;

/**
 * One thing that people are told of, from its opening to its end.
 *
 * @param id {@code ALR-2026-0001}
 * @param key names the fault itself: the same fault never makes a second alert
 * @param name the camera's id, or what the cameras have in common; empty when that has no name
 * @param severity the worst of its cameras now, or when they were last bad
 * @param since when the first fault began
 * @param openedAt when it came to light
 * @param ack who said that they are on it; null when nobody did
 * @param closing how it ended; null while it has not
 * @param cameras also those that are well again
 */
public record Alert(
        CaseId id,
        String key,
        Kind kind,
        String name,
        Severity severity,
        Instant since,
        Instant openedAt,
        Told told,
        Ack ack,
        Closing closing,
        List<AlertCamera> cameras) {
    public Alert {
        cameras = List.copyOf(cameras);
    }

    /** What it is about. */
    public enum Kind {
        CAMERA,
        /** Cameras behind one switch or line. */
        UPLINK,
        /** Cameras of one device. */
        HOST,
        /** A large part of all cameras at once. */
        NETWORK,
        /** Messages do not leave the house. */
        MAIL_STUCK,
        /** A span in which no checks ran; of it nothing is known. */
        NOT_RUN;

        /** {@code "mail-stuck"}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Where an alert stands. */
    public enum State {
        OPEN,
        ACKED,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was told so far.
     *
     * @param level 1 who is on watch, 2 leader and deputy, 3 head of the steering committee
     * @param levelAt when it got there
     * @param at when something was last told
     * @param rounds how many times something was told
     * @param cameras of how many bad cameras was last told
     */
    public record Told(int level, Instant levelAt, Instant at, int rounds, int cameras) {}

    /**
     * Somebody is on it.
     *
     * @param by member id, or {@code os:LOGIN}
     * @param until when it counts no longer; null for good
     * @param note their words; empty when none
     */
    public record Ack(Instant at, String by, Instant until, String note) {
        boolean holds(Instant now) {
            return until == null || until.isAfter(now);
        }
    }

    /**
     * The end of it.
     *
     * @param by member id or {@code os:LOGIN}; null when it ended by itself
     * @param reason their words; null when it ended by itself
     * @param mergedInto the alert that took its cameras over, or null
     */
    public record Closing(Instant at, String by, String reason, CaseId mergedInto) {}

    public State state(Instant now) {
        if (closing != null) {
            return State.CLOSED;
        }
        return ack != null && ack.holds(now) ? State.ACKED : State.OPEN;
    }

    /** The cameras that are still bad, essential ones first, then by id. */
    public List<AlertCamera> bad() {
        List<AlertCamera> bad = new ArrayList<>();
        for (AlertCamera c : cameras) {
            if (c.bad()) {
                bad.add(c);
            }
        }
        bad.sort(ESSENTIAL_FIRST);
        return bad;
    }

    static final Comparator<AlertCamera> ESSENTIAL_FIRST =
            Comparator.comparing((AlertCamera c) -> !c.essential()).thenComparing(AlertCamera::camera);

    boolean has(CameraId camera) {
        for (AlertCamera c : cameras) {
            if (c.camera().equals(camera)) {
                return true;
            }
        }
        return false;
    }

    Alert with(CaseId number, Told other) {
        return new Alert(number, key, kind, name, severity, since, openedAt, other, ack, closing, cameras);
    }

    Alert with(String otherKey) {
        return new Alert(id, otherKey, kind, name, severity, since, openedAt, told, ack, closing, cameras);
    }

    Alert with(Ack other) {
        return new Alert(id, key, kind, name, severity, since, openedAt, told, other, closing, cameras);
    }

    Alert with(Closing other) {
        return new Alert(id, key, kind, name, severity, since, openedAt, told, ack, other, cameras);
    }
}
