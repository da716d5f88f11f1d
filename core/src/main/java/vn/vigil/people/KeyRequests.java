package vn.vigil.people;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.store.Tx;

/**
 * The record of keys that wait for an authority's certificate. Whoever manages keys may ask for one and install it; where the owner
 * has lost a key before, one of the two offices asks and the other installs. An owner of null is the department.
 */
final class KeyRequests {
    private final Ground ground;
    private final Powers powers;
    private final Keys keys;

    KeyRequests(Ground ground, Powers powers, Keys keys) {
        this.ground = ground;
        this.powers = powers;
        this.keys = keys;
    }

    /** Fails unless the actor may ask for a key of that owner. */
    void mayAsk(Actor actor, MemberId owner) {
        powers.require(actor, Power.MANAGE_KEYS);
        ground.store().read(tx -> office(tx, actor, owner, Power.MANAGE_KEYS.holders()));
    }

    /** Is it this key that waits? Null: is any? */
    boolean isWaiting(MemberId owner, X509Certificate placeholder) {
        SqlKeyStore.Waiting there = ground.store().read(tx -> SqlKeyStore.waiting(tx, KeyRevocations.subject(owner)));
        return there != null
                && (placeholder == null || there.keySha256().equals(Keys.sha256(placeholder.getPublicKey())));
    }

    /** Puts a key on record that waits; false when it was so already. */
    boolean ask(Actor actor, MemberId owner, PublicKey key, String token) {
        String print = Keys.sha256(key);
        return ground.store().write(tx -> {
            Office office = office(tx, actor, owner, Power.MANAGE_KEYS.holders());
            free(tx, owner, print);
            SqlKeyStore.Waiting there = SqlKeyStore.waiting(tx, KeyRevocations.subject(owner));
            if (there != null && there.keySha256().equals(print) && (office == null) == (there.office() == null)) {
                return false;
            }
            SqlKeyStore.await(
                    tx,
                    KeyRevocations.subject(owner),
                    new SqlKeyStore.Waiting(
                            owner, print, token, actor.member() == null ? null : actor.memberId(), office),
                    ground.nowUs());
            ground.enter(tx, actor, "people.key-request", KeyRevocations.subject(owner), Map.of("keySha256", print));
            return true;
        });
    }

    /**
     * Which of the certificates is for a key that waits here, or on record already; null when it is none.
     *
     * @throws VigilException REFUSED when its key is revoked
     */
    X509Certificate own(List<X509Certificate> certificates) {
        return ground.store().read(tx -> {
            for (X509Certificate c : certificates) {
                if (SqlKeyStore.waitingFor(tx, Keys.sha256(c.getPublicKey())) != null) {
                    return c;
                }
            }
            for (SqlKeyStore.Row row : SqlKeyStore.all(tx)) {
                for (X509Certificate c : certificates) {
                    if (row.sha256().equals(Keys.sha256(c))) {
                        if (row.revokedAt() != null) {
                            throw revoked(row.owner());
                        }
                        return c;
                    }
                }
            }
            return null;
        });
    }

    /** What is known of one that {@link #own} has found. */
    KeyPending pending(X509Certificate own) {
        return ground.store().read(tx -> {
            for (SqlKeyStore.Row row : SqlKeyStore.all(tx)) {
                if (row.sha256().equals(Keys.sha256(own))) {
                    return new KeyPending(row.owner(), null, true);
                }
            }
            SqlKeyStore.Waiting w = SqlKeyStore.waitingFor(tx, Keys.sha256(own.getPublicKey()));
            return new KeyPending(w.owner(), w.token(), false);
        });
    }

    /** Fails unless the actor may install the certificate: says so before anything is asked or written. */
    void mayInstall(Actor actor, X509Certificate own) {
        powers.require(actor, Power.MANAGE_KEYS);
        ground.store().read(tx -> second(tx, actor, own));
    }

    /** Puts the certificate on record: from now on its key signs for its owner. */
    void install(Actor actor, X509Certificate own) {
        powers.require(actor, Power.MANAGE_KEYS);
        ground.store().write(tx -> {
            SqlKeyStore.Waiting waiting = second(tx, actor, own);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("keySha256", waiting.keySha256());
            details.put("issuer", CertificateFacts.of(own).issuer());
            details.put("askedBy", waiting.by() == null ? "" : waiting.by().value());
            ground.enter(tx, actor, "people.key-install", KeyRevocations.subject(waiting.owner()), details);
            SqlKeyStore.arrived(tx, KeyRevocations.subject(waiting.owner()));
            return waiting.owner() == null
                    ? keys.enrolDepartment(tx, actor, own)
                    : keys.enrol(tx, actor, waiting.owner(), own);
        });
    }

    /** The waiting key, once it is free, and the actor the second person where it takes two. */
    private SqlKeyStore.Waiting second(Tx tx, Actor actor, X509Certificate own) throws SQLException {
        SqlKeyStore.Waiting waiting = SqlKeyStore.waitingFor(tx, Keys.sha256(own.getPublicKey()));
        MemberId owner = waiting.owner();
        free(tx, owner, waiting.keySha256());
        Set<Office> other = EnumSet.copyOf(Power.MANAGE_KEYS.holders());
        if (waiting.office() != null) {
            other.remove(waiting.office());
        }
        office(tx, actor, owner, other);
        if (waiting.office() != null && powers.samePerson(tx, waiting.by(), actor.memberId())) {
            throw new VigilException(
                            ErrorKind.REFUSED,
                            "VG-PEOPLE-ONE-PERSON",
                            PeopleText.REISSUE_TWO_PERSONS.with(KeyRevocations.word(owner)))
                    .why(PeopleText.ONE_PERSON.with(waiting.by(), actor.memberId()));
        }
        return waiting;
    }

    /** As which office the actor takes part in replacing a lost key; null where none was lost. */
    private Office office(Tx tx, Actor actor, MemberId owner, Set<Office> offices) throws SQLException {
        for (SqlKeyStore.Row row : SqlKeyStore.all(tx)) {
            if (Objects.equals(row.owner(), owner) && row.revokedAt() != null) {
                return new TwoOffices(ground, powers).office(tx, actor, Power.MANAGE_KEYS, offices, null);
            }
        }
        return null;
    }

    /** Fails when the key was revoked, or is, or was, anybody else's. */
    private static void free(Tx tx, MemberId owner, String keySha256) throws SQLException {
        for (SqlKeyStore.Row row : SqlKeyStore.all(tx)) {
            X509Certificate c = Certificates.parse(row.pem().getBytes(StandardCharsets.US_ASCII))
                    .get(0);
            if (!Keys.sha256(c.getPublicKey()).equals(keySha256)) {
                continue;
            }
            if (!Objects.equals(row.owner(), owner)) {
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-PEOPLE-KEY-TAKEN",
                                PeopleText.CERTIFICATE_TAKEN.with(KeyRevocations.word(owner)))
                        .why(PeopleText.CERTIFICATE_TAKEN_WHY.with(KeyRevocations.word(row.owner())));
            }
            if (row.revokedAt() != null) {
                throw revoked(owner);
            }
        }
    }

    private static VigilException revoked(MemberId owner) {
        return new VigilException(
                ErrorKind.REFUSED,
                "VG-PEOPLE-KEY-REVOKED",
                PeopleText.CERTIFICATE_REVOKED.with(KeyRevocations.word(owner)));
    }
}
