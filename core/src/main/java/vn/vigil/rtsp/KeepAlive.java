package vn.vigil.rtsp;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.NetException;

/**
 * Keeps a session alive at half its timeout: by GET_PARAMETER where the camera lists it, else by OPTIONS, which every camera
 * answers (and whose reply lists the methods, if nobody asked before). A camera that refuses the one gets the other from
 * then on.
 */
final class KeepAlive {
    private final World world;
    private final Duration interval;
    private boolean publicKnown;
    private boolean getParameter;
    private Deadline next;
    private int asked = -1;

    KeepAlive(World world, Duration interval, boolean publicKnown, Set<String> methods) {
        this.world = world;
        this.interval = interval.toMillis() < 500 ? Duration.ofMillis(500) : interval;
        this.publicKnown = publicKnown;
        this.getParameter = methods.contains("GET_PARAMETER");
        this.next = Deadline.in(world, this.interval);
    }

    boolean due() {
        return next.passed();
    }

    Duration left() {
        return next.left();
    }

    void send(Conversation conversation, CameraUrl url) throws NetException {
        conversation.send(getParameter ? "GET_PARAMETER" : "OPTIONS", url.toString(), Map.of());
        asked = conversation.cseq();
        next = Deadline.in(world, interval);
    }

    /** A reply came while streaming; every other than the latest keep-alive's is passed over. */
    void answered(Conversation conversation, RtspMessage reply, CameraUrl url) throws NetException, RtspException {
        if (asked < 0 || reply.cseq() != asked) {
            return;
        }
        asked = -1;
        if (reply.status() == 401) {
            conversation.refuseOrRenew(RtspException.Step.STREAM, reply);
            send(conversation, url);
        } else if (reply.status() == 454 || reply.status() >= 300 && reply.status() < 400) {
            throw Conversation.refusal(RtspException.Step.STREAM, reply);
        } else if (reply.status() < 300) {
            conversation.accepted();
            if (!publicKnown) {
                publicKnown = true;
                if (RtspSession.publicMethods(reply).contains("GET_PARAMETER")) {
                    getParameter = true;
                    send(conversation, url); // to some, OPTIONS alone keeps nothing alive
                }
            }
        } else if (getParameter) {
            getParameter = false;
            send(conversation, url);
        }
    }
}
