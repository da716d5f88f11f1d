package vn.vigil.people;

import java.util.List;
import vn.vigil.base.CaseId;

/**
 * Somebody who may act for an office at a moment.
 *
 * @param record the absence or delegation that this rests on; null for the holder
 * @param scope what a delegation lends; {@code all} alone for the others
 */
public record ActingAs(Member member, Office office, Capacity capacity, CaseId record, List<String> scope) {
    public ActingAs {
        scope = List.copyOf(scope);
    }

    /** May this be done: a power's id, {@link Delegation#SIGN} or {@link Delegation#CHAIR}? */
    public boolean covers(String word) {
        return scope.contains(Delegation.ALL) || scope.contains(word);
    }
}
