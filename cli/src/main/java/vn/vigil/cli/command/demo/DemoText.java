package vn.vigil.cli.command.demo;

import vn.vigil.base.MessageKey;

/** What the demonstration tells between its commands. */
enum DemoText implements MessageKey {
    INTRO,
    PEOPLE,
    CAMERAS,
    CHECK,
    INCIDENT,
    REQUEST,
    OWN_APPROVAL,
    APPROVAL,
    WIDER,
    RUN,
    VERIFY,
    BY_HAND,
    NO_OPENSSL,
    DONE,
    TRY_NEXT,
    REMOVE,
    STEP_FAILED,
    NOT_EMPTY;

    @Override
    public String catalogue() {
        return "demo";
    }
}
