package vn.vigil.people;

/**
 * What became of a change to an outside body.
 *
 * @param body as it stands now, or would stand after a dry run
 * @param changed false: it was already so
 */
public record SavedBody(OutsideBody body, boolean changed) {}
