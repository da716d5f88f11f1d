package vn.vigil.rtsp;

import java.io.Closeable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;

/**
 * One conversation with a camera: {@code open}, {@code options}, {@code describe}, {@code setup}, {@code play}, {@code next}
 * until enough has been seen, {@code close}. Keep-alive is sent from within {@link #next}, so call it at least every few
 * seconds. For one thread; {@link #close()} may come from any.
 */
public final class RtspSession implements Closeable {
    /** Connects. @param login null to go without; the address's own user info is not used */
    public static RtspSession open(
            World world, CameraUrl url, Login login, AddressRules rules, RtspOptions options, Deadline deadline)
            throws RtspException {
        throw new UnsupportedOperationException();
    }

    /** Asks which methods are known. */
    public Set<String> options(Deadline deadline) throws RtspException {
        throw new UnsupportedOperationException();
    }

    /** Asks what there is to see; the login is offered here when it is asked for. */
    public Presentation describe(Deadline deadline) throws RtspException {
        throw new UnsupportedOperationException();
    }

    /** Sets up some of the described tracks (indices) for what will be played. */
    public void setup(Collection<Integer> tracks, PlayRequest request, Deadline deadline) throws RtspException {
        throw new UnsupportedOperationException();
    }

    /** Starts what {@link #setup} prepared. */
    public void play(Deadline deadline) throws RtspException {
        throw new UnsupportedOperationException();
    }

    /** Waits for the next event; after Ended, only Ended. */
    public RtspEvent next(Deadline deadline) throws RtspException {
        throw new UnsupportedOperationException();
    }

    /** What was seen so far, one entry for each track set up. */
    public List<StreamFacts> facts() {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 of the camera's TLS key in hex, null without TLS. */
    public String fingerprint() {
        throw new UnsupportedOperationException();
    }

    /** Takes leave (TEARDOWN, at most one second) and closes the connection. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
