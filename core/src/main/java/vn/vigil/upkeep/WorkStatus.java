package vn.vigil.upkeep;

/**
 * A work and where it stands now.
 *
 * @param overdue its window passed without it, or its next time came and nobody planned it
 */
public record WorkStatus(Work work, WorkState state, boolean overdue) {}
