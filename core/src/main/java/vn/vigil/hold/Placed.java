package vn.vigil.hold;

import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;

/**
 * What became of holds.
 *
 * @param held one for each camera and span, in the order asked for
 * @param notes what the reader should know: holes, an unknown clock
 */
public record Placed(List<Held> held, Outcome outcome, List<Message> notes) {
    /** What happened. */
    public enum Outcome {
        WRITTEN,
        UNCHANGED,
        /** A dry run. */
        WOULD_WRITE
    }

    public Placed {
        held = List.copyOf(held);
        notes = List.copyOf(notes);
    }

    /** Their numbers. */
    public List<CaseId> ids() {
        return held.stream().map(Held::id).toList();
    }
}
