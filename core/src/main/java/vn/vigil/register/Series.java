package vn.vigil.register;

import java.util.List;

/**
 * An own series of numbers: one for each body and kind of document (Decree 30/2020, article 8; A24). Bodies that hold no seal
 * number their internal papers so; what leaves the house takes a number of the Văn thư instead.
 *
 * @param kind abbreviation of the kind ({@code BC}, {@code TTr}); null for a letter (công văn), which has none
 * @param body abbreviation of the body: {@code TNC}, {@code BCĐ}
 */
public record Series(String kind, String body) {
    /** The core team's. */
    public static final String CORE_TEAM = "TNC";

    /** The steering committee's. */
    public static final String STEERING_COMMITTEE = "BCĐ";

    static final List<String> OWN = List.of(CORE_TEAM, STEERING_COMMITTEE);

    public Series {
        if (!OWN.contains(body) || kind != null && !isAbbreviation(kind)) {
            throw new IllegalArgumentException("not a series: " + kind + "-" + body);
        }
    }

    /** {@code "BC-TNC"}, {@code "TNC"}. */
    public String symbol() {
        return kind == null ? body : kind + "-" + body;
    }

    /** {@code "05/BC-TNC"}: two digits under 10, no blanks. */
    public String number(int number) {
        return (number < 10 ? "0" : "") + number + "/" + symbol();
    }

    /** Letters, the first a capital; at most twelve. */
    static boolean isAbbreviation(String text) {
        boolean letters = !text.isEmpty() && text.length() <= 12 && Character.isUpperCase(text.charAt(0));
        for (int i = 0; i < text.length(); i++) {
            letters &= Character.isLetter(text.charAt(i));
        }
        return letters;
    }
}
