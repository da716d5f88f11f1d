package vn.vigil.incident;

import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;

/**
 * How a case file stands against the ledger.
 *
 * @param entries how many were looked at, the opening among them
 * @param faults what does not agree; empty: all does
 * @param old whether it was opened before openings had a fingerprint, so that nothing can be said of the opening itself
 */
public record CaseVerdict(CaseId incident, int entries, List<Message> faults, boolean old) {
    public CaseVerdict {
        faults = List.copyOf(faults);
    }

    public boolean good() {
        return faults.isEmpty();
    }
}
