package vn.vigil.roster.plan;

import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.base.Severity;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SlotKey;

/**
 * Something a check found.
 *
 * @param slot the seat concerned, or null
 * @param member whom it is about, or null
 * @param span the time concerned, or null
 * @param rule the word of the rule or fact, such as {@code rest}; null where the kind says all
 * @param article where the rule comes from, or null
 */
public record Finding(
        Kind kind,
        Severity severity,
        SlotKey slot,
        MemberId member,
        TimeSpan span,
        String rule,
        Message sentence,
        String article) {
    /** What sort of finding. */
    public enum Kind implements MessageKey {
        /** Nobody stands a seat for a time. */
        GAP,
        /** A holder left. */
        LEFT,
        /** A fact is against it: leave, another seat at the time, a role. */
        CLASH,
        /** A hard rule is broken. */
        HARD,
        /** A soft rule is broken. */
        SOFT,
        /** Something is shared unevenly. */
        UNFAIR,
        /** The caps on hours do not allow what is to be stood. */
        CAPACITY,
        /** The year's decision on public holidays is not on record. */
        UNDECIDED,
        /** What another room found, such as a swap to nowhere. */
        ELSEWHERE,
        /** The roster is not as it was generated. */
        EDITED;

        @Override
        public String catalogue() {
            return "finding";
        }
    }
}
