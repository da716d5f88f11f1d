package vn.vigil.register;

import vn.vigil.text.Viet;

/** The form of a number and symbol: {@code 123/TB-SKHĐT}, {@code 45/SKHĐT-VP}, {@code 295/QĐ-UBND}. Pure. */
final class OutsideNumber {
    private OutsideNumber() {}

    /**
     * The number in the one form in which it is kept: NFC, two digits under 10.
     *
     * @return null when it has another form
     */
    static String read(String written) {
        String text = Viet.nfc(written.strip());
        int slash = text.indexOf('/');
        if (slash < 1 || slash > 6) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < slash; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            number = number * 10 + c - '0';
        }
        String[] parts = text.substring(slash + 1).split("-", -1);
        boolean good = number > 0 && parts.length <= 4;
        for (String part : parts) {
            good &= isPart(part);
        }
        return good ? (number < 10 ? "0" : "") + number + text.substring(slash) : null;
    }

    /** Capital first, then letters and digits: {@code TB}, {@code TTr}, {@code SKHĐT}, {@code P1}. */
    private static boolean isPart(String part) {
        boolean good = !part.isEmpty() && part.length() <= 20 && Character.isUpperCase(part.charAt(0));
        for (int i = 0; i < part.length(); i++) {
            good &= Character.isLetterOrDigit(part.charAt(i));
        }
        return good;
    }

    /** Does the symbol belong to one of the own series? Their numbers are taken, not given. */
    static boolean own(String symbol) {
        String behind = symbol.substring(symbol.indexOf('/') + 1);
        for (String body : Series.OWN) {
            if (behind.equals(body) || behind.endsWith("-" + body)) {
                return true;
            }
        }
        return false;
    }
}
