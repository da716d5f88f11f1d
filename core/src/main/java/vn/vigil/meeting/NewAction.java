package vn.vigil.meeting;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;

/**
 * Something to be done.
 *
 * @param owner id or name of the one member who answers for it
 * @param with ids or names of those who help
 * @param meeting that sets it; null when none does
 * @param item of its agenda; 0: none
 * @param source the document it comes from, or null
 * @param division that is asked to coordinate, or null
 */
public record NewAction(
        String words,
        String owner,
        List<String> with,
        LocalDate due,
        CaseId meeting,
        int item,
        String source,
        String division) {
    public NewAction {
        with = List.copyOf(with);
    }
}
