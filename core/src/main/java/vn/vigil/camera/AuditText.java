package vn.vigil.camera;

import vn.vigil.base.MessageKey;

/** What an audit and its table of advisories say beside the findings. */
public enum AuditText implements MessageKey {
    AUDITING,
    CANNOT_IMPORT,
    TABLE_HEAD,
    TABLE_COLUMNS,
    TABLE_ROW,
    TABLE_CELL,
    TABLE_TOO_LONG,
    TABLE_TOO_LARGE,
    TABLE_EMPTY,
    TABLE_NOT_READ,
    TABLE_OLDER,
    TABLE_OLDER_WHY,
    UNKNOWN_GROUP;

    @Override
    public String catalogue() {
        return "audit-text";
    }
}
