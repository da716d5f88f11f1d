package vn.vigil.meeting;

import vn.vigil.base.MessageKey;

/** How far a meeting has come. In order, but for the last. */
public enum MeetingState implements MessageKey {
    PLANNED,
    INVITED,
    /** Going on. */
    OPEN,
    HELD,
    /** Its minutes were written out. */
    DRAFTED,
    /** The minutes were read out and approved; their text is fixed. */
    APPROVED,
    /** By chair and secretary, on paper or by their keys. */
    SIGNED,
    /** Numbered, after signing (Decree 30/2020, article 15), and issued. */
    ISSUED,
    CANCELLED;

    /** Whether it took place. */
    public boolean held() {
        return compareTo(HELD) >= 0 && this != CANCELLED;
    }

    /** Whether nothing about it changes any more but by an erratum. */
    public boolean sealed() {
        return this == SIGNED || this == ISSUED;
    }

    @Override
    public String catalogue() {
        return "meeting-state";
    }
}
