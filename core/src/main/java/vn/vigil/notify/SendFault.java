package vn.vigil.notify;

import vn.vigil.base.MessageKey;

/** Why a message was not taken. The words stand in the store; the sentences in the catalogue {@code send-fault}. */
public enum SendFault implements MessageKey {
    /** An attempt was begun and its end never written: the process died, or the machine. It may have been sent. */
    INTERRUPTED,
    /** The settings name no such channel. */
    NOT_CONFIGURED,
    /** The settings of the channel do not fit together. */
    BAD_SETTING,
    /** The recipient is no mail address. */
    BAD_ADDRESS,
    /** The file or the vault with the password or key cannot be used. */
    SECRET_UNUSABLE,
    /** The host's name has no address, or one that must not be contacted. */
    UNRESOLVED,
    /** Nothing listens, or there is no way there. */
    UNREACHABLE,
    /** No answer in time. */
    TIMEOUT,
    /** The connection broke. When that was at the very end, the message may have been taken. */
    CLOSED,
    /** No TLS, or a certificate that is not trusted. */
    TLS,
    /** Another key than the pinned one; nothing was sent. */
    PIN_CHANGED,
    /** The mail server offers no TLS, and it is asked for. */
    NO_STARTTLS,
    /** The other side does not speak the protocol. */
    PROTOCOL,
    /** The mail server refused user name or password. */
    LOGIN_REFUSED,
    /** The mail server refused the conversation; the code is SMTP's. */
    SERVER_REFUSED,
    /** The mail server refused the sender; the code is SMTP's. */
    SENDER_REFUSED,
    /** The mail server refused the recipient for good; the code is SMTP's. */
    RECIPIENT_REFUSED,
    /** The mail server refused the message for good; the code is SMTP's. */
    MESSAGE_REFUSED,
    /** The mail server said: later; the code is SMTP's. */
    TRY_LATER,
    /** The webhook answered with this status. */
    HTTP_STATUS,
    /** The webhook answered with a page for people: a login, or the portal of a network. */
    WEB_PAGE,
    /** The program cannot be run. */
    CANNOT_RUN,
    /** The program ended with this code. */
    EXIT_CODE,
    /** The program ran too long and was ended. */
    KILLED,
    /** A fault of vigil itself. */
    INTERNAL;

    static SendFault of(String word) {
        for (SendFault f : values()) {
            if (f.id().equals(word)) {
                return f;
            }
        }
        throw new IllegalStateException("no fault " + word);
    }

    @Override
    public String catalogue() {
        return "send-fault";
    }
}
