package vn.vigil.report;

import java.util.List;
import vn.vigil.base.Message;

/**
 * What a fixed report is found to be.
 *
 * @param faults what is wrong; empty: it is what was signed
 * @param late whether the records say something else now, so that a revision is due; nothing is wrong with the report itself
 */
public record Verified(Fixed report, List<Message> faults, boolean late) {
    public Verified {
        faults = List.copyOf(faults);
    }
}
