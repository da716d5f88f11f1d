package vn.vigil.roster.plan;

/** Knows whether a year's decision on public holidays is on record. */
public interface DecidedYears {
    boolean decided(int year);
}
