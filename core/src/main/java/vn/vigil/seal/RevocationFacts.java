package vn.vigil.seal;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.Message;

/**
 * What a signature brings along, and what is known otherwise, about certificates called back by their issuers.
 *
 * @param complete the lists inside the signature tell of every certificate of both paths, the signer's and the timestamp
 *     authority's, that it was good at the proven time
 * @param gap why not complete; null when complete, and where nothing was to be complete (level B, or an invalid signature)
 * @param revokedSince from when on the signature's certificate or one above it is called back; null when that is not so, or was only
 *     later than the proven time
 * @param lists the lists inside the signature that told something
 * @param ignored lists inside the signature that no issuer of either path signed, that are broken, or that tell nothing of use
 */
public record RevocationFacts(boolean complete, Message gap, Instant revokedSince, List<Issue> lists, int ignored) {
    /** Nothing is known. */
    static final RevocationFacts NONE = new RevocationFacts(false, null, null, List.of(), 0);

    public RevocationFacts {
        lists = List.copyOf(lists);
    }

    /**
     * One issue of a revocation list.
     *
     * @param issuer whose list, written as in {@link CertificateFacts}
     * @param thisUpdate when it was issued
     * @param nextUpdate until when it is current; null when it does not say
     */
    public record Issue(String issuer, Instant thisUpdate, Instant nextUpdate) {}
}
