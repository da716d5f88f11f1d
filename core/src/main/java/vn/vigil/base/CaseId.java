package vn.vigil.base;

import java.util.Locale;

/**
 * The number of a case that vigil itself counts: {@code EXT-2026-0012}, {@code INC-2026-0003}.
 *
 * @param series upper-case letters naming what is counted
 * @param year calendar year in the site's zone, 2000–9999
 * @param number from 1
 */
public record CaseId(String series, int year, int number) implements Comparable<CaseId> {
    /**
     * Reads what {@link #toString()} wrote; lower case is accepted.
     *
     * @return null when the text has another form
     */
    public static CaseId parse(String text) {
        String[] parts = text.strip().toUpperCase(Locale.ROOT).split("-", -1);
        if (parts.length != 3
                || !parts[0].matches("[A-Z]{2,5}")
                || !parts[1].matches("[2-9][0-9]{3}")
                || !parts[2].matches("[0-9]{1,7}")
                || Integer.parseInt(parts[2]) < 1) {
            return null;
        }
        return new CaseId(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public int compareTo(CaseId o) {
        int c = series.compareTo(o.series);
        c = c != 0 ? c : Integer.compare(year, o.year);
        return c != 0 ? c : Integer.compare(number, o.number);
    }

    @Override
    public String toString() {
        String n = Integer.toString(number);
        return series + "-" + year + "-" + "0".repeat(Math.max(0, 4 - n.length())) + n;
    }
}
