package vn.vigil.roster.search;

/**
 * A hard rule of a person that a roster breaks.
 *
 * @param person place of the person
 * @param day the first day concerned
 * @param rule which rule
 * @param reason the caller's name of a bar or limit; null for the others
 */
public record Breach(int person, int day, Rule rule, String reason) {
    /** The rules by name. */
    public enum Rule {
        BAR,
        LIMIT,
        SUCCESSION,
        MAX_WORK,
        MIN_WORK,
        MIN_OFF,
        MAX_NIGHTS,
        MAX_WEEKENDS,
        MAX_IN_SEVEN
    }
}
