package vn.vigil.register;

/**
 * What became of a document's number.
 *
 * @param entry as it stands now, or would stand after a dry run
 * @param changed false: it was already so
 */
public record SavedEntry(Entry entry, boolean changed) {}
