package vn.vigil.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.NetException;

/**
 * Asks a timestamp authority (RFC 3161 over HTTP). Only an answer that {@link TimestampToken#verify} believes comes back. The
 * address is the operator's own setting, so loopback is allowed. Safe for several threads.
 */
public final class TimestampClient {
    /** How long an authority may take to answer when nothing else is set. */
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final int NONCE_BITS = 128;

    private final World world;
    private final TrustAnchors anchors;
    private final Duration deadline;
    private final WebAddress address;

    /**
     * @param address {@code http} or {@code https}, without user info
     * @param anchors the roots one of which must have issued the authority's certificate
     * @param deadline for the whole exchange
     * @throws VigilException {@code USAGE} for an address of another kind
     */
    public TimestampClient(World world, URI address, TrustAnchors anchors, Duration deadline) {
        this.world = world;
        this.anchors = anchors;
        this.deadline = deadline;
        this.address = WebAddress.of(address);
        if (this.address == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-SEAL-TSA-URL", SealText.BAD_TSA_URL.with());
        }
    }

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
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            // The top bit is set so that the nonce has one length always; some authorities drop leading zeros.
            BigInteger nonce = new BigInteger(NONCE_BITS - 1, world.random()).setBit(NONCE_BITS - 2);
            TimeStampRequest question = generator.generate(NISTObjectIdentifiers.id_sha256, imprint, nonce);
            return read(ask(question.getEncoded()), nonce, imprint);
        } catch (NetException e) {
            throw new TimestampException(fault(e), reason(e), e);
        } catch (IOException | TSPException | RuntimeException e) {
            throw new TimestampException(TimestampFault.NOT_A_REPLY, SealText.TSA_NOT_A_REPLY.with(where()), e);
        }
    }

    private byte[] ask(byte[] question) throws IOException, TimestampException {
        HttpRequest request = HttpRequest.post(address.target(), "application/timestamp-query", question);
        HttpReply reply = address.send(world, request, Deadline.in(world, deadline));
        if (reply.status() != 200) {
            throw new TimestampException(
                    TimestampFault.HTTP_STATUS, SealText.TSA_HTTP_STATUS.with(where(), reply.status()), null);
        }
        return reply.body();
    }

    private TimestampToken read(byte[] body, BigInteger nonce, byte[] imprint)
            throws IOException, TSPException, TimestampException {
        TimeStampResponse answer = new TimeStampResponse(body);
        if (answer.getStatus() != PKIStatus.GRANTED && answer.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
            throw new TimestampException(TimestampFault.REJECTED, SealText.TSA_REJECTED.with(where()), null);
        }
        if (answer.getTimeStampToken() == null) {
            throw new TimestampException(TimestampFault.NOT_A_REPLY, SealText.TSA_NOT_A_REPLY.with(where()), null);
        }
        if (!nonce.equals(answer.getTimeStampToken().getTimeStampInfo().getNonce())) {
            throw new TimestampException(TimestampFault.WRONG_NONCE, SealText.TSA_WRONG_NONCE.with(where()), null);
        }
        return TimestampToken.verify(answer.getTimeStampToken().getEncoded(), imprint, anchors, world.now());
    }

    private static TimestampFault fault(NetException e) {
        return switch (e.cause()) {
            case TIMEOUT -> TimestampFault.TOO_SLOW;
            case PROTOCOL, TOO_LARGE -> TimestampFault.NOT_A_REPLY;
            default -> TimestampFault.UNREACHABLE;
        };
    }

    private Message reason(NetException e) {
        return switch (e.cause()) {
            case TIMEOUT -> SealText.TSA_TOO_SLOW.with(where(), deadline.toSeconds());
            case PROTOCOL, TOO_LARGE -> SealText.TSA_NOT_A_REPLY.with(where());
            default -> SealText.TSA_UNREACHABLE.with(where());
        };
    }

    private String where() {
        return address.endpoint().toString();
    }
}
