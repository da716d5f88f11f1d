package vn.vigil.camera;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.base.Severity;

/**
 * How far up the ladder a conversation with a camera came.
 *
 * @param at when it began
 * @param rungs all of them, from the bottom
 * @param saved false when a refused login could not be noted
 */
public record Diagnosis(Camera camera, Instant at, List<Rung> rungs, boolean saved) {
    public Diagnosis {
        rungs = List.copyOf(rungs);
    }

    public Rung rung(Rung.Kind kind) {
        return rungs.get(kind.ordinal());
    }

    /** The lowest broken rung, or null. */
    public Rung firstBroken() {
        for (Rung rung : rungs) {
            if (rung.outcome() == Rung.Outcome.BROKEN) {
                return rung;
            }
        }
        return null;
    }

    /** What is wrong first of all, or else what kept from saying more; null when the whole ladder is fine. */
    public Trouble trouble() {
        Rung broken = firstBroken();
        if (broken != null) {
            return broken.trouble();
        }
        for (Rung rung : rungs) {
            if (rung.trouble() != null) {
                return rung.trouble();
            }
        }
        return null;
    }

    /** What to do next; null when there is nothing to do. */
    public Message next() {
        return trouble() == null ? null : trouble().next(camera.id());
    }

    /**
     * Fine, a picture with something wrong, no picture, or nothing that could be said: a camera that works for somebody else, or
     * a ladder that was not climbed to its end, accuses nobody.
     */
    public Severity severity() {
        Rung broken = firstBroken();
        Rung.Outcome picture = rung(Rung.Kind.KEY_FRAME).outcome();
        if (broken == null) {
            boolean whole = rungs.stream().noneMatch(r -> r.outcome() == Rung.Outcome.NOT_REACHED);
            return whole ? Severity.OK : Severity.UNKNOWN;
        }
        if (picture == Rung.Outcome.OK || picture == Rung.Outcome.NOT_APPLICABLE) {
            return Severity.WARNING;
        }
        for (Rung rung : rungs) {
            boolean decides = rung.kind().compareTo(Rung.Kind.CLOCK) != 0 && rung.outcome() == Rung.Outcome.BROKEN;
            if (decides && rung.trouble() != Trouble.BUSY && rung.kind().compareTo(Rung.Kind.PICTURE) < 0) {
                return Severity.CRITICAL;
            }
        }
        return Severity.UNKNOWN;
    }
}
