package vn.vigil.people;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.ledger.Proof;
import vn.vigil.store.Tx;

/** Who acts, and what they may do: what {@link People} says of it. */
final class Powers {
    private final Ground ground;
    private final Keys keys;

    Powers(Ground ground, Keys keys) {
        this.ground = ground;
        this.keys = keys;
    }

    Actor actor(String as) {
        LocalDate today = ground.today();
        Roll roll = ground.roll();
        String account = ground.world().osUser();
        Member member = as == null ? roll.byLogin(account, today) : roll.find(as);
        if (member == null) {
            return new Actor(null, account, Proof.SELECTED, EnumSet.of(Office.ADMINISTRATOR));
        }
        if (!member.on(today)) {
            throw new VigilException(
                            ErrorKind.DENIED, "VG-PEOPLE-NOT-NOW", PeopleText.NOT_A_MEMBER_NOW.with(member.name()))
                    .why(PeopleText.NOT_A_MEMBER_NOW_WHY.with(
                            member.from(), member.until() == null ? "…" : member.until()));
        }
        return new Actor(member, account, Proof.SELECTED, member.offices(today));
    }

    void require(Actor actor, Power power) {
        if (actor.member() == null && !power.forAccounts()) {
            throw nobody(actor, power.with());
        }
        if (capacity(actor, power) == null) {
            throw denied(actor, power);
        }
    }

    /** In what capacity the actor has a power now; null when not at all. Records are read only where no office of one's own has it. */
    Capacity capacity(Actor actor, Power power) {
        for (Office office : actor.offices()) {
            if (power.holders().contains(office)) {
                return Capacity.HOLDER;
            }
        }
        if (actor.member() == null) {
            return null;
        }
        Acting acting = ground.store().read(ground::acting);
        Capacity found = null;
        for (Office office : power.holders()) {
            ActingAs as = acting.as(actor.member(), office, power.id(), ground.now());
            if (as != null && as.capacity() != Capacity.HOLDER) {
                // What the deputy may do unasked counts before what is only lent.
                found = found == Capacity.IN_ABSENCE ? found : as.capacity();
            }
        }
        return found;
    }

    /** A member must act, whatever it is about: two persons cannot be counted otherwise. */
    Member person(Actor actor, Message what) {
        if (actor.member() == null) {
            throw nobody(actor, what);
        }
        return actor.member();
    }

    private static VigilException nobody(Actor actor, Message what) {
        return new VigilException(ErrorKind.DENIED, "VG-PEOPLE-WHO", PeopleText.WHO_ACTS.with())
                .why(PeopleText.WHO_ACTS_WHY.with(actor.account(), what))
                .next(PeopleText.NAME_AS.with());
    }

    VigilException denied(Actor actor, Power power) {
        String name = actor.member() == null ? actor.account() : actor.member().name();
        VigilException e =
                new VigilException(ErrorKind.DENIED, "VG-PEOPLE-POWER", PeopleText.MAY_NOT.with(name, power.with()));
        for (Office office : power.holders()) {
            String names = holders(office);
            e.why(
                    names.isEmpty()
                            ? PeopleText.HOLDERS_NOBODY.with(office.with())
                            : PeopleText.HOLDERS.with(office.with(), names));
        }
        return e;
    }

    /** Who holds an office today, for people to read. */
    private String holders(Office office) {
        LocalDate today = ground.today();
        List<String> names = new ArrayList<>();
        for (Member member : ground.roll().all()) {
            if (member.offices(today).contains(office)) {
                names.add(member.name() + " (" + member.id() + ")");
            }
        }
        return String.join(", ", names);
    }

    boolean samePerson(Tx tx, MemberId a, MemberId b) throws SQLException {
        Roll roll = ground.roll(tx);
        return Sameness.one(roll.need(a), roll.need(b), keys.shareKey(tx, a, b));
    }
}
