package vn.vigil.people;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TrustAnchors;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** Certificates of members and of the department. Apart from {@link People}, so that listing members loads no seal. */
final class Keys {
    private final Store store;
    private final Ledger ledger;
    private final Config config;
    private final World world;
    private final SqlPeopleStore sql;

    Keys(Store store, Ledger ledger, Config config, World world, SqlPeopleStore sql) {
        this.store = store;
        this.ledger = ledger;
        this.config = config;
        this.world = world;
        this.sql = sql;
    }

    /** The first certificate of a PEM file. */
    X509Certificate read(Path file) {
        List<X509Certificate> chain = Certificates.read(file);
        if (chain.isEmpty()) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-PEOPLE-CERTIFICATE", PeopleText.CERTIFICATE_UNREADABLE.with(file));
        }
        return chain.get(0);
    }

    X509Certificate certificate(MemberId id) {
        List<SqlPeopleStore.Enrolled> all = store.read(sql::certificates);
        for (SqlPeopleStore.Enrolled e : all) {
            if (e.member().equals(id) && !e.revoked()) {
                return Certificates.parse(e.pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .get(0);
            }
        }
        return null;
    }

    /** Have, or had, two members a certificate over one key? */
    boolean shareKey(Tx tx, MemberId a, MemberId b) throws SQLException {
        List<SqlPeopleStore.Enrolled> all = sql.certificates(tx);
        for (SqlPeopleStore.Enrolled one : all) {
            for (SqlPeopleStore.Enrolled other : all) {
                if (one.member().equals(a)
                        && other.member().equals(b)
                        && one.keySha256().equals(other.keySha256())) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean enrol(Tx tx, Actor actor, MemberId id, X509Certificate certificate) throws SQLException {
        String own = sha256(certificate);
        String key = sha256(certificate.getPublicKey());
        for (SqlPeopleStore.Enrolled e : sql.certificates(tx)) {
            if (e.keySha256().equals(key) && !e.member().equals(id)) {
                throw new VigilException(
                                ErrorKind.CONFLICT, "VG-PEOPLE-KEY-TAKEN", PeopleText.CERTIFICATE_TAKEN.with(id))
                        .why(PeopleText.CERTIFICATE_TAKEN_WHY.with(e.member()));
            }
            if (e.keySha256().equals(key) && e.revoked()) {
                throw new VigilException(
                        ErrorKind.REFUSED, "VG-PEOPLE-KEY-REVOKED", PeopleText.CERTIFICATE_REVOKED.with(id));
            }
            if (e.sha256().equals(own)) {
                return false;
            }
        }
        sql.enrol(tx, new SqlPeopleStore.Enrolled(own, key, Certificates.pem(certificate), id, false), nowUs());
        ledger.append(
                tx, new Entry(actor.who(), "people.enrol", "member/" + id.value(), Map.of("certificateSha256", own)));
        return true;
    }

    boolean enrolDepartment(Tx tx, Actor actor, X509Certificate certificate) throws SQLException {
        String own = sha256(certificate);
        if (sql.departmentCertificates(tx).containsKey(own)) {
            return false;
        }
        sql.enrolDepartment(tx, own, Certificates.pem(certificate), nowUs());
        ledger.append(tx, new Entry(actor.who(), "people.enrol", "department", Map.of("certificateSha256", own)));
        return true;
    }

    SigningKey signer(Member member, KeySource source, boolean departmentToo) {
        SigningKey key = source.open();
        String own = sha256(key.certificate());
        if (member != null && own.equals(member.certificateSha256())) {
            return key;
        }
        if (departmentToo) {
            Map<String, String> department = store.read(sql::departmentCertificates);
            if (department.containsKey(own)) {
                return key;
            }
        }
        VigilException e =
                new VigilException(ErrorKind.DENIED, "VG-PEOPLE-KEY", PeopleText.KEY_REFUSED.with(source.name()));
        for (SqlKeyStore.Row row : store.read(SqlKeyStore::all)) {
            if (row.sha256().equals(own) && row.revokedAt() != null) {
                throw e.why(PeopleText.KEY_REVOKED.with());
            }
        }
        if (member == null) {
            throw e;
        }
        throw e.why(
                        member.certificateSha256() == null
                                ? PeopleText.KEY_NO_CERTIFICATE.with(member.name())
                                : PeopleText.KEY_OTHER.with(member.name(), own))
                .next(PeopleText.ENROL_NEXT.with(member.id()));
    }

    TrustAnchors trustAnchors() {
        List<Path> files = new ArrayList<>();
        Path folder = config.home().trust();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> pems = Files.newDirectoryStream(folder, "*.{pem,crt,cer,crl}")) {
                for (Path pem : pems) {
                    files.add(pem);
                }
            } catch (IOException e) {
                throw new VigilException(ErrorKind.FAILED, "VG-PEOPLE-TRUST", PeopleText.NO_TRUST.with(folder))
                        .causedBy(e);
            }
        }
        Collections.sort(files);
        return TrustAnchors.read(files);
    }

    private long nowUs() {
        java.time.Instant now = world.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }

    /** SHA-256 of the certificate's DER form, hexadecimal. */
    static String sha256(X509Certificate certificate) {
        try {
            return sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** SHA-256 of the public key (SubjectPublicKeyInfo), hexadecimal. */
    static String sha256(PublicKey key) {
        return sha256(key.getEncoded());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
