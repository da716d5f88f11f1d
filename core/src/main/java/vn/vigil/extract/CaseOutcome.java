package vn.vigil.extract;

import java.time.Instant;
import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;

/**
 * What an extraction led to.
 *
 * @param note as typed; may be empty
 * @param document number of the paper that says so; may be empty
 */
public record CaseOutcome(Kind kind, String note, String document, Instant at, MemberId by) {
    /** What became of the footage. {@link #id()} is the word of commands and of the machine form. */
    public enum Kind implements MessageKey {
        /** It served the purpose. */
        USED,
        /** It did not: it showed nothing of use, or the matter was dropped. */
        NOT_USED,
        /** The recipient gave it back. */
        RETURNED,
        /** The recipient destroyed it when its time was over. */
        DESTROYED,
        /** The recipient did not tell. */
        UNKNOWN;

        @Override
        public String catalogue() {
            return "extract-outcome";
        }
    }
}
