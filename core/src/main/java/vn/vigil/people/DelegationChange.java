package vn.vigil.people;

import java.time.LocalDate;
import java.util.List;

/** What to put right about a delegation; null leaves a value as it is. Who lends which office to whom stays. */
public record DelegationChange(List<String> scope, LocalDate from, LocalDate until, String basis) {
    public DelegationChange {
        scope = scope == null ? null : List.copyOf(scope);
    }
}
