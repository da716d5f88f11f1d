package vn.vigil.seal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * Files encrypted to recipients: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084); the content key goes to RSA keys by
 * OAEP with SHA-256 (RFC 8017), to EC keys by ephemeral ECDH with a SHA-256 KDF and AES-256 key wrap (RFC 5753). Streamed: memory does
 * not grow with the file. Not for several threads.
 */
public final class Envelope {
    private static final int CHUNK = 1 << 18;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    /** Handed in where needed, never registered. */
    private static final class BouncyCastle {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }

    private final World world;
    private final Disk disk;

    public Envelope(World world) {
        this(world, Disk.REAL);
    }

    Envelope(World world, Disk disk) {
        this.world = world;
        this.disk = disk;
    }

    /**
     * Encrypts a file to each of the recipients.
     *
     * @param out a new file of mode 0600; nothing is there when it fails
     * @param recipients at least one; judged by {@link RecipientCertificate}
     * @throws VigilException DENIED for a recipient whose certificate will not do; CONFLICT when {@code out} is there; FAILED
     */
    public void encrypt(Path in, Path out, List<X509Certificate> recipients, Progress progress) {
        for (X509Certificate recipient : recipients) {
            RecipientCertificate.of(recipient).require(world.now());
        }
        Path partial = partial(out);
        try {
            long size = Files.size(in);
            try (Disk.Out file = disk.create(partial);
                    InputStream content = Files.newInputStream(in)) {
                CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
                generator.setBufferSize(CHUNK);
                for (X509Certificate recipient : recipients) {
                    add(generator, recipient);
                }
                OutputAEADEncryptor encryptor =
                        (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                                .setSecureRandom(world.random())
                                .build();
                try (OutputStream sealed = generator.open(new DiskStream(file), encryptor)) {
                    byte[] chunk = new byte[CHUNK];
                    long done = 0;
                    for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
                        sealed.write(chunk, 0, n);
                        done += n;
                        progress.at(SealText.STEP_ENCRYPT.with(out.getFileName()), done, size, Progress.Unit.BYTES);
                    }
                }
                file.force();
            }
            publish(partial, out);
        } catch (CMSException | GeneralSecurityException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-SEAL-ENCRYPT", SealText.NOT_ENCRYPTED.with(out.toString()))
                    .causedBy(e);
        } catch (IOException e) {
            throw Faults.io(out, e);
        } finally {
            remove(partial);
        }
    }

