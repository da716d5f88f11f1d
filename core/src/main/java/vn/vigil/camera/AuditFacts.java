package vn.vigil.camera;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.vigil.net.TlsCertificate;

/**
 * What was learnt of one camera for an audit. Nothing in it is judged; null where nothing was told.
 *
 * @param stream how the live stream met somebody without a login
 * @param onvif how the ONVIF service did
 * @param snapshot how the still picture did
 * @param device what the device says of itself now
 * @param accounts who may log in
 * @param ports those that take a connection
 * @param services what the device says of services of its own, on or off; by their names
 * @param tls how the web interface met a TLS hello
 * @param certificate what it showed then
 * @param clockMode what sets the clock, in the device's word
 * @param timeServers empty when it names none
 * @param clock last reading of the clock
 * @param loginAge how old the login is
 * @param loginRefused whether the device has refused this login
 * @param basicAllowed whether a password may go by Basic without TLS
 * @param defaultPassword what became of the maker's first password; null when nobody asked for that
 * @param defaultStored whether the stored login is the maker's first one itself
 */
record AuditFacts(
        Reply stream,
        Reply onvif,
        Reply snapshot,
        DeviceFacts device,
        List<Account> accounts,
        List<Integer> ports,
        Map<String, Boolean> services,
        Reply tls,
        TlsCertificate certificate,
        String clockMode,
        List<String> timeServers,
        ClockReading clock,
        Duration loginAge,
        boolean loginRefused,
        boolean basicAllowed,
        Try defaultPassword,
        boolean defaultStored) {
    /** Nobody was asked anything: what the inventory alone tells. */
    static AuditFacts notAsked(ClockReading clock, Duration loginAge, boolean loginRefused, boolean basicAllowed) {
        return new AuditFacts(
                Reply.SILENT,
                Reply.SILENT,
                Reply.SILENT,
                null,
                null,
                null,
                null,
                Reply.SILENT,
                null,
                null,
                List.of(),
                clock,
                loginAge,
                loginRefused,
                basicAllowed,
                null,
                false);
    }

    /** How somebody without a login was met. */
    enum Reply {
        /** Was given what he asked for. */
        OPEN,
        /** A login was asked for, or for TLS: nothing listens. */
        CLOSED,
        /** Nobody could tell. */
        SILENT,
        /** There is no such thing here. */
        NONE
    }

    /** What became of one attempt with a well-known password. */
    enum Try {
        ACCEPTED,
        REFUSED,
        /** Tried within the last day already, and it is not known how that ended. */
        RECENT,
        /** No pair is known for this maker, or the maker is not. */
        NO_PAIR,
        /** The stored login is refused: the device may be counting. */
        QUARANTINED,
        /** The device told of a lock, or of few attempts left. */
        NEAR_LOCK,
        /** It asked for no login, or did not answer. */
        NOT_ASKED,
        /** Everything is only rehearsed. */
        REHEARSED
    }
}
