package vn.vigil.camera;

import java.util.Locale;
import vn.vigil.base.MessageKey;

/**
 * Everything an audit can find: of which point it is, what that means, and what to do. The sentences are the catalogue's; the
 * words are the machine form's and never translated.
 */
public enum AuditReason implements MessageKey {
    DEFAULT_PASSWORD_STORED(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.BAD, AuditTodo.CHANGE_PASSWORD),
    DEFAULT_PASSWORD_ACCEPTED(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.BAD, AuditTodo.CHANGE_PASSWORD),
    DEFAULT_PASSWORD_REFUSED(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.OK, AuditTodo.NOTHING),
    DEFAULT_PASSWORD_RECENT(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.UNKNOWN, AuditTodo.TRY_TOMORROW),
    DEFAULT_PASSWORD_NO_PAIR(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),
    DEFAULT_PASSWORD_QUARANTINED(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.UNKNOWN, AuditTodo.RENEW_LOGIN),
    DEFAULT_PASSWORD_NEAR_LOCK(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.UNKNOWN, AuditTodo.WAIT_FOR_LOCK),
    DEFAULT_PASSWORD_NOT_ASKED(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),
    DEFAULT_PASSWORD_REHEARSED(AuditPoint.DEFAULT_PASSWORD, AuditVerdict.UNKNOWN, AuditTodo.RUN_FOR_REAL),

    STREAM_OPEN(AuditPoint.ANONYMOUS_STREAM, AuditVerdict.BAD, AuditTodo.ASK_FOR_LOGIN),
    STREAM_CLOSED(AuditPoint.ANONYMOUS_STREAM, AuditVerdict.OK, AuditTodo.NOTHING),
    STREAM_SILENT(AuditPoint.ANONYMOUS_STREAM, AuditVerdict.UNKNOWN, AuditTodo.CHECK_REACH),
    DEVICE_OPEN(AuditPoint.ANONYMOUS_DEVICE, AuditVerdict.WEAK, AuditTodo.ASK_FOR_LOGIN),
    DEVICE_CLOSED(AuditPoint.ANONYMOUS_DEVICE, AuditVerdict.OK, AuditTodo.NOTHING),
    DEVICE_SILENT(AuditPoint.ANONYMOUS_DEVICE, AuditVerdict.UNKNOWN, AuditTodo.CHECK_REACH),
    SNAPSHOT_OPEN(AuditPoint.ANONYMOUS_SNAPSHOT, AuditVerdict.BAD, AuditTodo.ASK_FOR_LOGIN),
    SNAPSHOT_CLOSED(AuditPoint.ANONYMOUS_SNAPSHOT, AuditVerdict.OK, AuditTodo.NOTHING),
    SNAPSHOT_SILENT(AuditPoint.ANONYMOUS_SNAPSHOT, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),

    ACCOUNTS_FINE(AuditPoint.ACCOUNTS, AuditVerdict.OK, AuditTodo.NOTHING),
    ACCOUNTS_NOT_TOLD(AuditPoint.ACCOUNTS, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),
    ACCOUNTS_ANONYMOUS(AuditPoint.ACCOUNTS, AuditVerdict.BAD, AuditTodo.REMOVE_ANONYMOUS),
    ACCOUNTS_ADMINISTRATORS(AuditPoint.ACCOUNTS, AuditVerdict.WEAK, AuditTodo.ONE_ADMINISTRATOR),
    ACCOUNTS_OURS_IS_ADMINISTRATOR(AuditPoint.ACCOUNTS, AuditVerdict.WEAK, AuditTodo.USE_VIEWER),

    FIRMWARE_AFFECTED(AuditPoint.FIRMWARE, AuditVerdict.BAD, AuditTodo.UPDATE_FIRMWARE),
    FIRMWARE_AFFECTED_SLIGHTLY(AuditPoint.FIRMWARE, AuditVerdict.WEAK, AuditTodo.UPDATE_FIRMWARE),
    FIRMWARE_PERHAPS_AFFECTED(AuditPoint.FIRMWARE, AuditVerdict.WEAK, AuditTodo.READ_ADVISORY),
    FIRMWARE_UNCLEAR(AuditPoint.FIRMWARE, AuditVerdict.UNKNOWN, AuditTodo.READ_ADVISORY),
    FIRMWARE_NOTHING_KNOWN(AuditPoint.FIRMWARE, AuditVerdict.OK, AuditTodo.NOTHING),
    FIRMWARE_NOT_UNDERSTOOD(AuditPoint.FIRMWARE, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),
    FIRMWARE_MAKER_NOT_IN_TABLE(AuditPoint.FIRMWARE, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),
    FIRMWARE_NOT_TOLD(AuditPoint.FIRMWARE, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),

    PORTS_FINE(AuditPoint.PORTS, AuditVerdict.OK, AuditTodo.NOTHING),
    PORTS_DANGEROUS(AuditPoint.PORTS, AuditVerdict.BAD, AuditTodo.CLOSE_SERVICE),
    PORTS_MANY(AuditPoint.PORTS, AuditVerdict.WEAK, AuditTodo.CLOSE_SERVICE),
    PORTS_NOT_TRIED(AuditPoint.PORTS, AuditVerdict.UNKNOWN, AuditTodo.CHECK_REACH),

    SERVICES_OFF(AuditPoint.SERVICES, AuditVerdict.OK, AuditTodo.NOTHING),
    SERVICES_TELNET(AuditPoint.SERVICES, AuditVerdict.BAD, AuditTodo.CLOSE_SERVICE),
    SERVICES_ON(AuditPoint.SERVICES, AuditVerdict.WEAK, AuditTodo.CLOSE_SERVICE),

