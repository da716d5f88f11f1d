package vn.vigil.extract;

import java.time.Instant;
import java.time.LocalDate;
import vn.vigil.base.MemberId;

/**
 * The paper of an emergency, which comes after the footage was asked for.
 *
 * @param due it must be there by then
 * @param number of the paper that put it in order; null while there is none
 * @param date of that paper; null likewise
 * @param enteredAt when it was entered; null likewise
 * @param enteredBy who entered it; null likewise
 */
public record LaterPaper(Instant due, String number, LocalDate date, Instant enteredAt, MemberId enteredBy) {
    /** Whether it should be there and is not. */
    public boolean overdue(Instant now) {
        return number == null && now.isAfter(due);
    }
}
