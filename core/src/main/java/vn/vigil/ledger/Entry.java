package vn.vigil.ledger;

import java.util.Map;
import java.util.Objects;

/**
 * An act to be entered.
 *
 * @param who who acted
 * @param act what was done, noun and verb: {@code extract.approve}
 * @param subject what it was done to: {@code EXT-2026-0012}, {@code camera/gate-1}
 * @param details facts worth keeping; strings, integers, booleans, lists and maps of such. No secret, and no name of a
 *     person who was filmed
 */
public record Entry(Who who, String act, String subject, Map<String, ?> details) {
    public Entry {
        Objects.requireNonNull(who);
        Objects.requireNonNull(act);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(details);
    }
}
