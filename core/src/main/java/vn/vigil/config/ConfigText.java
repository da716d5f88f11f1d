package vn.vigil.config;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum ConfigText implements MessageKey {
    BROKEN,
    FILE_MISSING,
    FILE_UNREADABLE,
    NO_EQUALS,
    UNKNOWN_KEY,
    UNKNOWN_KEY_NEAR,
    TWICE,
    BAD_VALUE,
    EMPTY_VALUE,
    LIKE_LANG,
    LIKE_ZONE,
    LIKE_STORE,
    LIKE_URL,
    LIKE_DURATION,
    LIKE_BOOLEAN,
    LIKE_PORT,
    LIKE_COUNT,
    LIKE_DAY,
    LIKE_CORE_DAY,
    LIKE_MAIL_TLS,
    LIKE_PIN;

    @Override
    public String catalogue() {
        return "config";
    }
}
