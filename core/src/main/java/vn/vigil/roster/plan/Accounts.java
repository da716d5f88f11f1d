package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.calendar.Quarter;
import vn.vigil.roster.book.Watcher;
import vn.vigil.store.Tx;

/** Balances of the fairness ledger, read from what is closed and what is stood since. */
final class Accounts {
    private Accounts() {}

    /**
     * Where the open part of the ledger begins, and what is carried into it.
     *
     * @param first first day that is not closed
     * @param carry by member in {@link Measure} order; who is absent begins level
     */
    record Opening(LocalDate first, Map<MemberId, double[]> carry) {}

    /** The opening for a day: behind the last quarter closed before that day's, else the first day of the roster. */
    static Opening opening(Tx tx, LocalDate day) throws SQLException {
        String closed = SqlPlanStore.lastClosed(tx, Quarter.of(day).toString());
        if (closed != null) {
            return new Opening(Quarter.parse(closed).next().first(), SqlPlanStore.carry(tx, closed));
        }
        LocalDate first = SqlPlanStore.firstDay(tx);
        LocalDate begin = first == null || first.isAfter(day) ? day : first;
        return new Opening(Quarter.of(begin).first(), Map.of());
    }

    /** Everybody's balance at the end of a day's quarter as the roster stands, by member in {@link Measure} order. */
    static Map<MemberId, double[]> balances(Tx tx, Scene scene, LocalDate day) throws SQLException {
        Opening opening = opening(tx, day);
        LocalDate first = opening.first().isBefore(scene.first()) ? scene.first() : opening.first();
        LocalDate last = Quarter.of(day).last();
        return balances(scene.book(), scene.engagements(), scene.duties(first, last), opening.carry());
    }

    static Map<MemberId, double[]> balances(
            vn.vigil.roster.book.Book book, Engagements engagements, List<Duty> duties, Map<MemberId, double[]> carry) {
        Fairness fairness = new Fairness(book, engagements).count(duties);
        Map<MemberId, double[]> balances = new HashMap<>();
        for (Watcher w : book.watchers()) {
            MemberId id = w.member().id();
            double[] sum =
                    carry.getOrDefault(id, new double[Measure.ALL.size()]).clone();
            for (Measure m : Measure.ALL) {
                sum[m.ordinal()] += fairness.done(id, m) - fairness.target(id, m);
            }
            balances.put(id, sum);
        }
        return balances;
    }
}
