package vn.vigil.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One day of a decision on holidays.
 *
 * @param date the day
 * @param kind what it is by the decision
 * @param name what people call it
 * @param source the decision: number of the document, or a site's own written basis
 * @param site whether the site decided it itself
 */
public record DecidedDay(LocalDate date, Kind kind, String name, String source, boolean site) {
    public DecidedDay {
        Objects.requireNonNull(date);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(source);
    }

    /** What a decision makes of a day. */
    public enum Kind {
        /** A public holiday. */
        HOLIDAY,
        /** A day of Tết. */
        TET,
        /** A weekday that is a rest day in exchange for another day. */
        SWAP,
        /** A rest day that is worked. */
        WORK;

        /** The word in commands and files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The kind of a word; null when there is none. */
        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }
}
