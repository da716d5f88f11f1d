package vn.vigil.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.vigil.base.World;

/**
 * Key pairs, and those among them that wait for a certificate of a real authority. Key files and tokens keep no key without a
 * certificate, so a placeholder lies in its place, which nobody believes: it has ended when it begins and names no use. Stateless.
 */
public final class NewKeys {
    private NewKeys() {}

    static KeyPair pair(World world, KeyType type) throws GeneralSecurityException {
        KeyPairGenerator generator;
        switch (type) {
            case P256 -> {
                generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"), world.random());
            }
            case RSA3072 -> {
                generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(3072, world.random());
            }
            default -> throw new IllegalArgumentException(type.name());
        }
        return generator.generateKeyPair();
    }

    /** A pair that a token makes and keeps. */
    static KeyPair pairOn(Provider token, KeyType type) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type == KeyType.P256 ? "EC" : "RSA", token);
        if (type == KeyType.P256) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
            generator.initialize(3072);
        }
        return generator.generateKeyPair();
    }

    /** 127 random bits, never zero: more than the 64 that the CA/Browser Forum asks for. */
    static BigInteger serial(World world) {
        return new BigInteger(126, world.random()).setBit(126);
    }

    /**
     * Makes a key pair and writes it to a new PKCS#12 file of mode 0600.
     *
     * @param p12 must not exist yet; its folder must
     * @throws vn.vigil.base.VigilException {@code CONFLICT} when the file exists
     */
    public static SigningKey create(World world, KeyType type, Subject subject, Path p12, char[] passphrase) {
        try {
            KeyPair pair = pair(world, type);
            SigningKey key = new SigningKey(
                    pair.getPrivate(), List.of(placeholder(world, subject, pair.getPublic(), pair.getPrivate(), null)));
            Pkcs12.create(p12, key, passphrase);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform can make P-256 and RSA keys", e);
        }
    }

    /** @param token who alone can sign with the private half; null for whoever knows the algorithm */
    static X509Certificate placeholder(World world, Subject subject, PublicKey shown, PrivateKey hidden, Provider token)
            throws GeneralSecurityException {
        String algorithm = shown.getAlgorithm();
        // As a key of the JDK: a token's own may not say all of itself.
        PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(shown.getEncoded()));
        X500Name name = Certificates.name(subject);
        Instant now = world.now().truncatedTo(ChronoUnit.SECONDS);
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(name, serial(world), Date.from(now), Date.from(now), name, key);
        JcaContentSignerBuilder signer =
                new JcaContentSignerBuilder(algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            byte[] der = builder.build((token == null ? signer : signer.setProvider(token)).build(hidden))
                    .getEncoded();
            return Certificates.parse(der).get(0);
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
