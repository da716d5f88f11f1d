package vn.vigil.roster.search;

import java.util.Objects;

/**
 * A kind of duty, such as the night shift. Within a problem it is known by its place in {@link Problem#duties()}.
 *
 * @param name for people and for explanations, not empty
 * @param minutes how long it is, 0 to 2880
 * @param startMinute minutes after midnight of the day it begins on, 0 to 1439; −1 when nobody needs it, and then
 *     {@link Successions#rest} cannot be used
 * @param night whether it counts for the longest run of nights
 */
public record Duty(String name, int minutes, int startMinute, boolean night) {
    public Duty {
        Objects.requireNonNull(name);
        Checks.in("minutes", minutes, 0, 2880);
        Checks.in("startMinute", startMinute, -1, 1439);
        Checks.that(!name.isEmpty(), "a duty without a name");
    }
}
