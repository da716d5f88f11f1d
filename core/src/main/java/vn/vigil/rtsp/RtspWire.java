package vn.vigil.rtsp;

import java.io.Closeable;
import vn.vigil.base.Deadline;
import vn.vigil.net.NetException;
import vn.vigil.net.TcpConnection;

/**
 * Messages and interleaved packets over one connection. A read that runs out of time loses nothing. For one
 * thread; {@link #close()} may come from any.
 */
final class RtspWire implements Closeable {
    private final TcpConnection connection;

    RtspWire(TcpConnection connection) {
        this.connection = connection;
    }

    /**
     * The next message or packet.
     *
     * @return null when the other side has closed between two of them
     * @throws RtspFault when what comes is neither: garbage between frames, a bad or oversized head or body
     * @throws NetException TIMEOUT at the deadline, CLOSED when the connection broke
     */
    RtspFrame next(Deadline deadline) throws NetException, RtspFault {
        while (true) {
            if (connection.ensure(1, deadline) == 0) {
                return null;
            }
            int first = connection.at(0);
            if (first == '$') {
                return interleaved(deadline);
            }
            if (first == '\r' || first == '\n') {
                connection.skip(1); // some devices end a body with a line end that its length does not count
            } else if (first >= 'A' && first <= 'Z') {
                return message(deadline);
            } else {
                throw new RtspFault("garbage between frames");
            }
        }
    }

    private RtspFrame interleaved(Deadline deadline) throws NetException {
        need(4, deadline);
        int length = connection.at(2) << 8 | connection.at(3);
        need(4 + length, deadline);
        int channel = connection.at(1);
        connection.skip(4);
        return new RtspFrame.Interleaved(channel, connection.take(length));
    }

    private RtspMessage message(Deadline deadline) throws NetException, RtspFault {
        int head = headLength(deadline);
        // Parsed before it is taken: when the body is late the next call begins here again.
        byte[] bytes = new byte[head];
        for (int i = 0; i < head; i++) {
            bytes[i] = (byte) connection.at(i);
        }
        RtspMessage message = RtspMessage.parseHead(bytes);
        int length = message.contentLength();
        need(head + length, deadline);
        connection.skip(head);
        return length == 0 ? message : message.withBody(connection.take(length));
    }

    private int headLength(Deadline deadline) throws NetException, RtspFault {
        for (int i = 0; i < RtspMessage.MAX_HEAD; i++) {
            need(i + 1, deadline);
            int c = connection.at(i);
            if (c == 0) {
                throw new RtspFault("garbage between frames");
            }
            if (c == '\n'
                    && i > 0
                    && (connection.at(i - 1) == '\n'
                            || connection.at(i - 1) == '\r' && i > 1 && connection.at(i - 2) == '\n')) {
                return i + 1;
            }
        }
        throw new RtspFault("a message head longer than " + RtspMessage.MAX_HEAD + " bytes");
    }

    private void need(int count, Deadline deadline) throws NetException {
        if (connection.ensure(count, deadline) < count) {
            throw new NetException(NetException.Cause.CLOSED, "connection closed within a frame");
        }
    }

    /** Sends a message. */
    void send(RtspMessage message) throws NetException {
        connection.write(message.print());
    }

    /** The connection underneath. */
    TcpConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        connection.close();
    }
}
