package vn.vigil.people;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.MemberId;

/**
 * A delegation to be entered; see {@link Delegation}.
 *
 * @param from first day; null: today
 * @param until last day; demanded
 * @param scope demanded
 * @param basis demanded
 */
public record NewDelegation(
        Office office,
        MemberId fromMember,
        MemberId toMember,
        List<String> scope,
        LocalDate from,
        LocalDate until,
        String basis) {
    public NewDelegation {
        scope = List.copyOf(scope);
        basis = NewMember.clean(basis);
    }
}
