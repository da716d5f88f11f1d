package vn.vigil.incident;

import java.util.List;

/**
 * What became of a change to a case.
 *
 * @param entries what was entered; empty when it was on record already
 * @param incident as it stands now, masked where it is restricted
 */
public record CaseChange(Incident incident, List<CaseEvent> entries) {
    public CaseChange {
        entries = List.copyOf(entries);
    }

    public boolean unchanged() {
        return entries.isEmpty();
    }
}
