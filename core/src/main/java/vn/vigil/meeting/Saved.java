package vn.vigil.meeting;

/**
 * What a change came to.
 *
 * @param unchanged whether everything stood so already
 */
public record Saved<T>(T what, boolean unchanged) {}
