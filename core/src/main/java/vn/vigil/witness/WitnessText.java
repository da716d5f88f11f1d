package vn.vigil.witness;

import vn.vigil.base.MessageKey;

/** Sentences about the ledger's signed heads. */
enum WitnessText implements MessageKey {
    NO_CHECKPOINT,
    NO_CHECKPOINT_WHY,
    OTHER_KEY,
    NO_KEY,
    NO_KEY_NEXT,
    NO_ENTRY,
    NOT_EMPTY,
    UNWRITABLE;

    @Override
    public String catalogue() {
        return "witness";
    }
}
