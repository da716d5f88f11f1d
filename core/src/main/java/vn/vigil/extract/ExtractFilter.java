package vn.vigil.extract;

import java.util.List;
import vn.vigil.base.CaseId;

/**
 * Which requests.
 *
 * @param states those in one of these; empty: all
 * @param open only those that still wait for somebody
 * @param overdue only emergencies whose paper should be there by now
 * @param incident only those of this incident; null: all
 */
public record ExtractFilter(List<ExtractState> states, boolean open, boolean overdue, CaseId incident) {
    public static final ExtractFilter ALL = new ExtractFilter(List.of(), false, false, null);

    public ExtractFilter {
        states = List.copyOf(states);
    }
}
