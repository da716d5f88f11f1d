package vn.vigil.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.vigil.base.Progress;
import vn.vigil.testkit.TestWorld;

/** Keys of every quality, good and bad, and small packages, for the tests of this package. */
final class SealKit {
    static final Instant NOW = Instant.parse("2026-03-02T07:05:00Z");
    static final TestWorld WORLD = TestWorld.at(NOW.toString());
    static final Duration YEAR = Duration.ofDays(365);

    static final SigningKey ROOT = root("Test Root", rsa(2048));
    static final TrustAnchors TRUST = new TrustAnchors(List.of(ROOT.certificate()));
    static final SigningKey SIGNER = new Certificate("Trần Thị Niêm Phong").issue(ROOT);
    static final SigningKey RSA_SIGNER =
            new Certificate("Lê Văn Ký").key(rsa(2048)).issue(ROOT);

    private SealKit() {}

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static SigningKey root(String name, KeyPair pair) {
        Certificate c = new Certificate(name)
                .key(pair)
                .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                .purposes();
        c.authority = true;
        c.from = NOW.minus(YEAR.multipliedBy(5));
        c.to = NOW.plus(YEAR.multipliedBy(20));
        return c.issue(null);
    }

    /** A certificate to be, good unless told otherwise. */
    static final class Certificate {
        private final String name;
        private KeyPair pair;
        private Instant from = NOW.minus(Duration.ofDays(30));
        private Instant to = NOW.plus(YEAR);
        private int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        private KeyPurposeId[] purposes = {KeyPurposeId.id_kp_emailProtection};
        private boolean criticalPurposes;
        private boolean authority;
        private String digest = "SHA256";
        private String list;

        Certificate(String name) {
            this.name = name;
        }

        Certificate key(KeyPair key) {
            pair = key;
            return this;
        }

        Certificate valid(Instant first, Instant last) {
            from = first;
            to = last;
            return this;
        }

        Certificate usage(int bits) {
            usage = bits;
            return this;
        }

        Certificate purposes(KeyPurposeId... ids) {
            purposes = ids;
            return this;
        }

        Certificate timestamping() {
            criticalPurposes = true;
            return usage(KeyUsage.digitalSignature).purposes(KeyPurposeId.id_kp_timeStamping);
        }

        /** An authority below its issuer. */
        Certificate authority() {
            authority = true;
            return usage(KeyUsage.keyCertSign | KeyUsage.cRLSign).purposes();
        }

        /** Says where its issuer's revocation list is to be had. */
        Certificate listAt(Object address) {
            list = address.toString();
            return this;
        }

        Certificate digest(String name) {
            digest = name;
            return this;
        }

        /** Signed by the issuer, or by itself when there is none. */
        SigningKey issue(SigningKey issuer) {
            try {
                KeyPair own = pair == null ? ec("secp256r1") : pair;
                X500Name subject = Certificates.name(new Subject(name, null, "Thử nghiệm", null));
                X500Name by = issuer == null
                        ? subject
                        : X500Name.getInstance(
                                issuer.certificate().getSubjectX500Principal().getEncoded());
                X509v3CertificateBuilder b = new JcaX509v3CertificateBuilder(
                        by,
                        new BigInteger(64, WORLD.random()).setBit(64),
                        Date.from(from),
                        Date.from(to),
                        subject,
                        own.getPublic());
                b.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                if (usage != 0) {
                    b.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                if (purposes.length > 0) {
                    b.addExtension(Extension.extendedKeyUsage, criticalPurposes, new ExtendedKeyUsage(purposes));
                }
                if (list != null) {
                    GeneralName place = new GeneralName(GeneralName.uniformResourceIdentifier, list);
                    b.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                        new DistributionPoint(new DistributionPointName(new GeneralNames(place)), null, null)
                    }));
                }
                var by2 = issuer == null ? own.getPrivate() : issuer.privateKey();
                String algorithm = digest + "with" + (by2.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
                X509Certificate made = Certificates.parse(b.build(new JcaContentSignerBuilder(algorithm).build(by2))
                                .getEncoded())
                        .get(0);
                List<X509Certificate> chain = new ArrayList<>(List.of(made));
                if (issuer != null) {
                    chain.addAll(issuer.chain());
                }
                return new SigningKey(own.getPrivate(), chain);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A revocation list to be, current for thirty days around now and empty unless told otherwise. */
    static final class RevocationList {
        private final SigningKey issuer;
        private Instant from = NOW.minus(Duration.ofDays(1));
        private Instant to = NOW.plus(Duration.ofDays(29));
        private final Map<X509Certificate, Entry> entries = new LinkedHashMap<>();
        private IssuingDistributionPoint scope;

        private record Entry(Instant at, CRLReason reason) {}

        RevocationList(SigningKey issuer) {
            this.issuer = issuer;
        }

        RevocationList current(Instant first, Instant next) {
            from = first;
            to = next;
            return this;
        }

        /** @param reason null for none told */
        RevocationList with(SigningKey revoked, Instant at, CRLReason reason) {
            entries.put(revoked.certificate(), new Entry(at, reason));
            return this;
        }

        RevocationList scope(IssuingDistributionPoint point) {
            scope = point;
            return this;
        }

        X509CRL signed() {
            return signedBy(issuer);
        }

        /** In the issuer's name, by any key. */
        X509CRL signedBy(SigningKey key) {
            try {
                JcaX509v2CRLBuilder b = new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(from));
                b.setNextUpdate(Date.from(to));
                for (Map.Entry<X509Certificate, Entry> e : entries.entrySet()) {
                    Entry entry = e.getValue();
                    // Bouncy Castle leaves reason 0 out.
                    int reason = entry.reason() == null ? 0 : entry.reason().ordinal();
                    b.addCRLEntry(e.getKey().getSerialNumber(), Date.from(entry.at()), reason);
                }
                if (scope != null) {
                    b.addExtension(Extension.issuingDistributionPoint, true, scope);
                }
                return Crls.parse(
                        b.build(new JcaContentSignerBuilder(Algorithms.signature(key)).build(key.privateKey()))
                                .getEncoded());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A folder that only its owner may enter, as key files want it. */
    static Path privateFolder(Path parent, String name) throws IOException {
        return Files.createDirectories(
                parent.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    static byte[] utf8(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, String> bagInfo() {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Source-Organization", "Ủy ban nhân dân phường");
        info.put("External-Identifier", "EXT-2026-0001");
        return info;
    }

    /** A small package: a clip, its sheet, a guide. */
    static Sealed write(Path target, SigningKey key, TimestampClient tsa) {
        return write(target, key, tsa, null);
    }

    static Sealed write(Path target, SigningKey key, TimestampClient tsa, Revocations revocations) {
        try (AsiceWriter writer = AsiceWriter.create(WORLD, target, NOW, bagInfo(), Progress.NONE)) {
            writer.add("data/clips/cổng-1.mp4", utf8("not really a film, but bytes"));
            writer.add("data/clips/cổng-1.json", utf8("{}"));
            writer.add("HUONG-DAN-KIEM-TRA.txt", utf8("Cách kiểm tra\n"));
            return writer.finish(key, tsa, revocations);
        }
    }

    static PackageReport check(Path file, TrustAnchors anchors, Instant at) {
        try (AsiceReader reader = AsiceReader.open(file)) {
            return reader.verify(anchors, at, Progress.NONE);
        }
    }
}
