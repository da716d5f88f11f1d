package vn.vigil.upkeep;

/** What money is summed by. */
public enum CostBy {
    /** A work on several cameras is shared equally among them; what does not divide goes to the first ones by id. */
    CAMERA,
    KIND,
    /** Of the calendar, in the site's zone: {@code 2026-Q3}. */
    QUARTER
}
