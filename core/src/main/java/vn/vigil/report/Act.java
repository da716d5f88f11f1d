package vn.vigil.report;

import java.util.Locale;

/** What is entered in the room of reports. */
enum Act {
    /** An activity: {@code kind}, {@code topic}, {@code form}, {@code audience}, {@code day}, {@code people}, {@code fresh}, {@code materials}. */
    HELD,
    /** A pledge: {@code year}, {@code day}, {@code name}, {@code division}. */
    PLEDGED,
    /** A list of criteria: {@code title}, {@code items}. */
    LISTED,
    /** A score: {@code year}, {@code criterion}, {@code points}, {@code note}. */
    SCORED,
    /** What a report says beside its figures: {@code period}, {@code section}, {@code words}. */
    REMARKED,
    /** The entry reads otherwise now: all of its facts, and {@code reason}. */
    CORRECTED,
    /** It counts no more: {@code reason}. */
    WITHDRAWN,
    /** A report's text is fixed: {@code period}, {@code revision}, {@code text}, {@code data}, {@code dataSha256}, {@code textSha256}, {@code checkpoint}. */
    FIXED,
    /** {@code how}, {@code who}, {@code sha256}, {@code day}. */
    SIGNED,
    /** {@code number}, {@code day}. */
    ISSUED;

    static Act of(String word) {
        for (Act act : values()) {
            if (act.id().equals(word)) {
                return act;
            }
        }
        throw new IllegalArgumentException(word);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
