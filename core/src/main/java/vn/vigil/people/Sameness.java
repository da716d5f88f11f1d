package vn.vigil.people;

/**
 * Are two records one person? Two accounts of one person count as one wherever two persons are demanded, so the doubtful case
 * is told as one. Pure.
 */
final class Sameness {
    private Sameness() {}

    /**
     * @param sameKey the two have, or had, a certificate over one public key
     * @return true for one record; one key; one login, telephone number or mail address; or one name, unless telephone
     *     numbers or mail addresses tell two people of that name apart
     */
    static boolean one(Member a, Member b, boolean sameKey) {
        if (a.id().equals(b.id()) || sameKey) {
            return true;
        }
        boolean samePhone = same(digits(a.phone()), digits(b.phone()));
        boolean sameMail = same(folded(a.email()), folded(b.email()));
        if (same(a.osLogin(), b.osLogin()) || samePhone || sameMail) {
            return true;
        }
        boolean toldApart = a.phone() != null && b.phone() != null || a.email() != null && b.email() != null;
        return !toldApart && folded(a.name()).equals(folded(b.name()));
    }

    private static boolean same(String a, String b) {
        return a != null && a.equals(b);
    }

    private static String folded(String text) {
        return text == null ? null : vn.vigil.text.Viet.fold(text);
    }

    /** A telephone number's digits, with Vietnam's country code as the 0 of local dialling; null for none. */
    private static String digits(String phone) {
        if (phone == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (c >= '0' && c <= '9') {
                out.append(c);
            }
        }
        if (phone.strip().startsWith("+84") || phone.strip().startsWith("0084")) {
            out.replace(0, out.indexOf("84") + 2, "0");
        }
        return out.length() == 0 ? null : out.toString();
    }
}
