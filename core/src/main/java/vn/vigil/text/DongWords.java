package vn.vigil.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Amounts in words, as papers write them after the figures. Pure. */
final class DongWords {
    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] ONES = {
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] VI_GROUPS = {"", " nghìn", " triệu", " tỷ", " nghìn tỷ"};
    private static final String[] EN_GROUPS = {"", " thousand", " million", " billion", " thousand billion"};

    private DongWords() {}

    static String of(long amount, Lang lang) {
        List<String> parts = new ArrayList<>();
        boolean first = true;
        for (int group = 4; group >= 0; group--) {
            int three = (int) (amount / power(group) % 1000);
            if (three > 0) {
                parts.add(
                        lang == Lang.VI
                                ? vietnamese(three, first) + VI_GROUPS[group]
                                : english(three) + EN_GROUPS[group]);
                first = false;
            }
        }
        String words = parts.isEmpty() ? (lang == Lang.VI ? "không" : "zero") : String.join(" ", parts);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " đồng";
    }

    private static long power(int group) {
        long power = 1;
        for (int i = 0; i < group; i++) {
            power *= 1000;
        }
        return power;
    }

    /** @param first whether no group stands before it: there the hundreds are not said when there are none */
    private static String vietnamese(int three, boolean first) {
        int hundreds = three / 100;
        int tens = three / 10 % 10;
        int ones = three % 10;
        List<String> words = new ArrayList<>();
        if (hundreds > 0 || !first) {
            words.add(DIGITS[hundreds] + " trăm");
        }
        boolean said = !words.isEmpty();
        if (tens == 0 && ones > 0 && said) {
            words.add("linh");
        } else if (tens == 1) {
            words.add("mười");
        } else if (tens > 1) {
            words.add(DIGITS[tens] + " mươi");
        }
        if (ones > 0) {
            boolean five = ones == 5 && tens > 0;
            words.add(five ? "lăm" : tens > 1 && ones == 1 ? "mốt" : tens > 1 && ones == 4 ? "tư" : DIGITS[ones]);
        }
        return String.join(" ", words);
    }

    private static String english(int three) {
        List<String> words = new ArrayList<>();
        if (three >= 100) {
            words.add(ONES[three / 100] + " hundred");
        }
        int rest = three % 100;
        if (rest >= 20) {
            words.add(TENS[rest / 10] + (rest % 10 == 0 ? "" : "-" + ONES[rest % 10]));
        } else if (rest > 0) {
            words.add(ONES[rest]);
        }
        return String.join(" ", words);
    }
}
