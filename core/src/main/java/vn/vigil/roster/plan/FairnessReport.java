package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * The fairness ledger of some days.
 *
 * @param carriedFrom the last quarter that was closed before, such as {@code 2026-Q1}; null: none
 * @param accounts by member id
 * @param closed whether the quarter is closed with these figures
 * @param unchanged whether closing found nothing to do; false where nothing was to be closed
 */
public record FairnessReport(
        LocalDate from, LocalDate to, String carriedFrom, List<Account> accounts, boolean closed, boolean unchanged) {
    public FairnessReport {
        accounts = List.copyOf(accounts);
    }

    /** The largest balance less the smallest, of those who are available. */
    public double spread(Measure measure) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Account a : accounts) {
            if (a.availableDays() > 0) {
                least = Math.min(least, a.of(measure).balance());
                most = Math.max(most, a.of(measure).balance());
            }
        }
        return most < least ? 0 : most - least;
    }
}
