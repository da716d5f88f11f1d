package vn.vigil.seal;

import java.net.URI;
import java.time.Duration;
import vn.vigil.base.World;

/**
 * Asks a timestamp authority (RFC 3161 over HTTP). Only an answer that {@link TimestampToken#verify} believes comes back. The
 * address is the operator's own setting, so loopback is allowed. Safe for several threads.
 */
public final class TimestampClient {
    /** How long an authority may take to answer when nothing else is set. */
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    /**
     * @param address {@code http} or {@code https}
     * @param anchors the roots one of which must have issued the authority's certificate
     * @param deadline for the whole exchange
     * @throws vn.vigil.base.VigilException {@code USAGE} for an address of another kind
     */
    public TimestampClient(World world, URI address, TrustAnchors anchors, Duration deadline) {}

    /** With the usual {@link #DEADLINE}. */
    public TimestampClient(World world, URI address, TrustAnchors anchors) {
        this(world, address, anchors, DEADLINE);
    }

    /**
     * Has the SHA-256 stamped.
     *
     * @param imprint 32 bytes
     * @throws TimestampException for every answer that is not a good token for these bytes and this question
     */
    public TimestampToken stamp(byte[] imprint) throws TimestampException {
        throw new UnsupportedOperationException();
    }
}
