package vn.vigil.people;

import java.nio.file.Path;
import java.time.Instant;
import vn.vigil.base.MemberId;

/**
 * An authority's certificate that is now on record with its key.
 *
 * @param owner whose key; null for the department's
 * @param name whom the certificate names
 * @param issuer who issued it
 * @param fingerprint SHA-256 of the certificate, lower-case hex
 * @param until last instant of validity
 * @param file the key file (PKCS#12, 0600); null when the key lies on a token, or the certificate was on record already
 * @param changed false: it was on record already
 */
public record KeyInstalled(
        MemberId owner, String name, String issuer, String fingerprint, Instant until, Path file, boolean changed) {}
