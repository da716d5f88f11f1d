package vn.vigil.meeting;

import java.util.List;

/**
 * What an edited draft changed.
 *
 * @param entries that were made
 * @param actions that it set
 */
public record ReadBack(Meeting meeting, List<JournalEntry> entries, List<Action> actions) {
    public boolean unchanged() {
        return entries.isEmpty() && actions.isEmpty();
    }
}
