package vn.vigil.seal;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * A signature raised as far as it goes today: B to T by a timestamp, T to LT by certificates and revocation lists. What is not to be
 * had leaves it at the level it has.
 *
 * @param p7s the signature
 * @param provenTime the stamped time; null at level B
 * @param unstamped why an asked authority gave no timestamp that is worth something; null when it did or none was asked
 * @param gap why it is T and not LT; null at the other levels, and when nobody asked for LT
 */
record Raising(byte[] p7s, SealLevel level, Instant provenTime, TimestampException unstamped, Message gap) {
    /**
     * Stamps a signature and completes it.
     *
     * @param tsa null when none is configured
     * @param revocations null to stop at T
     * @throws VigilException {@code DENIED} when the signer's certificate turns out to have been revoked before
     */
    static Raising fromB(World world, byte[] p7s, byte[] content, TimestampClient tsa, Revocations revocations) {
        if (tsa == null) {
            return new Raising(p7s, SealLevel.B, null, null, null);
        }
        try {
            TimestampToken token = tsa.stamp(Cades.timestampImprint(p7s));
            return fromT(world, Cades.addTimestamp(p7s, token), content, token.time(), revocations);
        } catch (TimestampException e) {
            return new Raising(p7s, SealLevel.B, null, e, null);
        }
    }

    /** The package that carries this signature. */
    Sealed sealed(Path path, String sha256, String identity, long size) {
        return new Sealed(
                path,
                sha256,
                identity,
                size,
                level,
                provenTime,
                unstamped == null ? null : unstamped.reason(),
                unstamped == null ? null : unstamped.fault(),
                gap);
    }

    /**
     * Completes a signature with a timestamp.
     *
     * @throws TimestampException when the authority's certificate turns out to be revoked
     * @throws VigilException as {@link #fromB}
     */
    static Raising fromT(World world, byte[] p7s, byte[] content, Instant provenTime, Revocations revocations)
            throws TimestampException {
        if (revocations == null) {
            return new Raising(p7s, SealLevel.T, provenTime, null, null);
        }
        Instant now = world.now();
        SignatureCheck check = new SignatureCheck(revocations.anchors(), now);
        SignatureReport before = check.run(p7s, content);
        if (!before.valid() || before.provenTime() == null) {
            // Another root than the timestamp client was told, say: others may believe what is not believed here.
            Message why = before.valid() ? before.timestamp() : before.reason();
            return new Raising(p7s, SealLevel.T, provenTime, null, why);
        }
        Message gap = null;
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        Set<X509CRL> lists = new LinkedHashSet<>();
        for (SignatureCheck.Path path : check.paths()) {
            Crls.Standing standing =
                    revocations.lists(path.certificates()).judge(path.certificates(), provenTime, path.stamping());
            if (standing.revoked() != null) {
                throw revoked(standing, path.stamping());
            }
            certificates.addAll(path.certificates());
            lists.addAll(standing.used());
            gap = gap != null || standing.unknown() == null ? gap : gap(standing.unknown(), revocations);
        }
        if (gap != null) {
            return new Raising(p7s, SealLevel.T, provenTime, null, gap);
        }
        certificates.removeAll(check.held());
        byte[] full = Cades.addValidationData(p7s, certificates, lists);
        SignatureReport after = new SignatureCheck(revocations.anchors(), now).run(full, content);
        return after.valid() && after.level() == SealLevel.LT
                ? new Raising(full, SealLevel.LT, provenTime, null, null)
                : new Raising(p7s, SealLevel.T, provenTime, null, after.reason());
    }

    private static Message gap(X509Certificate unknown, Revocations revocations) {
        Message failure = revocations.failure(unknown);
        return failure != null
                ? failure
                : SealText.LIST_MISSING.with(CertificateFacts.of(unknown).name());
    }

    private static TimestampException revoked(Crls.Standing standing, boolean stamping) {
        String name = CertificateFacts.of(standing.revoked()).name();
        String since = Cades.text(standing.since());
        if (stamping) {
            return new TimestampException(TimestampFault.REVOKED, SealText.STAMP_REVOKED.with(name, since), null);
        }
        throw new VigilException(ErrorKind.DENIED, "VG-SEAL-CERTIFICATE", SealText.CANNOT_SIGN.with())
                .why(SealText.REVOKED.with(name, since));
    }
}
