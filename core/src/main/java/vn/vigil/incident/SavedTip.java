package vn.vigil.incident;

/**
 * What became of a change to a tip.
 *
 * @param tip masked
 * @param code by which whoever told it can come back without a name; told once, and only for a new tip; else null
 */
public record SavedTip(Tip tip, String code, boolean unchanged) {}
