package vn.vigil.roster.search;

import java.util.List;
import java.util.Objects;

/**
 * One who can be put on duty. Within a problem a person is known by the place in {@link Problem#persons()}.
 *
 * @param name names the person in explanations and faults
 * @param bars what single days allow
 * @param limits bounds on amounts
 * @param runs rules on what follows what
 * @param successions pairs of days; null for the problem's own
 * @param history how the person came to the first day; null when unknown, and then runs at the beginning have no least length
 * @param shares one per category of the problem, in its order; empty when the person takes part in none
 */
public record Person(
        String name,
        List<Bar> bars,
        List<Limit> limits,
        Runs runs,
        Successions successions,
        History history,
        List<Share> shares) {
    public Person {
        Objects.requireNonNull(name);
        Objects.requireNonNull(runs);
        bars = List.copyOf(bars);
        limits = List.copyOf(limits);
        shares = List.copyOf(shares);
    }
}
