package vn.vigil.people;

/**
 * What became of a change to a delegation.
 *
 * @param delegation as it stands now, or would stand after a dry run
 * @param changed false: it was already so
 */
public record SavedDelegation(Delegation delegation, boolean changed) {}
