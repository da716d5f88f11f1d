package vn.vigil.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.vigil.base.World;

/** The revocation list of a trial root: one PEM file, which is also all that is remembered of what was revoked. */
final class TrialList {
    /** Longer than any key that a trial root issues for the site, so that a list issued with a key outlives it. */
    private static final Duration VALIDITY = Duration.ofDays(825);

    private static final String NUMBER = "2.5.29.20";

    private TrialList() {}

    /**
     * Writes the next issue.
     *
     * @param revoked one more certificate, or null
     * @return false when that certificate was on the list already, and nothing was written
     */
    static boolean issue(
            World world, SigningKey root, Path file, X509Certificate revoked, CRLReason reason, Instant at) {
        try {
            Instant now = world.now().truncatedTo(ChronoUnit.SECONDS);
            Instant end = root.certificate().getNotAfter().toInstant();
            JcaX509v2CRLBuilder builder =
                    new JcaX509v2CRLBuilder(root.certificate(), Date.from(now.minus(TrialAuthority.LAG)));
            builder.setNextUpdate(Date.from(now.plus(VALIDITY).isBefore(end) ? now.plus(VALIDITY) : end));
            BigInteger number = BigInteger.ONE;
            X509CRL old = read(file);
            if (old != null) {
                if (revoked != null && old.getRevokedCertificate(revoked.getSerialNumber()) != null) {
                    return false;
                }
                builder.addCRL(new X509CRLHolder(new ByteArrayInputStream(old.getEncoded())));
                number = number(old).add(BigInteger.ONE);
            }
            if (revoked != null) {
                builder.addCRLEntry(revoked.getSerialNumber(), Date.from(at), reason.ordinal());
            }
            builder.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.certificate()));
            byte[] der = builder.build(new JcaContentSignerBuilder(Algorithms.signature(root)).build(root.privateKey()))
                    .getEncoded();
            PrivateFiles.replace(file, Certificates.pem("X509 CRL", der).getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException e) {
            throw Faults.io(file, e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a root that was opened can sign", e);
        }
    }

    private static X509CRL read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        List<X509CRL> lists = Crls.read(Files.readAllBytes(file));
        if (lists.size() != 1) {
            // What was revoked would be forgotten, were it written anew.
            throw new IOException("not a revocation list");
        }
        return lists.get(0);
    }

    private static BigInteger number(X509CRL list) {
        return ASN1Integer.getInstance(ASN1OctetString.getInstance(list.getExtensionValue(NUMBER))
                        .getOctets())
                .getValue();
    }
}
