package vn.vigil.roster.search;

import java.util.Objects;
import java.util.Set;

/**
 * How many people a day needs on some duties. Demands may overlap: two watchers on the night shift, and of those on it one leader
 * or deputy.
 *
 * @param name names the demand in explanations, not empty
 * @param day 0 to days − 1
 * @param duties mask of the duties that serve it, see {@link Choice#duties}
 * @param persons places of those who serve it; null for everybody
 * @param wanted how many, 0 or more
 * @param under cost of each one missing
 * @param over cost of each one too many
 * @param hard whether a missing one is a hole: the search then fills it before it looks at any cost
 */
public record Demand(
        String name, int day, long duties, Set<Integer> persons, int wanted, long under, long over, boolean hard) {
    public Demand {
        Objects.requireNonNull(name);
        Checks.that(!name.isEmpty(), "a demand without a name");
        Checks.in("day", day, 0, Problem.MOST_DAYS - 1);
        Checks.in("wanted", wanted, 0, Problem.MOST_PERSONS);
        Checks.in("under", under, 0, Checks.LARGEST);
        Checks.in("over", over, 0, Checks.LARGEST);
        Checks.that((duties & Choice.OFF_ONLY) == 0, "a demand is for duties, not for days off");
        persons = persons == null ? null : Set.copyOf(persons);
    }
}
