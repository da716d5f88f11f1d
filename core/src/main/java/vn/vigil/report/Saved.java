package vn.vigil.report;

/**
 * What became of a change.
 *
 * @param what as it stands now, or would stand after a dry run
 * @param unchanged it was already so
 */
public record Saved<T>(T what, boolean unchanged) {}
