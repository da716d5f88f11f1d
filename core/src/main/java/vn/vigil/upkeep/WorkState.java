package vn.vigil.upkeep;

import java.util.Locale;

/** Where a work stands at a moment. */
public enum WorkState {
    /** Its window has not begun. */
    PLANNED,
    /** Within its window. */
    RUNNING,
    /** Its window is over and nobody said that it was done. */
    OVERDUE,
    DONE,
    CANCELLED;

    /** {@code "planned"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
