package vn.vigil.meeting;

import vn.vigil.base.MessageKey;

/** What is entered about a meeting, an action, a proposal, a petition, or supervision. */
public enum Act implements MessageKey {
    /** A meeting is to be: {@code kind}, {@code quarter}, {@code start}, {@code minutes}, {@code place}, {@code chair}, {@code secretary}, {@code reason}, {@code incident}, {@code guest}s. */
    PLANNED,
    /** Invitations went out: {@code sequence}, {@code member}s, {@code guest}s, {@code without} a channel. */
    INVITED,
    /** {@code start}, {@code minutes}, {@code place}, {@code reason}. */
    POSTPONED,
    /** {@code reason}. */
    CANCELLED,
    /** Opened: {@code chair}, {@code secretary}, {@code place}, {@code capacity}, {@code record}, {@code basis}. */
    OPENED,
    /** The agenda as it stood at the opening: {@code title}s, {@code standing} words, {@code line}s as {@code number: text}. */
    AGENDA,
    /** One more item: {@code title}. */
    ITEM,
    /** {@code who} or {@code name}, {@code how}, {@code from}, {@code to}, {@code reason}. */
    ATTENDED,
    /** An opinion: {@code item}, {@code who}, {@code words}. */
    NOTED,
    /** {@code item}, {@code words}, {@code for}, {@code against}, {@code abstained}; without votes all agreed. */
    DECIDED,
    /** {@code next}: day of the next meeting. */
    CLOSED,
    /** An entry reads otherwise: {@code entry}, {@code words}. */
    CHANGED,
    /** An entry counts no more: {@code entry}, {@code reason}. */
    WITHDRAWN,
    /** The minutes were written out, or read back after editing. */
    DRAFTED,
    /** {@code text}, {@code sha256}. */
    APPROVED,
    /** {@code who}, {@code how}, {@code sha256}, {@code day}. */
    SIGNED,
    /** {@code number}, {@code day}. */
    ISSUED,
    /** {@code was}, {@code is}, {@code reason}. */
    ERRATUM,
    /** An action: {@code words}, {@code owner}, {@code with}, {@code due}, {@code meeting}, {@code item}, {@code source}, {@code division}. */
    SET,
    /** {@code words}. */
    PROGRESS,
    /** {@code due}, {@code reason}. */
    MOVED,
    /** {@code owner}, {@code reason}. */
    REASSIGNED,
    /** {@code words}. */
    DONE,
    /** {@code reason}. */
    DROPPED,
    /** A proposal: {@code kind}, {@code title}, {@code words}, {@code to}, {@code estimate}s, {@code person}s, {@code attached}, {@code survey}, {@code petition}, {@code meeting}. */
    PROPOSED,
    /** {@code number}, {@code day}. */
    SUBMITTED,
    /** {@code result}, {@code words}, {@code document}, {@code meeting}. */
    ANSWERED,
    /** Told back: {@code meeting} or {@code words}. */
    TOLD,
    /** A petition: {@code words}, {@code anonymous}. */
    RECEIVED,
    /** {@code proposal}. */
    RAISED,
    /** Supervision: {@code kind}, {@code words}, {@code day}, {@code division}, {@code action}, {@code document}. */
    SUPERVISED;

    static Act of(String word) {
        for (Act act : values()) {
            if (act.id().equals(word)) {
                return act;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @Override
    public String catalogue() {
        return "meeting-act";
    }
}
