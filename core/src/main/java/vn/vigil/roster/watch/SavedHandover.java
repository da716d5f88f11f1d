package vn.vigil.roster.watch;

/**
 * What became of a handover.
 *
 * @param unchanged it was so already
 */
public record SavedHandover(Handover handover, boolean unchanged) {}
