package vn.vigil.upkeep;

/**
 * What became of a change to a work.
 *
 * @param unchanged it was so already
 */
public record SavedWork(WorkStatus status, boolean unchanged) {}
