package vn.vigil.extract;

import java.util.List;
import vn.vigil.base.Message;

/**
 * What became of a request, or of an act upon it.
 *
 * @param request the request as it now stands; with a dry run, as it would
 * @param outcome whether anything was written
 * @param notes what the reader should know: an earlier extraction of the same footage, what is held and what is not yet
 */
public record Filed(ExtractRequest request, Outcome outcome, List<Message> notes) {
    public enum Outcome {
        WRITTEN,
        /** The same was on record already. */
        UNCHANGED,
        /** A dry run. */
        WOULD_WRITE
    }

    public Filed {
        notes = List.copyOf(notes);
    }
}
