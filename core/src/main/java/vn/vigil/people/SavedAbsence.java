package vn.vigil.people;

/**
 * What became of a change to an absence.
 *
 * @param absence as it stands now, or would stand after a dry run
 * @param changed false: it was already so
 */
public record SavedAbsence(Absence absence, boolean changed) {}
