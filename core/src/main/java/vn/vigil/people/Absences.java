package vn.vigil.people;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.store.Tx;

/** Times away: what {@link People} says of them. A member enters their own; whoever manages people, anybody's. */
final class Absences {
    static final String SERIES = "ABS";

    private final Ground ground;
    private final Powers powers;

    Absences(Ground ground, Powers powers) {
        this.ground = ground;
        this.powers = powers;
    }

    SavedAbsence add(
            Actor actor, MemberId id, Instant from, Instant to, AbsenceKind kind, String reason, boolean dryRun) {
        may(actor, id);
        String why = Ground.line("--reason", reason);
        if (kind == null && why == null) {
            throw fault("--reason", PeopleText.NO_REASON_OR_KIND);
        }
        Instant begin = whole(from == null ? ground.now() : from);
        Instant end = whole(to);
        if (end != null && !begin.isBefore(end)) {
            throw fault("--to", PeopleText.ENDS_BEFORE);
        }
        AbsenceKind chosen = kind == null ? AbsenceKind.OTHER : kind;
        return ground.save(dryRun, tx -> {
            Member m = ground.roll(tx).need(id);
            for (Absence there : SqlActingStore.absences(tx)) {
                if (there.member().equals(id) && meet(there, begin, end)) {
                    boolean same = there.from().equals(begin)
                            && Objects.equals(there.to(), end)
                            && there.kind() == chosen
                            && Objects.equals(there.reason(), why);
                    if (same) {
                        return new SavedAbsence(there, false);
                    }
                    throw new VigilException(
                                    ErrorKind.CONFLICT,
                                    "VG-PEOPLE-AWAY",
                                    PeopleText.AWAY_ALREADY.with(m.name(), there.id()))
                            .next(PeopleText.CORRECT_ABSENCE_NEXT.with(there.id()));
                }
            }
            Absence absence = new Absence(
                    ground.next(tx, SERIES, "absence"), id, begin, end, chosen, why, ground.now(), Ground.by(actor));
            SqlActingStore.insert(tx, absence);
            enter(tx, actor, "people.absence.add", absence, null);
            return new SavedAbsence(absence, true);
        });
    }

    SavedAbsence correct(Actor actor, CaseId id, AbsenceChange change, String reason, boolean dryRun) {
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            Absence there = need(tx, id);
            may(actor, there.member());
            Instant from = change.from() == null ? there.from() : whole(change.from());
            Instant to = change.to() == null ? there.to() : whole(change.to());
            if (to != null && to.isBefore(from)) {
                throw fault("--to", PeopleText.ENDS_BEFORE);
            }
            String away = change.reason() == null ? there.reason() : Ground.line("--why", change.reason());
            Absence right = new Absence(
                    id,
                    there.member(),
                    from,
                    to,
                    change.kind() == null ? there.kind() : change.kind(),
                    away,
                    there.enteredAt(),
                    there.enteredBy());
            if (right.equals(there)) {
                return new SavedAbsence(there, false);
            }
            for (Absence other : SqlActingStore.absences(tx)) {
                if (!other.id().equals(id) && other.member().equals(there.member()) && meet(other, from, to)) {
                    throw new VigilException(
                            ErrorKind.CONFLICT,
                            "VG-PEOPLE-AWAY",
                            PeopleText.AWAY_ALREADY.with(there.member(), other.id()));
                }
            }
            SqlActingStore.update(tx, right);
            enter(tx, actor, "people.absence.correct", right, why);
            return new SavedAbsence(right, true);
        });
    }

    SavedAbsence end(Actor actor, CaseId id, Instant at, boolean dryRun) {
        Instant asked = whole(at);
        return ground.save(dryRun, tx -> {
            Absence there = need(tx, id);
            may(actor, there.member());
            // Called off before it began: it never took place.
            Instant end = asked.isBefore(there.from()) ? there.from() : asked;
            if (there.to() != null && !end.isBefore(there.to())) {
                return new SavedAbsence(there, false);
            }
            Absence ended = new Absence(
                    id,
                    there.member(),
                    there.from(),
                    end,
                    there.kind(),
                    there.reason(),
                    there.enteredAt(),
                    there.enteredBy());
            SqlActingStore.update(tx, ended);
            enter(tx, actor, "people.absence.end", ended, null);
            return new SavedAbsence(ended, true);
        });
    }

    List<Absence> list(MemberId member, boolean all) {
        Instant now = ground.now();
        List<Absence> wanted = new ArrayList<>();
        for (Absence a : ground.store().read(SqlActingStore::absences)) {
            if ((member == null || a.member().equals(member)) && (all || a.to() == null || a.to().isAfter(now))) {
                wanted.add(a);
            }
        }
        return wanted;
    }

    private void may(Actor actor, MemberId id) {
        if (!id.equals(actor.memberId())) {
            powers.require(actor, Power.MANAGE_PEOPLE);
        }
    }

    private static boolean meet(Absence a, Instant from, Instant to) {
        boolean empty = a.from().equals(a.to()) || from.equals(to);
        return !empty && (to == null || a.from().isBefore(to)) && (a.to() == null || from.isBefore(a.to()));
    }

    private static Absence need(Tx tx, CaseId id) throws SQLException {
        List<String> known = new ArrayList<>();
        for (Absence absence : SqlActingStore.absences(tx)) {
            if (absence.id().equals(id)) {
                return absence;
            }
            known.add(absence.id().toString());
        }
        throw Ground.notFound(
                "VG-PEOPLE-NO-ABSENCE",
                PeopleText.NO_SUCH_ABSENCE.with(id),
                id,
                known,
                PeopleText.LIST_ABSENCES.with());
    }

    private static Instant whole(Instant t) {
        return t == null ? null : t.truncatedTo(ChronoUnit.MICROS);
    }

    private static VigilException fault(String field, PeopleText what) {
        return new VigilException(
                ErrorKind.USAGE, "VG-PEOPLE-ABSENCE", PeopleText.FIELD_FAULT.with(field, what.with()));
    }

    /** Why somebody is away may be their health: the ledger, which forgets nothing, keeps the times only. */
    private void enter(Tx tx, Actor actor, String act, Absence a, String reason) throws SQLException {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("absence", a.id().toString());
        details.put("from", a.from().toString());
        details.put("to", a.to() == null ? null : a.to().toString());
        if (reason != null) {
            details.put("reason", reason);
        }
        ground.enter(tx, actor, act, a.member(), details);
    }
}
