package vn.vigil.people;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/**
 * Written authorisations: what {@link People} says of them. Each is limited in time and content and rests on a document, and none
 * is handed on (Decree 30/2020, article 13).
 */
final class Delegations {
    static final String SERIES = "DEL";
    private static final int MAX_DAYS = 366;

    private final Ground ground;
    private final Powers powers;

    Delegations(Ground ground, Powers powers) {
        this.ground = ground;
        this.powers = powers;
    }

    SavedDelegation add(Actor actor, NewDelegation asked, boolean dryRun) {
        LocalDate from = asked.from() == null ? ground.today() : asked.from();
        List<Message> faults = new ArrayList<>();
        if (asked.fromMember().equals(asked.toMember())) {
            faults.add(PeopleText.FIELD_FAULT.with("--to-person", PeopleText.TO_ONESELF.with()));
        }
        List<String> scope = scope(asked.office(), asked.scope(), faults);
        dates(from, asked.until(), faults);
        basis(asked.basis(), faults);
        refuse(faults);
        return ground.save(dryRun, tx -> {
            Roll roll = ground.roll(tx);
            Member lender = roll.need(asked.fromMember());
            Member delegate = roll.need(asked.toMember());
            mayEnter(tx, actor, lender, delegate);
            List<Delegation> all = SqlActingStore.delegations(tx);
            mayLend(lender, asked.office(), from, all);
            if (!delegate.on(from)) {
                throw new VigilException(
                        ErrorKind.REFUSED,
                        "VG-PEOPLE-NOT-THEN",
                        PeopleText.NOT_A_MEMBER_THEN.with(delegate.name(), from));
            }
            if (powers.samePerson(tx, lender.id(), delegate.id())) {
                throw new VigilException(
                        ErrorKind.REFUSED,
                        "VG-PEOPLE-ONE-PERSON",
                        PeopleText.ONE_PERSON.with(lender.id(), delegate.id()));
            }
            for (Delegation there : all) {
                boolean meets = !there.untilDay().isBefore(there.fromDay())
                        && !from.isAfter(there.untilDay())
                        && !there.fromDay().isAfter(asked.until());
                if (meets
                        && there.office() == asked.office()
                        && there.from().equals(lender.id())
                        && there.to().equals(delegate.id())) {
                    Delegation same = new Delegation(
                            there.id(),
                            asked.office(),
                            lender.id(),
                            delegate.id(),
                            scope,
                            from,
                            asked.until(),
                            asked.basis());
                    if (same.equals(there)) {
                        return new SavedDelegation(there, false);
                    }
                    throw different(there, same);
                }
            }
            Delegation made = new Delegation(
                    ground.next(tx, SERIES, "delegation"),
                    asked.office(),
                    lender.id(),
                    delegate.id(),
                    scope,
                    from,
                    asked.until(),
                    asked.basis());
            SqlActingStore.insert(tx, made, ground.nowUs(), Ground.by(actor));
            enter(tx, actor, "people.delegate.add", made, null);
            return new SavedDelegation(made, true);
        });
    }

