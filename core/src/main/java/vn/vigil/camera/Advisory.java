package vn.vigil.camera;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A weakness that was published.
 *
 * @param maker {@link Advisories#maker} of those that make it
 * @param models patterns separated by {@code |}: {@code *} any text, {@code ?} one character; letter case does not matter
 * @param from lowest affected version, or null
 * @param until highest affected version, or the first that is not, or null
 * @param untilIncluded whether {@code until} itself is affected
 * @param builtBefore firmware built on this day or later is not affected; null when builds do not tell
 * @param family the patterns are wider than the source's own list, or the source names no versions: a device that fits may be
 *     affected, no more
 * @param id CVE number, or the publisher's own
 * @param title one sentence, in vigil's own words
 * @param source where it is told
 */
public record Advisory(
        String maker,
        String models,
        String from,
        String until,
        boolean untilIncluded,
        LocalDate builtBefore,
        boolean family,
        String id,
        Level level,
        String title,
        String source) {
    /** How grave its publisher calls it. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL;

        /** {@code "critical"}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an advisory means for one device. */
    enum Fit {
        NOT,
        /** It would fit, but the device does not tell what decides it. */
        UNCLEAR,
        PERHAPS,
        AFFECTED
    }

    /** @param version null when it is not understood */
    Fit fit(String model, FirmwareVersion version) {
        boolean named = false;
        for (String pattern : models.split("\\|")) {
            named |= like(pattern.toLowerCase(Locale.ROOT), model.toLowerCase(Locale.ROOT));
        }
        if (!named) {
            return Fit.NOT;
        }
        boolean unclear = false;
        if (from != null || until != null) {
            unclear = version == null;
            if (version != null && outside(version)) {
                return Fit.NOT;
            }
        }
        if (builtBefore != null) {
            if (version == null || version.built() == null) {
                unclear = true;
            } else if (!version.built().isBefore(builtBefore)) {
                return Fit.NOT;
            }
        }
        return unclear ? Fit.UNCLEAR : family ? Fit.PERHAPS : Fit.AFFECTED;
    }

    private boolean outside(FirmwareVersion version) {
        if (from != null && version.compareTo(FirmwareVersion.parse(from)) < 0) {
            return true;
        }
        if (until == null) {
            return false;
        }
        int behind = version.compareTo(FirmwareVersion.parse(until));
        return untilIncluded ? behind > 0 : behind >= 0;
    }

    /** Matches without recursion: a pattern of many stars must not take long. */
    private static boolean like(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
