package vn.vigil.camera;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a device says of its count of wrong passwords when it asks for a login: Hikvision in XML ({@code <lockStatus>lock},
 * {@code <retryLoginTime>4}), Dahua and IMOU in words ("You still have 5 attempt(s)", home-assistant/core#147404). Pure.
 */
final class LockHint {
    /** With fewer attempts left, none is spent on a guess. */
    static final int ENOUGH = 3;

    private static final Pattern LOCKED = Pattern.compile("<lockstatus>\\s*lock\\s*<|account (is|has been) locked");
    private static final Pattern LEFT =
            Pattern.compile("<retrylogintimes?>\\s*([0-9]{1,4})\\s*<|still have ([0-9]{1,4}) attempt");

    private LockHint() {}

    /** Whether a guess would come near the lock. A device that tells nothing is no such: one attempt is never the last. */
    static boolean near(String answer) {
        String text = answer.toLowerCase(Locale.ROOT);
        if (LOCKED.matcher(text).find()) {
            return true;
        }
        Matcher left = LEFT.matcher(text);
        while (left.find()) {
            if (Integer.parseInt(left.group(1) != null ? left.group(1) : left.group(2)) < ENOUGH) {
                return true;
            }
        }
        return false;
    }
}
