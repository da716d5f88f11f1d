package vn.vigil.people;

import java.time.Instant;
import vn.vigil.base.MemberId;

/**
 * A key as it is on record here: by its certificate, wherever the private half lies.
 *
 * @param owner whose it is; null for the department's
 * @param name whom its certificate names
 * @param fingerprint SHA-256 of the certificate, lower-case hex
 * @param from first instant of validity
 * @param until last instant of validity
 * @param daysLeft whole days until then; 0 afterwards
 * @param trial a trial authority issued it
 * @param revokedAt when it was revoked; null while it was not
 */
public record KeyListed(
        MemberId owner,
        String name,
        String fingerprint,
        Instant from,
        Instant until,
        long daysLeft,
        KeyState state,
        boolean trial,
        Instant revokedAt) {}
