package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;

/** Headings and sentences of {@code vigil camera audit}. */
enum AuditViewText implements MessageKey {
    CAMERA,
    POINT,
    VERDICT,
    FOUND,
    TODO,
    VERDICT_OK,
    VERDICT_UNKNOWN,
    VERDICT_WEAK,
    VERDICT_BAD,
    TABLE,
    TABLE_IMPORTED,
    TABLE_STALE,
    PASSWORDS_NOT_TRIED,
    PINNED,
    WOULD_PIN,
    PIN_REPLACED,
    PIN_CONFLICT,
    PIN_NO_KEY,
    IMPORTED,
    WOULD_IMPORT,
    IMPORT_UNCHANGED;

    @Override
    public String catalogue() {
        return "cli-audit";
    }
}
