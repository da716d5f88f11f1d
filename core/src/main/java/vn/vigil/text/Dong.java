package vn.vigil.text;

/** Money in whole đồng, as people write it and as vigil prints it; what is printed is read back. Stateless. */
public final class Dong {
    /** The largest single amount: below a thousand billion, so that thousands of them add up without overflow. */
    public static final long MAX = 999_999_999_999L;

    private static final String[] UNITS = {"đồng", "đ", "vnd", "d"};

    private Dong() {}

    /** {@code 12.500.000 đ} in Vietnamese, {@code 12,500,000 đ} in English. */
    public static String print(long amount, Lang lang) {
        String digits = Long.toString(Math.abs(amount));
        StringBuilder out = new StringBuilder(digits.length() + 8);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(lang == Lang.VI ? '.' : ',');
            }
            out.append(digits.charAt(i));
        }
        return (amount < 0 ? "-" : "") + out.append(" đ");
    }

    /** {@code Mười hai triệu năm trăm nghìn đồng}: what papers write after the figures; from 0 to {@link #MAX}. */
    public static String words(long amount, Lang lang) {
        return DongWords.of(amount, lang);
    }

    /**
     * Reads an amount: {@code 12500000}, or in groups of three parted by points or commas; {@code đ} may follow.
     *
     * @return −1 when it is no amount of whole đồng from 0 to {@link #MAX}
     */
    public static long parse(String written) {
        String text = Viet.nfc(written).strip().toLowerCase(java.util.Locale.ROOT);
        for (String unit : UNITS) {
            if (text.endsWith(unit)) {
                text = text.substring(0, text.length() - unit.length()).strip();
                break;
            }
        }
        String digits = ungrouped(text);
        if (digits == null || digits.isEmpty() || digits.length() > 18) {
            return -1;
        }
        long amount = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            amount = amount * 10 + (c - '0');
        }
        return amount <= MAX ? amount : -1;
    }

    /** The text without its separators; null when they do not part groups of three: 12.5 is no amount. */
    private static String ungrouped(String text) {
        char separator = text.indexOf('.') >= 0 ? '.' : ',';
        if (text.indexOf(separator) < 0) {
            return text;
        }
        String[] groups = text.split(separator == '.' ? "\\." : ",", -1);
        for (int i = 0; i < groups.length; i++) {
            if (i == 0 ? groups[i].isEmpty() || groups[i].length() > 3 : groups[i].length() != 3) {
                return null;
            }
        }
        return String.join("", groups);
    }
}
