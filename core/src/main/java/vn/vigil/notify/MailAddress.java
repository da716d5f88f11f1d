package vn.vigil.notify;

/**
 * The form of mail addresses that are written to: {@code local@domain} of ASCII, the unquoted form of RFC 5321 §4.1.2. Neither
 * a display name nor a quoted local part nor an address literal is needed for people, and each is a way to smuggle.
 */
public final class MailAddress {
    private MailAddress() {}

    /** Whether mail can be sent to this address as far as its form goes. */
    public static boolean isUsable(String address) {
        int at = address.indexOf('@');
        if (at < 1 || at > 64 || address.length() > 254 || address.indexOf('@', at + 1) >= 0) {
            return false;
        }
        String domain = address.substring(at + 1);
        return words(address.substring(0, at), "!#$%&'*+-/=?^_`{|}~") && words(domain, "-") && labels(domain);
    }

    /** The part behind the {@code @} of a usable address. */
    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** Letters, digits and the given marks, in pieces parted by single dots. */
    private static boolean words(String text, String marks) {
        char before = '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || marks.indexOf(c) >= 0;
            if (!plain && (c != '.' || before == '.')) {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    private static boolean labels(String domain) {
        for (String label : domain.split("\\.", -1)) {
            if (label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
        }
        return true;
    }
}
