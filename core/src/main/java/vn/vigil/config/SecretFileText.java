package vn.vigil.config;

import vn.vigil.base.MessageKey;

/** What is said about files that hold a secret. */
enum SecretFileText implements MessageKey {
    UNUSABLE,
    MISSING,
    UNREADABLE,
    EMPTY,
    NOT_UTF8,
    TOO_LARGE,
    SYMLINK,
    NOT_A_FILE,
    FOREIGN_OWNER,
    FOREIGN_FOLDER,
    LOOSE_MODE,
    LOOSE_FOLDER,
    TIGHTEN;

    @Override
    public String catalogue() {
        return "secret-file";
    }
}
