package vn.vigil.evidence;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.vigil.seal.Hash;

/**
 * The short code by which a recipient says that they have opened exactly this package: whoever opens or verifies it is shown it,
 * and can read it out on the telephone. It follows from the package's identity, so the department knows which code to expect; it
 * says that somebody who has the package says so, and no more. Pure.
 */
public final class ReceiptCode {
    /** Neither 0, O, 1, I nor L; their number is prime, so the check letter catches a wrong letter and two that changed places. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 9;

    private ReceiptCode() {}

    /**
     * The code of a package.
     *
     * @param identity SHA-256 of its ASiCManifest001.xml, lower-case hex
     * @return {@code K7QM-4TXP-9W}, nine letters and their check letter
     */
    public static String of(String identity) {
        byte[] hash = Hash.sha256((identity + "|receipt").getBytes(StandardCharsets.UTF_8));
        BigInteger rest = new BigInteger(1, hash);
        BigInteger base = BigInteger.valueOf(LETTERS.length());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            code.append(LETTERS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        code.append(check(code));
        return code.insert(8, '-').insert(4, '-').toString();
    }

    /**
     * A code as somebody wrote it, brought into its form.
     *
     * @return null when it is none: a letter is missing or wrong
     */
    public static String read(String written) {
        StringBuilder code = new StringBuilder();
        for (char c : written.toUpperCase(Locale.ROOT).toCharArray()) {
            if (LETTERS.indexOf(c) >= 0) {
                code.append(c);
            } else if (c != '-' && c != ' ') {
                return null;
            }
        }
        if (code.length() != LENGTH + 1 || code.charAt(LENGTH) != check(code.substring(0, LENGTH))) {
            return null;
        }
        return code.insert(8, '-').insert(4, '-').toString();
    }

    private static char check(CharSequence letters) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++) {
            sum += (i + 1) * LETTERS.indexOf(letters.charAt(i));
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
