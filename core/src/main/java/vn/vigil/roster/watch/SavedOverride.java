package vn.vigil.roster.watch;

import vn.vigil.roster.plan.Overlay;

/**
 * An override after it was taken back.
 *
 * @param unchanged it was taken back before
 */
public record SavedOverride(Overlay overlay, boolean unchanged) {}
