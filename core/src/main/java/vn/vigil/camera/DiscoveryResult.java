package vn.vigil.camera;

import java.util.List;

/**
 * What a search came to.
 *
 * @param plan where it looked
 * @param found by address
 * @param complete false when there was no time for every address, or an interface could not be used
 * @param unusable answers that were none, or too many
 * @param nothing the likely reason for finding nothing; null when something was found
 */
public record DiscoveryResult(
        DiscoveryPlan plan, List<Discovered> found, boolean complete, int unusable, NothingFound nothing) {}
