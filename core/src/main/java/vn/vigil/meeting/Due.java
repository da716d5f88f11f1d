package vn.vigil.meeting;

import java.time.LocalDate;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.calendar.Quarter;

/**
 * A meeting that the regulation asks for.
 *
 * @param quarter in which it is due
 * @param date when it is to be; a planned or postponed meeting's own day
 * @param regular the day by the rule, before holidays and postponing moved it
 * @param latest after this day it is overdue
 * @param reason why {@code date} is another day than {@code regular}; null when it is not
 * @param state a {@link DueState} or {@link MeetingState}
 * @param meeting null while none is planned
 */
public record Due(
        MeetingKind kind,
        Quarter quarter,
        LocalDate date,
        LocalDate regular,
        LocalDate latest,
        Message reason,
        MessageKey state,
        CaseId meeting) {
    public boolean overdue() {
        return state == DueState.OVERDUE;
    }
}
