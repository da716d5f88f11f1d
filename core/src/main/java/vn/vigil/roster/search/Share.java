package vn.vigil.roster.search;

/**
 * A person's part in one {@link Category}, in the category's own unit.
 *
 * @param carry what is owed from earlier periods: positive when the person did more than the share
 * @param target the share of this period
 */
public record Share(long carry, long target) {
    public Share {
        Checks.in("carry", carry, -Checks.LARGEST / 1000, Checks.LARGEST / 1000);
        Checks.in("target", target, 0, Checks.LARGEST / 1000);
    }
}
