package vn.vigil.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;

/**
 * Pairs of neighbouring UDP ports, the lower one even, as RTP and RTCP want them (RFC 3550 §11). Only datagrams of one remote
 * address are let in. For one thread; {@link #close()} may come from any.
 */
public final class UdpPorts implements Closeable {
    private static final int ATTEMPTS = 64;
    private static final int RECEIVE_BUFFER = 2 << 20;

    /**
     * One datagram.
     *
     * @param socket index of the port it came to: pair × 2, plus 1 for the upper port
     */
    public record Datagram(int socket, byte[] data) {}

    private final InetAddress local;
    private final InetAddress remote;
    private final Selector selector;
    private final List<DatagramChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(65536);

    private UdpPorts(InetAddress local, InetAddress remote, Selector selector) {
        this.local = local;
        this.remote = remote;
        this.selector = selector;
    }

    /** No ports yet, on the local address of {@code connection}, for its remote address alone. */
    public static UdpPorts beside(TcpConnection connection) throws NetException {
        try {
            return new UdpPorts(connection.localAddress(), connection.remoteAddress(), Selector.open());
        } catch (IOException e) {
            throw new NetException(NetException.Cause.UNREACHABLE, "no UDP", e);
        }
    }

    /**
     * Opens a further pair.
     *
     * @return its lower port
     */
    public int addPair() throws NetException {
        IOException last = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            DatagramChannel lower = null;
            DatagramChannel upper = null;
            try {
                lower = open(0);
                int port = port(lower);
                if (port % 2 == 0 && port < 65535) {
                    upper = open(port + 1);
                    lower.register(selector, SelectionKey.OP_READ, channels.size());
                    upper.register(selector, SelectionKey.OP_READ, channels.size() + 1);
                    channels.add(lower);
                    channels.add(upper);
                    return port;
                }
            } catch (IOException e) {
                last = e;
                close(upper);
            }
            close(lower);
        }
        throw new NetException(NetException.Cause.UNREACHABLE, "no free pair of UDP ports", last);
    }

    private DatagramChannel open(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(new InetSocketAddress(local, port));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static int port(DatagramChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private static void close(DatagramChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Given up either way.
        }
    }

    /** The next datagram, or null at the deadline. */
    public Datagram receive(Deadline deadline) throws NetException {
        try {
            while (true) {
                for (SelectionKey key : selector.selectedKeys()) {
                    buffer.clear();
                    InetSocketAddress from = (InetSocketAddress) ((DatagramChannel) key.channel()).receive(buffer);
                    if (from != null && from.getAddress().equals(remote)) {
                        byte[] data = new byte[buffer.position()];
                        buffer.flip().get(data);
                        return new Datagram((Integer) key.attachment(), data);
                    }
                }
                selector.selectedKeys().clear();
                int left = deadline.leftMillis();
                if (left == 0 && selector.selectNow() == 0
                        || left > 0 && selector.select(left) == 0 && deadline.passed()) {
                    return null;
                }
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            throw new NetException(NetException.Cause.CLOSED, "UDP ports closed", e);
        }
    }

    /** Sends from one of our ports to a port of the remote address. */
    public void send(int socket, int remotePort, byte[] data) throws NetException {
        try {
            channels.get(socket).send(ByteBuffer.wrap(data), new InetSocketAddress(remote, remotePort));
        } catch (IOException e) {
            throw new NetException(NetException.Cause.UNREACHABLE, "cannot send by UDP", e);
        }
    }

    @Override
    public void close() {
        channels.forEach(UdpPorts::close);
        try {
            selector.close();
        } catch (IOException e) {
            // Given up either way.
        }
    }
}
