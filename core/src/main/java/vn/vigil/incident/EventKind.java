package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** What is entered in a case file after its opening. */
public enum EventKind implements MessageKey {
    /** Something seen or learned. */
    NOTE,
    /** Something done about it. */
    ACTION,
    /** Somebody was sent: {@code whom}; {@code ref} is the outside body or member. */
    DISPATCH,
    /** Who was sent has come; {@code ref} is {@code event/N}. */
    ARRIVED,
    /** {@code whom} was told; {@code ref} is the word of the {@link Addressee}. */
    TOLD,
    /** {@code ref} has charge of it. */
    ASSIGNED,
    /** {@code ref} belongs to it: {@code camera/…}, {@code EXT-…}, {@code INC-…}, {@code TIP-…}, {@code person/…}, {@code document/…}. */
    LINKED,
    /** The camera {@code ref} was lost, moved or covered shortly before; the words are the findings. */
    CAMERA_FAULT,
    /** Something is to be done by {@code whom} until the day {@code ref}. */
    TASK,
    /** {@code ref} is {@code event/N}. */
    TASK_DONE,
    /** {@code ref} is {@code event/N}. */
    TASK_DROPPED,
    /** {@code ref} is a field, whose value the words are now, or {@code event/N/at|words|withdrawn}. */
    CORRECTED,
    CLOSED,
    REOPENED;

    static EventKind of(String word) {
        for (EventKind kind : values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @Override
    public String catalogue() {
        return "incident-event";
    }
}
