package vn.vigil.people;

/**
 * What to put right about a member. Null leaves a value as it is; an empty text clears it (a name cannot be cleared).
 *
 * @param name full name
 */
public record MemberChange(String name, String phone, String email, String osLogin) {}
