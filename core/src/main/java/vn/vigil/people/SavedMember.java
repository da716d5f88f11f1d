package vn.vigil.people;

/**
 * What became of a change.
 *
 * @param member as it stands now, or would stand after a dry run
 * @param changed false: it was already so
 */
public record SavedMember(Member member, boolean changed) {}
