package vn.vigil.sim;

import vn.vigil.base.MessageKey;

/** What is wrong with a site that is asked for. */
enum SimText implements MessageKey {
    CANNOT_SERVE,
    BAD_COUNT,
    BAD_ID,
    ID_TWICE,
    FAULT_OF_NONE,
    BAD_FAULT,
    GAPS_OVERLAP;

    @Override
    public String catalogue() {
        return "sim";
    }
}
