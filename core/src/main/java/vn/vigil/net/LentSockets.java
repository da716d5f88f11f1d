package vn.vigil.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/**
 * Sockets for a library that speaks a protocol of its own, such as mail, over connections of ours. Whatever place the library
 * asks for, they lead to the one endpoint, at the address that the rules resolved; every read ends at the one deadline; no
 * more than {@value #MAX_BYTES} bytes are taken in. The send buffer is ordered larger than what is meant to be sent, so that
 * a peer that reads nothing does not hold a write up. For one conversation.
 */
public final class LentSockets {
    private static final int MAX_BYTES = 1 << 20;
    private static final int SEND_BUFFER = 256 * 1024;

    private final World world;
    private final Endpoint endpoint;
    private final InetAddress address;
    private final TlsTrust trust;
    private final Deadline deadline;
    private volatile InetAddress local;

    private LentSockets(World world, Endpoint endpoint, InetAddress address, TlsTrust trust, Deadline deadline) {
        this.world = world;
        this.endpoint = endpoint;
        this.address = address;
        this.trust = trust;
        this.deadline = deadline;
    }

    /**
     * Resolves the endpoint; nothing is connected yet.
     *
     * @param endpoint with {@code tls}, TLS is spoken from the first byte
     * @param trust whom TLS believes, also where it begins later
     * @throws NetException UNRESOLVED, TIMEOUT, FORBIDDEN_ADDRESS
     */
    public static LentSockets to(World world, Endpoint endpoint, AddressRules rules, TlsTrust trust, Deadline deadline)
            throws NetException {
        return new LentSockets(world, endpoint, rules.resolve(endpoint.host(), deadline), trust, deadline);
    }

    /** The endpoint's address written out: a library that is given this asks no resolver. */
    public String address() {
        return address.getHostAddress();
    }

    /** Our own address once connected, as it stands in an EHLO command (RFC 5321 §4.1.3). */
    public String localLiteral() {
        InetAddress own = local;
        String text = own == null ? "127.0.0.1" : own.getHostAddress();
        int scope = text.indexOf('%');
        String bare = scope < 0 ? text : text.substring(0, scope);
        return bare.indexOf(':') < 0 ? "[" + bare + "]" : "[IPv6:" + bare + "]";
    }

    /** Makes the connection itself. */
    public SocketFactory connecting() {
        return new Connecting();
    }

    /** Puts TLS over a connection that {@link #connecting} made: what STARTTLS asks for. */
    public SSLSocketFactory securing() {
        return new Securing();
    }

    /** What a failure means that has one of these sockets somewhere among its causes; null when it has none. */
    public NetException explain(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException e) {
                return TcpConnection.explain(innermost(e), endpoint.toString());
            }
        }
        return null;
    }

    /** A library wraps the cause in exceptions of its own kind; what the network said lies deepest. */
    private static IOException innermost(IOException e) {
        IOException found = e;
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IOException deeper) {
                found = deeper;
            }
        }
        return found;
    }

    private final class Lent extends DeadlineSocket {
        private volatile SSLSocket secure;

        @Override
        public void connect(SocketAddress ignored) throws IOException {
            connect(ignored, 0);
        }

        @Override
        public void connect(SocketAddress ignored, int ignoredMillis) throws IOException {
            int left = LentSockets.this.deadline.leftMillis();
            if (left == 0) {
                throw new SocketTimeoutException();
            }
            setTcpNoDelay(true);
            setSendBufferSize(SEND_BUFFER);
            super.connect(new InetSocketAddress(address, endpoint.port()), left);
            deadline = LentSockets.this.deadline;
            local = getLocalAddress();
            if (endpoint.tls()) {
                // TLS takes our plain streams now, before getInputStream hands out its own.
                secure = new Tls(world, trust).agree(this, endpoint);
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return secure != null ? secure.getInputStream() : new Bounded(super.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return secure != null ? secure.getOutputStream() : super.getOutputStream();
        }
    }

    /** An answer without end is no answer. */
    private static final class Bounded extends FilterInputStream {
        private int left = MAX_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            left -= Math.max(0, n);
            if (left < 0) {
                throw new NetException(NetException.Cause.TOO_LARGE, "more than " + MAX_BYTES + " bytes came");
            }
            return n;
        }
    }

    private final class Connecting extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Lent();
        }

        private Socket connected() throws IOException {
            Socket socket = createSocket();
            socket.connect(null);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return connected();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return connected();
        }
    }

    /** Only puts TLS over what is connected; asked for a connection of its own, it refuses. */
    private final class Securing extends SSLSocketFactory {
        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            return new Tls(world, trust).over(plain, endpoint);
        }

        private NetException refused() {
            return new NetException(NetException.Cause.FORBIDDEN_ADDRESS, "no connection but the one to " + endpoint);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            throw refused();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            throw refused();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            throw refused();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            throw refused();
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return new String[0];
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return new String[0];
        }
    }
}
