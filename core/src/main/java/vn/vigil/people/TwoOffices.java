package vn.vigil.people;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.ledger.Proof;
import vn.vigil.store.Tx;

/** What takes the leader and an administrator, two persons: one asks, the other confirms. */
final class TwoOffices {
    /** What nobody confirms lapses. */
    private static final Duration HOLDS = Duration.ofDays(7);

    private final Ground ground;
    private final Powers powers;

    TwoOffices(Ground ground, Powers powers) {
        this.ground = ground;
        this.powers = powers;
    }

    /** What was asked, while it holds; null for null. */
    SqlPinStore.Asked live(SqlPinStore.Asked asked) {
        return asked == null || asked.at().plus(HOLDS).isBefore(ground.now()) ? null : asked;
    }

    /**
     * As which of the offices a member takes part: one held, or the leader's while acting for an absent leader; never one that is
     * only lent. Who has a PIN proves by it, or else anybody on a shared account could be both persons.
     *
     * @param unproved who need not prove, since it is about their own forgotten PIN; or null
     */
    Office office(Tx tx, Actor actor, Power power, Set<Office> offices, MemberId unproved) throws SQLException {
        Member member = powers.person(actor, power.with());
        Acting acting = ground.acting(tx);
        Office found = null;
        for (Office office : offices) {
            for (ActingAs as : acting.of(office, ground.now())) {
                if (as.member().id().equals(member.id()) && as.capacity() != Capacity.DELEGATED) {
                    found = office;
                }
            }
        }
        if (found == null) {
            throw powers.denied(actor, power);
        }
        boolean proved = actor.proof() == Proof.PIN || actor.proof() == Proof.KEY;
        if (!proved
                && !member.id().equals(unproved)
                && !ground.store().isRehearsal()
                && SqlPinStore.pin(tx, member.id()) != null) {
            throw new VigilException(ErrorKind.DENIED, "VG-PEOPLE-PROVE", PeopleText.PROVE_BY_PIN.with(member.name()))
                    .why(PeopleText.PROVE_BY_PIN_WHY.with());
        }
        return found;
    }
}
