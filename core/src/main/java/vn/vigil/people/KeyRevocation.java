package vn.vigil.people;

import java.util.List;
import vn.vigil.base.MemberId;

/**
 * What became of a revocation.
 *
 * @param owner whose keys; null for the department's
 * @param changed false: it was already so
 * @param fingerprints the keys that it is about: SHA-256 of their certificates, lower-case hex
 * @param elsewhere another authority than a trial one issued one of them, and must be told too
 */
public record KeyRevocation(MemberId owner, boolean changed, List<String> fingerprints, boolean elsewhere) {}
