package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;

/** Headings and sentences of {@code camera simulate}. */
enum SimulateText implements MessageKey {
    FAULTS,
    ONVIF,
    LIVE,
    REPLAY,
    SNAPSHOT,
    VENDOR_ADDRESSES,
    TYPE,
    UNTIL_STOPPED,
    FOR_A_WHILE,
    WOULD_SERVE,
    HALF_A_LOGIN,
    BAD_GAP,
    GAP_FORM;

    @Override
    public String catalogue() {
        return "cli-simulate";
    }
}