    private void add(CMSAuthEnvelopedDataStreamGenerator generator, X509Certificate recipient)
            throws CMSException, GeneralSecurityException {
        if (recipient.getPublicKey() instanceof ECPublicKey ec) {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            pairs.initialize(ec.getParams(), world.random());
            KeyPair fresh = pairs.generateKeyPair();
            generator.addRecipientInfoGenerator(new JceKeyAgreeRecipientInfoGenerator(
                            CMSAlgorithm.ECDH_SHA256KDF,
                            fresh.getPrivate(),
                            fresh.getPublic(),
                            CMSAlgorithm.AES256_WRAP)
                    .setProvider(BouncyCastle.PROVIDER)
                    .setSecureRandom(world.random())
                    .addRecipient(recipient));
            return;
        }
        generator.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(recipient, oaep()).setProvider(BouncyCastle.PROVIDER));
    }

    private static AlgorithmIdentifier oaep() throws InvalidAlgorithmParameterException {
        return new JcaAlgorithmParametersConverter().getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, OAEP);
    }

    /**
     * Decrypts a file. Nothing of it is seen under its name before its tag holds.
     *
     * @param out a new file of mode 0600
     * @throws VigilException DENIED ({@code VG-SEAL-NOT-FOR-YOU}) when it is for others; NOT_GENUINE ({@code VG-SEAL-ENVELOPE-CHANGED})
     *     when it was changed or cut; USAGE ({@code VG-SEAL-NO-ENVELOPE}) when it is no such file; CONFLICT when {@code out} is there
     */
    public void decrypt(Path in, Path out, SigningKey key, Progress progress) {
        Path partial = partial(out);
        try {
            long size = Files.size(in);
            try (InputStream file = Files.newInputStream(in);
                    Disk.Out plain = disk.create(partial)) {
                CMSAuthEnvelopedDataParser parser = parse(in, file);
                RecipientInformation mine = mine(parser, key.certificate());
                if (mine == null) {
                    throw new VigilException(
                            ErrorKind.DENIED, "VG-SEAL-NOT-FOR-YOU", SealText.NOT_FOR_YOU.with(in.getFileName()));
                }
                try (InputStream content = mine.getContentStream(recipient(key)).getContentStream()) {
                    byte[] chunk = new byte[CHUNK];
                    long done = 0;
                    for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
                        plain.write(ByteBuffer.wrap(chunk, 0, n));
                        done += n;
                        progress.at(SealText.STEP_DECRYPT.with(in.getFileName()), done, size, Progress.Unit.BYTES);
                    }
                }
                plain.force();
            } catch (CMSException | IOException | RuntimeException e) {
                throw e instanceof VigilException known ? known : changed(in, e);
            }
            publish(partial, out);
        } catch (IOException e) {
            throw Faults.io(out, e);
        } finally {
            remove(partial);
        }
    }

    private static CMSAuthEnvelopedDataParser parse(Path in, InputStream file) {
        try {
            return new CMSAuthEnvelopedDataParser(file);
        } catch (CMSException | IOException | RuntimeException e) {
            throw new VigilException(
                            ErrorKind.USAGE, "VG-SEAL-NO-ENVELOPE", SealText.NO_ENVELOPE.with(in.getFileName()))
                    .causedBy(e);
        }
    }

    private static RecipientInformation mine(CMSAuthEnvelopedDataParser parser, X509Certificate certificate)
            throws CMSException {
        JcaX509CertificateHolder holder;
        try {
            holder = new JcaX509CertificateHolder(certificate);
        } catch (GeneralSecurityException e) {
            throw new CMSException("a certificate that was read", e);
        }
        List<RecipientInformation> all =
                new ArrayList<>(parser.getRecipientInfos().getRecipients());
        for (RecipientInformation one : all) {
            boolean fits = one.getRID() instanceof KeyTransRecipientId id && id.match(holder)
                    || one.getRID() instanceof KeyAgreeRecipientId other && other.match(holder);
            if (fits) {
                return one;
            }
        }
        return null;
    }

    private static Recipient recipient(SigningKey key) {
        return key.certificate().getPublicKey() instanceof ECPublicKey
                ? new JceKeyAgreeAuthEnvelopedRecipient(key.privateKey())
                        .setProvider(BouncyCastle.PROVIDER)
                        .setContentProvider(BouncyCastle.PROVIDER)
                : new JceKeyTransAuthEnvelopedRecipient(key.privateKey())
                        .setProvider(BouncyCastle.PROVIDER)
                        .setContentProvider(BouncyCastle.PROVIDER);
    }

    private static VigilException changed(Path in, Exception e) {
        VigilException told = new VigilException(
                ErrorKind.NOT_GENUINE, "VG-SEAL-ENVELOPE-CHANGED", SealText.ENVELOPE_CHANGED.with(in.getFileName()));
        told.causedBy(e);
        return told;
    }

    private Path partial(Path out) {
        if (Files.exists(out)) {
            throw Faults.io(out, new FileAlreadyExistsException(out.toString()));
        }
        byte[] mark = new byte[6];
        world.random().nextBytes(mark);
        return out.resolveSibling("." + out.getFileName() + "." + Hash.hex(mark) + ".part");
    }

    private void publish(Path partial, Path out) throws IOException {
        disk.publish(partial, out);
        disk.delete(partial);
        disk.syncFolder(out.toAbsolutePath().getParent());
    }

    private void remove(Path partial) {
        try {
            disk.delete(partial);
        } catch (IOException e) {
            // The disk that failed the work may refuse this as well; the name says what it is.
        }
    }

    /** What the generator writes, into the file. */
    private static final class DiskStream extends FilterOutputStream {
        private final Disk.Out file;

        DiskStream(Disk.Out file) {
            super(OutputStream.nullOutputStream());
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            file.write(ByteBuffer.wrap(new byte[] {(byte) b}));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            file.write(ByteBuffer.wrap(bytes, from, length));
        }
    }
}