    TLS_OFFERED(AuditPoint.TLS, AuditVerdict.OK, AuditTodo.NOTHING),
    TLS_NOT_OFFERED(AuditPoint.TLS, AuditVerdict.WEAK, AuditTodo.SWITCH_ON_TLS),
    TLS_SILENT(AuditPoint.TLS, AuditVerdict.UNKNOWN, AuditTodo.CHECK_REACH),
    CERTIFICATE_FINE(AuditPoint.CERTIFICATE, AuditVerdict.OK, AuditTodo.NOTHING),
    CERTIFICATE_SELF_SIGNED(AuditPoint.CERTIFICATE, AuditVerdict.OK, AuditTodo.NOTHING),
    CERTIFICATE_ENDS_SOON(AuditPoint.CERTIFICATE, AuditVerdict.WEAK, AuditTodo.RENEW_CERTIFICATE),
    CERTIFICATE_EXPIRED(AuditPoint.CERTIFICATE, AuditVerdict.BAD, AuditTodo.RENEW_CERTIFICATE),
    CERTIFICATE_NOT_YET(AuditPoint.CERTIFICATE, AuditVerdict.WEAK, AuditTodo.RENEW_CERTIFICATE),
    TLS_KEY_PINNED(AuditPoint.TLS_KEY, AuditVerdict.OK, AuditTodo.NOTHING),
    TLS_KEY_NOT_PINNED(AuditPoint.TLS_KEY, AuditVerdict.WEAK, AuditTodo.PIN_KEY),
    TLS_KEY_CHANGED(AuditPoint.TLS_KEY, AuditVerdict.BAD, AuditTodo.LOOK_ON_SITE),
    TLS_KEY_NOT_SHOWN(AuditPoint.TLS_KEY, AuditVerdict.UNKNOWN, AuditTodo.CHECK_REACH),

    TIME_SOURCE_NTP(AuditPoint.TIME_SOURCE, AuditVerdict.OK, AuditTodo.NOTHING),
    TIME_SOURCE_NO_SERVER(AuditPoint.TIME_SOURCE, AuditVerdict.WEAK, AuditTodo.SET_NTP),
    TIME_SOURCE_MANUAL(AuditPoint.TIME_SOURCE, AuditVerdict.WEAK, AuditTodo.SET_NTP),
    TIME_SOURCE_NOT_TOLD(AuditPoint.TIME_SOURCE, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),
    CLOCK_FINE(AuditPoint.CLOCK, AuditVerdict.OK, AuditTodo.NOTHING),
    CLOCK_OFF(AuditPoint.CLOCK, AuditVerdict.WEAK, AuditTodo.SET_NTP),
    CLOCK_FAR_OFF(AuditPoint.CLOCK, AuditVerdict.BAD, AuditTodo.SET_NTP),
    CLOCK_NEVER_READ(AuditPoint.CLOCK, AuditVerdict.UNKNOWN, AuditTodo.CHECK_CAMERA),

    IDENTITY_SAME(AuditPoint.IDENTITY, AuditVerdict.OK, AuditTodo.NOTHING),
    IDENTITY_OTHER_SERIAL(AuditPoint.IDENTITY, AuditVerdict.BAD, AuditTodo.LOOK_ON_SITE),
    IDENTITY_OTHER_MODEL(AuditPoint.IDENTITY, AuditVerdict.BAD, AuditTodo.LOOK_ON_SITE),
    IDENTITY_NOT_KNOWN(AuditPoint.IDENTITY, AuditVerdict.UNKNOWN, AuditTodo.LOOK_YOURSELF),

    BASIC_FORBIDDEN(AuditPoint.BASIC, AuditVerdict.OK, AuditTodo.NOTHING),
    BASIC_ALLOWED(AuditPoint.BASIC, AuditVerdict.WEAK, AuditTodo.FORBID_BASIC),
    ADDRESS_CLEAN(AuditPoint.ADDRESS, AuditVerdict.OK, AuditTodo.NOTHING),
    ADDRESS_HOLDS_PASSWORD(AuditPoint.ADDRESS, AuditVerdict.WEAK, AuditTodo.OTHER_ADDRESS),
    LOGIN_YOUNG(AuditPoint.LOGIN_AGE, AuditVerdict.OK, AuditTodo.NOTHING),
    LOGIN_OLD(AuditPoint.LOGIN_AGE, AuditVerdict.WEAK, AuditTodo.CHANGE_PASSWORD),
    LOGIN_REFUSED(AuditPoint.LOGIN_AGE, AuditVerdict.BAD, AuditTodo.RENEW_LOGIN),
    LOGIN_NONE(AuditPoint.LOGIN_AGE, AuditVerdict.WEAK, AuditTodo.ASK_FOR_LOGIN),
    LOGIN_AGE_NOT_KNOWN(AuditPoint.LOGIN_AGE, AuditVerdict.UNKNOWN, AuditTodo.CHANGE_PASSWORD);

    private final AuditPoint point;
    private final AuditVerdict verdict;
    private final AuditTodo todo;

    AuditReason(AuditPoint point, AuditVerdict verdict, AuditTodo todo) {
        this.point = point;
        this.verdict = verdict;
        this.todo = todo;
    }

    public AuditPoint point() {
        return point;
    }

    public AuditVerdict verdict() {
        return verdict;
    }

    /** What to do about it; {@link AuditTodo#NOTHING} where all is well. */
    public AuditTodo todo() {
        return todo;
    }

    /** {@code "stream-open"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String catalogue() {
        return "audit";
    }
}
