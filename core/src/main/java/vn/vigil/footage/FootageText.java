package vn.vigil.footage;

import vn.vigil.base.MessageKey;

/** Sentences about footage being taken. */
enum FootageText implements MessageKey {
    CLOCK_UNKNOWN,
    GAP,
    NEXT_CHECK,
    NO_RECORDER,
    NO_RECORDING,
    READ_BACK,
    RECORDER_HAS_NONE,
    STEP_RECEIVE,
    TIME_ASSUMED;

    @Override
    public String catalogue() {
        return "footage";
    }
}
