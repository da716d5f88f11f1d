package vn.vigil.seal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/** Stands before every signature: what would make a verifier refuse it is refused before it is made. Stateless. */
public final class SigningGate {
    private SigningGate() {}

    /**
     * Looks at the key's certificate: strength of the whole chain as far as it is known, key usage, validity, revocation. A list that
     * is not to be had stops nobody.
     *
     * @param revocations what is known of revoked certificates; null leaves that out
     * @param at the time of signing
     * @throws VigilException {@code DENIED} with the reason
     */
    public static void check(SigningKey key, Revocations revocations, Instant at) {
        check(key.chain(), revocations, at);
    }

    /**
     * As {@link #check(SigningKey, Revocations, Instant)}, for the certificate that an authority has issued for a key here; it must
     * lead to a trusted root.
     *
     * @param others what came with it, in any order
     * @return the certificate first, the trusted root last
     * @throws VigilException {@code DENIED} with the reason; {@code REFUSED} ({@code VG-SEAL-UNTRUSTED}) when it leads to no trusted root
     */
    public static List<X509Certificate> path(
            X509Certificate certificate, List<X509Certificate> others, Revocations revocations, Instant at) {
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        chain.addAll(others);
        check(chain, revocations, at);
        Chains.Found found = Chains.find(certificate, others, revocations.anchors(), at);
        if (!found.trusted()) {
            CertificateFacts facts = CertificateFacts.of(certificate);
            throw new VigilException(
                    ErrorKind.REFUSED, "VG-SEAL-UNTRUSTED", SealText.UNTRUSTED.with(facts.name(), facts.issuer()));
        }
        return found.path();
    }

    private static void check(List<X509Certificate> chain, Revocations revocations, Instant at) {
        X509Certificate c = chain.get(0);
        CertificateFacts facts = CertificateFacts.of(c);
        Message why = null;
        if (!facts.strong()) {
            why = SealText.WEAK_CERTIFICATE.with(facts.name());
        } else if (!facts.usable()) {
            why = SealText.WRONG_USAGE.with(facts.name());
        } else if (!facts.validAt(at)) {
            why = SealText.EXPIRED.with(
                    facts.name(), Cades.text(facts.notBefore()), Cades.text(facts.notAfter()), Cades.text(at));
        } else if (revocations != null) {
            why = revoked(chain, revocations, at);
        }
        if (why != null) {
            throw new VigilException(ErrorKind.DENIED, "VG-SEAL-CERTIFICATE", SealText.CANNOT_SIGN.with()).why(why);
        }
    }

    private static Message revoked(List<X509Certificate> chain, Revocations revocations, Instant at) {
        Chains.Found found = Chains.find(chain.get(0), chain, revocations.anchors(), at);
        if (found.trust() == Chains.Trust.WEAK) {
            return SealText.WEAK_CHAIN.with(CertificateFacts.of(chain.get(0)).name());
        }
        // Without a trusted root the key's own chain still tells who may revoke; no address in it is asked then.
        List<X509Certificate> path = found.trusted() ? found.path() : chain;
        Crls lists = found.trusted()
                ? revocations.lists(path)
                : new Crls(revocations.anchors().lists());
        Crls.Standing standing = lists.judge(path, at, false);
        return standing.revoked() == null
                ? null
                : SealText.REVOKED.with(CertificateFacts.of(standing.revoked()).name(), Cades.text(standing.since()));
    }
}
