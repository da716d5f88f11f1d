package vn.vigil.rtsp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import vn.vigil.base.Codec;
import vn.vigil.base.World;
import vn.vigil.net.HttpAuth;
import vn.vigil.net.NetException;
import vn.vigil.net.Talk;

/** One camera's OPTIONS and DESCRIBE, fed piece by piece. The login is offered once. */
final class LightTalk implements Talk {
    private static final String USER_AGENT = RtspOptions.defaults().userAgent();

    private final World world;
    private final LightCheck.Subject subject;
    private final Consumer<LightResult> told;
    private final HttpAuth auth;
    private final RtspFrames frames = new RtspFrames();
    private final String url;
    private final long begun;
    private RtspException.Step step = RtspException.Step.TCP;
    private int cseq;
    private int attempts;
    private long sent;
    private Duration roundTrip;

    LightTalk(World world, LightCheck.Subject subject, Consumer<LightResult> told) {
        this.world = world;
        this.subject = subject;
        this.told = told;
        this.auth = new HttpAuth(world, subject.login(), subject.basicAllowed());
        this.url = subject.url().toString();
        this.begun = world.nanos();
    }

    @Override
    public byte[] connected() {
        return ask(RtspException.Step.OPTIONS);
    }

    private byte[] ask(RtspException.Step next) {
        attempts = next == step ? attempts + 1 : 1;
        step = next;
        RtspMessage request = RtspMessage.request(next.name(), url)
                .with("CSeq", Integer.toString(++cseq))
                .with("User-Agent", USER_AGENT);
        if (next == RtspException.Step.DESCRIBE) {
            request.with("Accept", "application/sdp");
        }
        String authorization = auth.authorization(next.name(), url);
        if (authorization != null) {
            request.with("Authorization", authorization);
        }
        sent = world.nanos();
        return request.print();
    }

    @Override
    public byte[] received(ByteBuffer in) {
        byte[] out = MORE;
        try {
            for (RtspFrame frame = frames.next(in); frame != null; frame = frames.next(in)) {
                byte[] one = frame instanceof RtspMessage message ? take(message) : MORE;
                if (one == null) {
                    return null;
                }
                out = out.length == 0 ? one : join(out, one);
            }
            return out;
        } catch (RtspFault e) {
            end(new RtspException(RtspException.Cause.PROTOCOL, step, e.getMessage()), null);
        } catch (RtspException e) {
            end(e, null);
        }
        return null;
    }

    private byte[] take(RtspMessage message) throws RtspException {
        if (message.isRequest()) {
            Conversation.refuseRedirect(step, message);
            return Conversation.answerTo(message).print();
        }
        boolean ours = message.cseq() == cseq || message.cseq() < 0;
        if (message.status() < 200 || !ours) {
            return MORE;
        }
        roundTrip = roundTrip == null ? Duration.ofNanos(world.nanos() - sent) : roundTrip;
        if (message.status() == 401) {
            Conversation.refuseOrRenew(auth, step, message);
            if (attempts == Conversation.MOST_ATTEMPTS) {
                throw new RtspException(RtspException.Cause.PROTOCOL, step, "logins asked for without end");
            }
            return ask(step);
        }
        RtspException refusal = message.status() < 300 ? null : Conversation.refusal(step, message);
        if (refusal == null) {
            auth.accepted();
        }
        if (step == RtspException.Step.OPTIONS) {
            // Some cameras do not know OPTIONS, or not for this address; what counts is what they say to DESCRIBE.
            boolean unknown = refusal != null
                    && (refusal.cause() == RtspException.Cause.REJECTED
                            || refusal.cause() == RtspException.Cause.NOT_FOUND);
            if (refusal != null && !unknown) {
                throw refusal;
            }
            return ask(RtspException.Step.DESCRIBE);
        }
        if (refusal != null) {
            throw refusal;
        }
        described(message);
        return null;
    }

    private void described(RtspMessage reply) throws RtspException {
        String base = reply.header("Content-Base");
        Presentation.Track video = Describing.describe(
                        subject.url(), base != null ? base : reply.header("Content-Location"), reply.body())
                .presentation()
                .video();
        if (video == null) {
            throw new RtspException(RtspException.Cause.NO_TRACK, step, "no video track that can be received");
        }
        end(null, video.format().codec());
    }

    private void end(RtspException failure, Codec codec) {
        told.accept(new LightResult(true, step, failure, codec, roundTrip, Duration.ofNanos(world.nanos() - begun)));
    }

    @Override
    public void failed(NetException e) {
        end(new RtspException(step, e), null);
    }

    @Override
    public void notRun() {
        told.accept(new LightResult(false, step, null, null, roundTrip, Duration.ofNanos(world.nanos() - begun)));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
