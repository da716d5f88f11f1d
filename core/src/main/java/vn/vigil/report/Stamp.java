package vn.vigil.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What a report bears that does not come from its figures.
 *
 * @param revision from 1
 * @param number in the register; null before it has one
 * @param day of issue; null with it
 * @param checkpoint the ledger's head as it was signed when the text was fixed; empty in a draft
 * @param changes against the revision before; empty for the first
 */
record Stamp(int revision, String number, LocalDate day, String checkpoint, List<Change> changes) {
    /** A figure that reads otherwise now. */
    record Change(FigureRule rule, Measure was, Measure reads) {}

    static Stamp draft(int revision, List<Change> changes) {
        return new Stamp(revision, null, null, "", changes);
    }
}
