package vn.vigil.store;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum StoreText implements MessageKey {
    NO_STORE,
    NO_STORE_AT,
    UNFINISHED,
    RUN_INIT,
    FROM_THE_FUTURE,
    FROM_THE_FUTURE_WHY,
    NEWER_VIGIL,
    OLDER,
    OLDER_WHY,
    NOT_A_STORE,
    CANNOT_WRITE,
    CORRUPT,
    CORRUPT_AT,
    RESTORE,
    READ_ONLY,
    READ_ONLY_WHY,
    BUSY,
    BUSY_WHY,
    DISK_FULL,
    DISK_ERROR,
    DISK_ERROR_NEXT,
    UNREACHABLE,
    LOGIN_REFUSED,
    URL_REFUSED,
    URL_FORM,
    URL_PARAMETER,
    URL_SECRET,
    NETWORK_DISK,
    LEASE_HELD,
    LEASE_HELD_BY,
    LEASE_WAIT;

    @Override
    public String catalogue() {
        return "store";
    }
}
