package vn.vigil.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import vn.vigil.base.World;

/** Waits for connections: the simulated site's front door. Safe to close from another thread, which ends a waiting accept. */
public final class TcpListener implements Closeable {
    private final World world;
    private final ServerSocket socket;

    private TcpListener(World world, ServerSocket socket) {
        this.world = world;
        this.socket = socket;
    }

    /**
     * Listens on one address.
     *
     * @param host literal address or name of this machine
     * @param port 0 picks a free one, told by {@link #port()}
     */
    public static TcpListener open(World world, String host, int port) throws NetException {
        try {
            ServerSocket socket = new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    DeadlineSocket accepted = new DeadlineSocket();
                    implAccept(accepted);
                    return accepted;
                }
            };
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), 256);
            return new TcpListener(world, socket);
        } catch (IOException e) {
            throw new NetException(NetException.Cause.UNREACHABLE, "cannot listen on " + host + " port " + port, e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Waits for the next connection; CLOSED once this listener is closed. */
    public TcpConnection accept() throws NetException {
        try {
            Socket s = socket.accept();
            s.setTcpNoDelay(true);
            return TcpConnection.accepted(world, s);
        } catch (IOException e) {
            throw new NetException(NetException.Cause.CLOSED, "listener closed", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing listens any more either way.
        }
    }
}
