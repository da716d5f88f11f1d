package vn.vigil.roster.search;

/**
 * A hard demand that a roster leaves open.
 *
 * @param demand its place in {@link Problem#demands()}
 * @param missing how many people, at least 1
 */
public record Hole(int demand, int missing) {}
