package vn.vigil.people;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** The keys on record, and their revocation by two persons. An owner of null is the department. */
final class KeyRevocations {
    private static final String DEPARTMENT = "department";

    private final Ground ground;
    private final Powers powers;
    private final TwoOffices offices;

    KeyRevocations(Ground ground, Powers powers) {
        this.ground = ground;
        this.powers = powers;
        this.offices = new TwoOffices(ground, powers);
    }

    List<KeyListed> list() {
        Instant now = ground.now();
        List<KeyListed> list = new ArrayList<>();
        MemberId newest = null;
        for (SqlKeyStore.Row row : ground.store().read(SqlKeyStore::all)) {
            CertificateFacts facts = CertificateFacts.of(certificate(row));
            boolean superseded = row.revokedAt() == null
                    && row.owner() != null
                    && row.owner().equals(newest);
            if (row.revokedAt() == null) {
                newest = row.owner();
            }
            long days = Math.max(0, Duration.between(now, facts.notAfter()).toDays());
            list.add(new KeyListed(
                    row.owner(),
                    facts.name(),
                    facts.fingerprint(),
                    facts.notBefore(),
                    facts.notAfter(),
                    days,
                    state(row, facts, superseded, now),
                    facts.trial(),
                    row.revokedAt()));
        }
        return list;
    }

    private static KeyState state(SqlKeyStore.Row row, CertificateFacts facts, boolean superseded, Instant now) {
        if (row.revokedAt() != null) {
            return KeyState.REVOKED;
        }
        if (now.isAfter(facts.notAfter())) {
            return KeyState.EXPIRED;
        }
        if (superseded) {
            return KeyState.SUPERSEDED;
        }
        return now.isBefore(facts.notBefore()) ? KeyState.NOT_YET : KeyState.ACTIVE;
    }

    boolean isRevoked(X509Certificate certificate) {
        String sha256 = Keys.sha256(certificate);
        for (SqlKeyStore.Row row : ground.store().read(SqlKeyStore::all)) {
            if (row.sha256().equals(sha256)) {
                return row.revokedAt() != null;
            }
        }
        return false;
    }

    /** Has this owner lost a key before? */
    boolean anyRevoked(MemberId owner) {
        return !ground.store().read(tx -> of(tx, owner, true)).isEmpty();
    }

    KeyRevocation ask(Actor actor, MemberId owner, String reason, boolean dryRun) {
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            String name = name(tx, owner);
            Office office = offices.office(tx, actor, Power.REVOKE_KEYS, Power.REVOKE_KEYS.holders(), null);
            List<X509Certificate> held = of(tx, owner, false);
            if (held.isEmpty()) {
                return nothingHeld(tx, owner, name);
            }
            SqlPinStore.Asked there = offices.live(SqlKeyStore.asked(tx, subject(owner)));
            if (there != null && there.by().equals(actor.memberId())) {
                return outcome(owner, false, held);
            }
            if (there != null) {
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-PEOPLE-REVOCATION-ASKED",
                                PeopleText.REVOCATION_ASKED.with(name, there.by()))
                        .next(PeopleText.CONFIRM_REVOCATION_NEXT.with(word(owner)));
            }
            SqlKeyStore.ask(tx, subject(owner), new SqlPinStore.Asked(actor.memberId(), office, ground.now(), why));
            ground.enter(tx, actor, "people.key-revoke", subject(owner), Map.of("as", office.id(), "reason", why));
            return outcome(owner, true, held);
        });
    }

    KeyRevocation confirm(Actor actor, MemberId owner, boolean dryRun) {
        return ground.save(dryRun, tx -> {
            String name = name(tx, owner);
            Set<Office> other = EnumSet.copyOf(Power.REVOKE_KEYS.holders());
            SqlPinStore.Asked asked = offices.live(SqlKeyStore.asked(tx, subject(owner)));
            if (asked != null) {
                other.remove(asked.office());
            }
            Office office = offices.office(tx, actor, Power.REVOKE_KEYS, other, null);
            List<X509Certificate> held = of(tx, owner, false);
            if (held.isEmpty()) {
                return nothingHeld(tx, owner, name);
            }
            if (asked == null) {
                throw new VigilException(
                                ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-REVOCATION", PeopleText.NO_REVOCATION.with(name))
                        .next(PeopleText.REVOKE_NEXT.with(word(owner)));
            }
            if (powers.samePerson(tx, asked.by(), actor.memberId())) {
                throw new VigilException(
                                ErrorKind.REFUSED, "VG-PEOPLE-ONE-PERSON", PeopleText.REVOCATION_TWO_PERSONS.with(name))
                        .why(PeopleText.ONE_PERSON.with(asked.by(), actor.memberId()));
            }
            KeyRevocation done = outcome(owner, true, held);
            SqlKeyStore.revoke(tx, owner, ground.nowUs());
            SqlKeyStore.forget(tx, subject(owner));
            SqlKeyStore.arrived(tx, subject(owner));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("as", office.id());
            details.put("askedBy", asked.by().value());
            details.put("askedAs", asked.office().id());
            details.put("reason", asked.reason());
            details.put("certificates", done.fingerprints());
            ground.enter(tx, actor, "people.key-revoked", subject(owner), details);
            return done;
        });
    }

    /** Revoked before, which is what was wanted; or nothing to be revoked. */
    private KeyRevocation nothingHeld(Tx tx, MemberId owner, String name) throws SQLException {
        List<X509Certificate> gone = of(tx, owner, true);
        if (gone.isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-KEY", PeopleText.KEY_NO_CERTIFICATE.with(name));
        }
        return outcome(owner, false, gone);
    }

    /** The certificates that still hold, which are those to be revoked. */
    List<X509Certificate> held(MemberId owner) {
        return ground.store().read(tx -> of(tx, owner, false));
    }

    private static List<X509Certificate> of(Tx tx, MemberId owner, boolean revoked) throws SQLException {
        List<X509Certificate> found = new ArrayList<>();
        for (SqlKeyStore.Row row : SqlKeyStore.all(tx)) {
            if (Objects.equals(row.owner(), owner) && (row.revokedAt() != null) == revoked) {
                found.add(certificate(row));
            }
        }
        return found;
    }

    private static KeyRevocation outcome(MemberId owner, boolean changed, List<X509Certificate> certificates) {
        List<CertificateFacts> facts =
                certificates.stream().map(CertificateFacts::of).toList();
        return new KeyRevocation(
                owner,
                changed,
                facts.stream().map(CertificateFacts::fingerprint).toList(),
                !facts.stream().allMatch(CertificateFacts::trial));
    }

    private static X509Certificate certificate(SqlKeyStore.Row row) {
        return Certificates.parse(row.pem().getBytes(StandardCharsets.US_ASCII)).get(0);
    }

    private String name(Tx tx, MemberId owner) throws SQLException {
        return owner == null ? DEPARTMENT : ground.roll(tx).need(owner).name();
    }

    static String subject(MemberId owner) {
        return owner == null ? DEPARTMENT : SqlKeyStore.MEMBER + owner.value();
    }

    /** As the verbs take it. */
    static String word(MemberId owner) {
        return owner == null ? DEPARTMENT : owner.value();
    }
}
