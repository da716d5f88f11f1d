package vn.vigil.people;

import vn.vigil.base.MemberId;

/**
 * Whose key an authority's certificate is for, before it is installed.
 *
 * @param owner null for the department
 * @param token the key's label on its token; null when it lies in a file
 * @param installed it is on record already: nothing is left to be done
 */
public record KeyPending(MemberId owner, String token, boolean installed) {}
