package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** Sentences of incidents. */
enum IncidentText implements MessageKey {
    FAULTS,
    NO_TITLE,
    IN_FUTURE,
    NOT_FOUND,
    NEXT_LIST;

    @Override
    public String catalogue() {
        return "incident";
    }
}
