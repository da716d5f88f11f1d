package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** What is said of rosters as they stand: checks and the fairness ledger. */
final class Judgements {
    private static final int AROUND = 35;

    private final Store store;
    private final Ledger ledger;
    private final Reading reading;

    Judgements(Store store, Ledger ledger, Reading reading) {
        this.store = store;
        this.ledger = ledger;
        this.reading = reading;
    }

    CheckReport check(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-DAYS", PlanText.BACKWARDS.with(from, to));
        }
        return store.read(tx -> {
            Scene scene = reading.scene(
                    tx,
                    from.withDayOfYear(1).minusDays(AROUND),
                    to.withDayOfYear(1).plusYears(1).plusDays(AROUND));
            List<Integer> undecided = new ArrayList<>();
            for (int year = from.getYear(); year <= to.getYear(); year++) {
                if (!scene.book().days().decided(year)) {
                    undecided.add(year);
                }
            }
            List<Publication> published = SqlPlanStore.publications(tx, from, from);
            return Checker.check(
                    scene,
                    from,
                    to,
                    accounts(tx, from, to),
                    edited(tx, scene, from, to),
                    undecided,
                    reading.more(tx, from, to),
                    published.isEmpty() ? null : published.get(0));
        });
    }

    /** Null when these days were never generated. */
    private boolean[] edited(Tx tx, Scene scene, LocalDate from, LocalDate to) throws SQLException {
        for (Generation g : SqlPlanStore.generations(tx, from, to)) {
            if (!g.from().isBefore(scene.first()) && !g.to().isAfter(scene.last())) {
                return Generations.edited(scene, g, reading.balancesBefore(tx, g.from()));
            }
        }
        return null;
    }

    List<Account> accounts(Tx tx, LocalDate from, LocalDate to) throws SQLException {
        Scene scene = reading.scene(tx, from, to);
        Map<MemberId, double[]> carry = reading.balancesBefore(tx, from);
        return new Fairness(scene.book(), scene.engagements())
                .within(from, to)
                .count(reading.really(tx, scene.duties()))
                .accounts(from, to, carry);
    }

    FairnessReport fairness(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-DAYS", PlanText.BACKWARDS.with(from, to));
        }
        return store.read(tx -> {
            String closed = SqlPlanStore.lastClosed(tx, Quarter.of(from).toString());
            Map<MemberId, double[]> there =
                    SqlPlanStore.carry(tx, Quarter.of(from).toString());
            boolean quarter = Quarter.of(from).first().equals(from)
                    && Quarter.of(from).last().equals(to);
            return new FairnessReport(from, to, closed, accounts(tx, from, to), quarter && !there.isEmpty(), false);
        });
    }

    FairnessReport close(Actor actor, Quarter quarter, String reason) {
        LocalDate today = LocalDate.ofInstant(reading.world.now(), reading.config.zone());
        if (!quarter.last().isBefore(today)) {
            throw new VigilException(
                            ErrorKind.REFUSED, "VG-ROSTER-QUARTER", PlanText.CANNOT_CLOSE.with(quarter.toString()))
                    .why(PlanText.QUARTER_OPEN.with(quarter.last()));
        }
        return store.write(tx -> {
            List<Account> accounts = accounts(tx, quarter.first(), quarter.last());
            Map<MemberId, double[]> there = SqlPlanStore.carry(tx, quarter.toString());
            String closed = SqlPlanStore.lastClosed(tx, quarter.toString());
            boolean same = there.size() == accounts.size();
            for (Account a : accounts) {
                double[] old = there.get(a.member().id());
                for (Measure m : Measure.ALL) {
                    same &= old != null && Math.abs(old[m.ordinal()] - a.of(m).balance()) < 0.001;
                }
            }
            FairnessReport report = new FairnessReport(
                    quarter.first(), quarter.last(), closed, accounts, true, same && !there.isEmpty());
            if (report.unchanged()) {
                return report;
            }
            if (!there.isEmpty() && Changes.empty(reason)) {
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-ROSTER-QUARTER",
                                PlanText.CLOSED_OTHERWISE.with(quarter.toString()))
                        .next(PlanText.REASON_NEXT.with());
            }
            Instant now = reading.world.now().truncatedTo(ChronoUnit.MICROS);
            SqlPlanStore.close(tx, quarter.toString(), accounts, now, Changes.by(actor));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("members", accounts.size());
            details.put("reason", reason);
            ledger.append(tx, new Entry(actor.who(), "roster.fairness.close", "quarter/" + quarter, details));
            return report;
        });
    }
}