    SavedDelegation correct(Actor actor, CaseId id, DelegationChange change, String reason, boolean dryRun) {
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            Delegation there = need(tx, id);
            Roll roll = ground.roll(tx);
            mayEnter(tx, actor, roll.need(there.from()), roll.need(there.to()));
            List<Message> faults = new ArrayList<>();
            List<String> scope = change.scope() == null ? there.scope() : scope(there.office(), change.scope(), faults);
            LocalDate from = change.from() == null ? there.fromDay() : change.from();
            LocalDate until = change.until() == null ? there.untilDay() : change.until();
            dates(from, until, faults);
            String basis = change.basis() == null ? there.basis() : NewMember.clean(change.basis());
            basis(basis, faults);
            refuse(faults);
            Delegation right = new Delegation(id, there.office(), there.from(), there.to(), scope, from, until, basis);
            if (right.equals(there)) {
                return new SavedDelegation(there, false);
            }
            mayLend(roll.need(there.from()), there.office(), from, SqlActingStore.delegations(tx));
            SqlActingStore.update(tx, right);
            enter(tx, actor, "people.delegate.correct", right, why);
            return new SavedDelegation(right, true);
        });
    }

    SavedDelegation end(Actor actor, CaseId id, LocalDate lastDay, String reason, boolean dryRun) {
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            Delegation there = need(tx, id);
            // Whom it was lent to may give it back; whoever may enter it may end it.
            if (!there.to().equals(actor.memberId()) && !there.from().equals(actor.memberId())) {
                powers.require(actor, Power.MANAGE_PEOPLE);
            }
            LocalDate before = there.fromDay().minusDays(1);
            LocalDate last = lastDay.isBefore(before) ? before : lastDay;
            if (!last.isBefore(there.untilDay())) {
                return new SavedDelegation(there, false);
            }
            SqlActingStore.end(tx, id, last, ground.nowUs());
            Delegation ended = need(tx, id);
            enter(tx, actor, "people.delegate.end", ended, why);
            return new SavedDelegation(ended, true);
        });
    }

    List<Delegation> list(boolean all) {
        LocalDate today = ground.today();
        List<Delegation> wanted = new ArrayList<>();
        for (Delegation d : ground.store().read(SqlActingStore::delegations)) {
            if (all || !d.untilDay().isBefore(today)) {
                wanted.add(d);
            }
        }
        return wanted;
    }

    /** Who lends enters it, or who manages people in their own right – never who gains by it. */
    private void mayEnter(Tx tx, Actor actor, Member lender, Member delegate) throws SQLException {
        MemberId who = actor.memberId();
        if (who != null
                && !who.equals(lender.id())
                && (who.equals(delegate.id()) || powers.samePerson(tx, who, delegate.id()))) {
            throw new VigilException(
                            ErrorKind.REFUSED,
                            "VG-PEOPLE-OWN-DELEGATION",
                            PeopleText.OWN_DELEGATION.with(delegate.name()))
                    .why(PeopleText.OWN_DELEGATION_WHY.with(lender.name()));
        }
        if (who != null && who.equals(lender.id())) {
            return;
        }
        powers.require(actor, Power.MANAGE_PEOPLE);
        if (powers.capacity(actor, Power.MANAGE_PEOPLE) == Capacity.DELEGATED) {
            throw handedOn(actor.member().name());
        }
    }

    /** Only who holds the office lends it; who has it by delegation or while another is away does not. */
    private void mayLend(Member lender, Office office, LocalDate from, List<Delegation> all) {
        if (lender.offices(from).contains(office)) {
            return;
        }
        for (Delegation d : all) {
            if (d.to().equals(lender.id()) && d.office() == office && d.on(from)) {
                throw handedOn(lender.name()).why(PeopleText.HANDED_ON_WHY.with(d.id(), d.from()));
            }
        }
        throw new VigilException(
                        ErrorKind.REFUSED,
                        "VG-PEOPLE-NOT-HIS-OFFICE",
                        PeopleText.NO_SUCH_OFFICE_HELD.with(lender.name(), office.with(), from))
                .next(PeopleText.LIST_MEMBERS.with());
    }

    private static VigilException handedOn(String name) {
        return new VigilException(ErrorKind.REFUSED, "VG-PEOPLE-HANDED-ON", PeopleText.HANDED_ON.with(name));
    }

    /** The words in their one order; unknown ones and powers that the office does not have are faults. */
    private static List<String> scope(Office office, List<String> asked, List<Message> faults) {
        List<String> known = new ArrayList<>(List.of(Delegation.ALL, Delegation.SIGN, Delegation.CHAIR));
        for (Power power : Power.values()) {
            known.add(power.id());
        }
        TreeSet<String> words = new TreeSet<>();
        for (String word : asked) {
            String w = word.strip();
            if (!known.contains(w)) {
                String near = Nearest.of(w, known);
                faults.add(PeopleText.FIELD_FAULT.with(
                        "--scope",
                        near == null ? PeopleText.NO_SCOPE.with(w) : PeopleText.NO_SCOPE_NEAR.with(w, near)));
            } else if (!has(office, w)) {
                faults.add(PeopleText.FIELD_FAULT.with("--scope", PeopleText.NOT_THE_OFFICES.with(w, office.with())));
            }
            words.add(w);
        }
        if (words.isEmpty()) {
            faults.add(PeopleText.FIELD_FAULT.with("--scope", PeopleText.MISSING.with()));
        }
        return words.contains(Delegation.ALL) ? List.of(Delegation.ALL) : List.copyOf(words);
    }

    private static boolean has(Office office, String word) {
        if (word.equals(Delegation.ALL)) {
            return true;
        }
        for (Power power : Power.values()) {
            if (power.id().equals(word)) {
                return power.holders().contains(office);
            }
        }
        for (Body body : Body.values()) {
            if (body.head() == office) {
                return true;
            }
        }
        return false;
    }

    private static void dates(LocalDate from, LocalDate until, List<Message> faults) {
        if (until == null) {
            faults.add(PeopleText.FIELD_FAULT.with("--until", PeopleText.MISSING.with()));
        } else if (until.isBefore(from)) {
            faults.add(PeopleText.FIELD_FAULT.with("--until", PeopleText.BAD_DATES.with(from, until)));
        } else if (until.isAfter(from.plusDays(MAX_DAYS - 1))) {
            faults.add(PeopleText.FIELD_FAULT.with("--until", PeopleText.TOO_LONG.with(MAX_DAYS)));
        }
    }

    private static void basis(String basis, List<Message> faults) {
        if (basis == null) {
            faults.add(PeopleText.FIELD_FAULT.with("--basis", PeopleText.MISSING.with()));
        } else if (!Ground.isLine(basis)) {
            faults.add(PeopleText.FIELD_FAULT.with("--basis", PeopleText.BAD_TEXT.with()));
        }
    }

    private static void refuse(List<Message> faults) {
        if (!faults.isEmpty()) {
            VigilException e =
                    new VigilException(ErrorKind.USAGE, "VG-PEOPLE-DELEGATION", PeopleText.CANNOT_DELEGATE.with());
            faults.forEach(e::why);
            throw e;
        }
    }

    private static VigilException different(Delegation there, Delegation asked) {
        VigilException e = new VigilException(
                ErrorKind.CONFLICT, "VG-PEOPLE-DELEGATED", PeopleText.DIFFERENT_DELEGATION.with(there.id()));
        differ(e, PeopleText.FIELD_SCOPE, String.join(" ", there.scope()), String.join(" ", asked.scope()));
        differ(
                e,
                PeopleText.FIELD_FROM,
                there.fromDay().toString(),
                asked.fromDay().toString());
        differ(
                e,
                PeopleText.FIELD_UNTIL,
                there.untilDay().toString(),
                asked.untilDay().toString());
        differ(e, PeopleText.FIELD_BASIS, there.basis(), asked.basis());
        return e.next(PeopleText.CORRECT_DELEGATION_NEXT.with(there.id()));
    }

    private static void differ(VigilException e, PeopleText field, String there, String asked) {
        if (!there.equals(asked)) {
            e.why(PeopleText.DIFFERENT_FIELD.with(field.with(), there, asked));
        }
    }

    private static Delegation need(Tx tx, CaseId id) throws SQLException {
        List<String> known = new ArrayList<>();
        for (Delegation d : SqlActingStore.delegations(tx)) {
            if (d.id().equals(id)) {
                return d;
            }
            known.add(d.id().toString());
        }
        throw Ground.notFound(
                "VG-PEOPLE-NO-DELEGATION",
                PeopleText.NO_SUCH_DELEGATION.with(id),
                id,
                known,
                PeopleText.LIST_DELEGATIONS.with());
    }

    private void enter(Tx tx, Actor actor, String act, Delegation d, String reason) throws SQLException {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("delegation", d.id().toString());
        details.put("office", d.office().id());
        details.put("from", d.from().value());
        details.put("to", d.to().value());
        details.put("scope", d.scope());
        details.put("fromDay", d.fromDay().toString());
        details.put("untilDay", d.untilDay().toString());
        details.put("basis", d.basis());
        if (reason != null) {
            details.put("reason", reason);
        }
        ground.enter(tx, actor, act, "delegation/" + d.id(), details);
    }
}
