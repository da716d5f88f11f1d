package vn.vigil.rtsp;

import java.time.Duration;
import vn.vigil.net.TlsTrust;

/**
 * How to hold an RTSP conversation.
 *
 * @param transport TCP interleaved, UDP, or TCP first and UDP when the camera refuses it
 * @param basicAllowed whether the password may be sent by Basic when nothing better is offered
 * @param userAgent some cameras answer only when one is given
 * @param watchdog silence of the video track after which {@link RtspEvent.Stalled} is reported, and a replay counts as ended
 * @param trust whom to believe behind {@code rtsps}
 */
public record RtspOptions(
        Transport transport, boolean basicAllowed, String userAgent, Duration watchdog, TlsTrust trust) {
    /** How packets travel. */
    public enum Transport {
        TCP,
        UDP,
        TCP_THEN_UDP
    }

    /** TCP first, no Basic, five seconds of watchdog, any key. */
    public static RtspOptions defaults() {
        return new RtspOptions(Transport.TCP_THEN_UDP, false, "vigil", Duration.ofSeconds(5), TlsTrust.anyKey());
    }

    public RtspOptions withTransport(Transport other) {
        return new RtspOptions(other, basicAllowed, userAgent, watchdog, trust);
    }

    public RtspOptions withBasicAllowed(boolean allowed) {
        return new RtspOptions(transport, allowed, userAgent, watchdog, trust);
    }

    public RtspOptions withWatchdog(Duration length) {
        return new RtspOptions(transport, basicAllowed, userAgent, length, trust);
    }

    public RtspOptions withTrust(TlsTrust other) {
        return new RtspOptions(transport, basicAllowed, userAgent, watchdog, other);
    }
}
