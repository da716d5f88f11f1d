package vn.vigil.notify;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum NotifyText implements MessageKey {
    NOT_FOUND,
    NOT_FOUND_NEXT,
    ALREADY_SENT,
    TOO_LONG,
    MAIL_UNUSABLE,
    BAD_FROM,
    BAD_HOST,
    BAD_USER,
    PLAIN_LOGIN,
    PLAIN_LOGIN_NEXT,
    WEBHOOK_UNUSABLE,
    BAD_URL,
    COMMAND_UNUSABLE,
    NOT_ABSOLUTE;

    @Override
    public String catalogue() {
        return "notify";
    }
}
