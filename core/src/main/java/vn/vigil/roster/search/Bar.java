package vn.vigil.roster.search;

import java.util.Objects;

/**
 * What a person is held to on one day: leave and a fixed day off allow {@link Choice#OFF_ONLY}, a locked cell allows one choice,
 * a missing skill takes single duties away. Several for one day hold together.
 *
 * @param day 0 to days − 1
 * @param allowed mask of what remains allowed, see {@link Choice}
 * @param reason names the rule in explanations; the caller's own text, not empty
 */
public record Bar(int day, long allowed, String reason) {
    public Bar {
        Objects.requireNonNull(reason);
        Checks.that(!reason.isEmpty(), "a bar without a reason");
        Checks.in("day", day, 0, Problem.MOST_DAYS - 1);
    }
}
