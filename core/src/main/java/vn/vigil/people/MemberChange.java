package vn.vigil.people;

import vn.vigil.text.Lang;

/**
 * What to put right about a member. Null leaves a value as it is; an empty text clears it (a name cannot be cleared).
 *
 * @param name full name
 * @param lang what vigil writes to them in; it cannot be cleared, only changed
 */
public record MemberChange(String name, String phone, String email, Lang lang, String osLogin) {}
