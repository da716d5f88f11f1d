package vn.vigil.rtsp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.NetException;
import vn.vigil.net.TcpConnection;
import vn.vigil.net.UdpPorts;

/** The tracks set up in a session, and which packet belongs to which. For one thread. */
final class Receiving {
    private final World world;
    private final TcpConnection connection;
    private final Queue<RtspEvent> events;
    /** By channel, or by UDP socket: even entries receive RTP, odd ones RTCP. */
    private final TrackReceiver[] rtp = new TrackReceiver[256];

    private final TrackReceiver[] rtcp = new TrackReceiver[256];
    private final List<TrackReceiver> tracks = new ArrayList<>();
    private final List<TrackReceiver> watched = new ArrayList<>();
    private final List<int[]> serverPorts = new ArrayList<>();
    private boolean watchesVideo;
    private UdpPorts ports;
    private long lastWatched;
    private int stray;

    Receiving(World world, TcpConnection connection, Queue<RtspEvent> events) {
        this.world = world;
        this.connection = connection;
        this.events = events;
        this.lastWatched = world.nanos();
    }

    boolean isEmpty() {
        return tracks.isEmpty();
    }

    int nextChannel() {
        return tracks.size() * 2;
    }

    int openPorts() throws NetException {
        if (ports == null) {
            ports = UdpPorts.beside(connection);
        }
        return ports.addPair();
    }

    /**
     * A track was set up.
     *
     * @param asked the interleaved channel asked for; the reply's counts where it differs
     */
    void add(int index, Formats.Chosen chosen, TransportHeader transport, int asked, boolean udp) throws NetException {
        TrackReceiver receiver = new TrackReceiver(index, chosen, events);
        int data = udp || transport.channel() < 0 ? asked : transport.channel();
        int control = udp || transport.control() < 0 ? Math.min(255, data + 1) : transport.control();
        tracks.add(receiver);
        rtp[data] = receiver;
        rtcp[control] = receiver;
        boolean video = chosen.format().codec().video();
        if (video && !watchesVideo) {
            watched.clear();
            watchesVideo = true;
        }
        if (video == watchesVideo) {
            watched.add(receiver);
        }
        if (udp) {
            serverPorts.add(new int[] {asked, transport.serverPort(), transport.serverControl()});
            keepAlive();
        }
    }

    /** Opens firewalls towards the camera's UDP ports, and shows devices that look for it a receiver report. */
    void keepAlive() throws NetException {
        for (int[] p : serverPorts) {
            if (p[1] > 0) {
                ports.send(p[0], p[1], new byte[0]);
            }
            if (p[2] > 0) {
                ports.send(p[0] + 1, p[2], RtcpSenderReport.emptyReceiverReport(0));
            }
        }
    }

    void interleaved(int channel, byte[] data) {
        take(channel, data, connection.arrivedNanos());
    }

    private void take(int channel, byte[] data, long arrived) {
        if (rtp[channel] != null) {
            if (rtp[channel].rtp(data, arrived) && watched.contains(rtp[channel])) {
                lastWatched = arrived;
            }
        } else if (rtcp[channel] != null) {
            rtcp[channel].rtcp(data, arrived);
        } else {
            stray++;
        }
    }

    boolean isUdp() {
        return ports != null;
    }

    /**
     * Waits a little for one datagram.
     *
     * @return false when there was none
     */
    boolean udp(Deadline deadline) throws NetException {
        UdpPorts.Datagram datagram = ports.receive(deadline.within(Duration.ofMillis(100)));
        if (datagram != null) {
            take(datagram.socket(), datagram.data(), world.nanos());
        }
        return datagram != null;
    }

    /** When a packet of video last arrived (of any track, where there is no video), on the world's ticker. */
    long lastWatched() {
        return lastWatched;
    }

    boolean terminal() {
        return all(true);
    }

    boolean bye() {
        return all(false);
    }

    private boolean all(boolean terminal) {
        for (TrackReceiver t : watched) {
            if (!(terminal ? t.ended() : t.bye())) {
                return false;
            }
        }
        return !watched.isEmpty();
    }

    /** The recorded time that the slowest watched track has reached, or null. */
    Instant reached() {
        Instant least = null;
        for (TrackReceiver t : watched) {
            if (t.reached() == null) {
                return null;
            }
            least = least == null || t.reached().isBefore(least) ? t.reached() : least;
        }
        return least;
    }

    /** The receiver of a track that was set up. */
    TrackReceiver track(int index) {
        for (TrackReceiver t : tracks) {
            if (t.track == index) {
                return t;
            }
        }
        throw new IllegalArgumentException("track " + index + " was not set up");
    }

    /** Whether the stream's progress is judged by this track: a video track, where there is one. */
    boolean watches(TrackReceiver track) {
        return watched.contains(track);
    }

    int stray() {
        return stray;
    }

    void flush() {
        tracks.forEach(TrackReceiver::flush);
    }

    List<StreamFacts> facts() {
        List<StreamFacts> facts = new ArrayList<>();
        for (TrackReceiver t : tracks) {
            facts.add(t.facts());
        }
        return facts;
    }

    void close() {
        if (ports != null) {
            ports.close();
        }
    }
}
