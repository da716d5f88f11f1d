package vn.vigil.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Listens on ports of the loopback interface, and on no other: what simulated devices stand on. One thread accepts for all
 * ports; each connection is served by a thread of its own. All threads are daemons. Safe for use by several threads.
 */
public final class LoopbackServer implements AutoCloseable {
    /** How long {@link #close()} waits for each thread that serves a connection. */
    private static final long JOIN_MILLIS = 5_000;

    private final String name;
    private final Selector selector;
    private final Thread acceptor;
    private final Set<Port> ports = ConcurrentHashMap.newKeySet();
    private final Queue<Port> closing = new ConcurrentLinkedQueue<>();

    private LoopbackServer(String name) throws IOException {
        this.name = name;
        this.selector = Selector.open();
        this.acceptor = new Thread(this::accept, name + " accept");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** @param name the first word of its threads' names */
    public static LoopbackServer open(String name) throws IOException {
        return new LoopbackServer(name);
    }

    /**
     * Opens a port.
     *
     * @param port the number, or 0 for any free one
     * @param handler serves each connection, in the connection's own thread; the connection is closed when it returns or throws
     */
    public Port listen(int port, Handler handler) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(loopback(), port), 128);
            channel.configureBlocking(false);
            Port opened = new Port(channel, handler);
            ports.add(opened);
            channel.register(selector, SelectionKey.OP_ACCEPT, opened);
            selector.wakeup();
            return opened;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Closes all ports and connections and waits until their threads have ended. */
    @Override
    public void close() throws IOException {
        for (Port port : ports) {
            port.close();
        }
        selector.close();
        join(acceptor);
    }

    private void accept() {
        try {
            while (selector.isOpen()) {
                selector.select();
                for (Port port = closing.poll(); port != null; port = closing.poll()) {
                    port.release();
                }
                var keys = selector.selectedKeys();
                for (SelectionKey key : keys) {
                    ((Port) key.attachment()).accept();
                }
                keys.clear();
            }
        } catch (ClosedSelectorException e) {
            // close() was called: that is how this thread ends
        } catch (IOException e) {
            throw new IllegalStateException("loopback selector failed", e);
        }
    }

    /** Two neighbouring UDP ports, the lower one even, as RTP and RTCP want them (RFC 3550 §11). */
    public static Datagrams datagrams() throws IOException {
        for (int attempt = 0; ; attempt++) {
            DatagramSocket even = new DatagramSocket(0, loopback());
            try {
                if (even.getLocalPort() % 2 == 0) {
                    return new Datagrams(even, new DatagramSocket(even.getLocalPort() + 1, loopback()));
                }
            } catch (IOException e) {
                if (attempt >= 50) {
                    even.close();
                    throw e;
                }
            }
            even.close();
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }

    private static void join(Thread thread) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Serves one connection; ends when it returns or throws. */
    public interface Handler {
        void serve(Connection connection) throws IOException;
    }

    /** One open port. Thread-safe. */
    public final class Port implements AutoCloseable {
        private final ServerSocketChannel channel;
        private final Handler handler;
        private final int number;
        private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean closed;

        private Port(ServerSocketChannel channel, Handler handler) throws IOException {
            this.channel = channel;
            this.handler = handler;
            this.number = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        }

        /** The number of the port, never 0. */
        public int number() {
            return number;
        }

        private void accept() {
            try {
                SocketChannel accepted = channel.accept();
                if (accepted == null) {
                    return;
                }
                accepted.configureBlocking(true);
                Connection connection = new Connection(this, accepted.socket());
                connections.add(connection);
                connection.thread.start();
                if (closed) {
                    connection.close();
                }
            } catch (IOException e) {
                // the caller went away before it was served, or the port was closed meanwhile
            }
        }

        /** A registered channel stays bound until its selector has let go of the key, so the accepting thread closes it. */
        private void release() throws IOException {
            channel.close();
            selector.selectNow();
            released.countDown();
        }

        /** Closes the port and its connections and waits until their threads have ended. */
        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            closing.add(this);
            selector.wakeup();
            try {
                released.await(JOIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ports.remove(this);
            List<Connection> open = new ArrayList<>(connections);
            for (Connection connection : open) {
                connection.close();
                connection.thread.interrupt();
            }
            for (Connection connection : open) {
                join(connection.thread);
            }
        }
    }

    /** A pair of UDP ports to send from. Confined to one thread, but for {@link #close()}. */
    public static final class Datagrams implements AutoCloseable {
        private final DatagramSocket even;
        private final DatagramSocket odd;

        private Datagrams(DatagramSocket even, DatagramSocket odd) {
            this.even = even;
            this.odd = odd;
        }

        /** The lower of the two ports. */
        public int port() {
            return even.getLocalPort();
        }

        /**
         * Sends one datagram to a port of the loopback interface.
         *
         * @param second from the odd port, else from the even one
         */
        public void send(boolean second, byte[] data, int from, int length, int toPort) throws IOException {
            (second ? odd : even).send(new DatagramPacket(data, from, length, loopback(), toPort));
        }

        @Override
        public void close() {
            even.close();
            odd.close();
        }
    }

    /** One accepted connection, used by the thread that serves it; {@link #close()} may be called from any. */
    public final class Connection implements AutoCloseable {
        private final Port port;
        private final Socket socket;
        private final Thread thread;

        private Connection(Port port, Socket socket) throws IOException {
            this.port = port;
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.thread = new Thread(this::serve, name + " " + port.number + "<" + socket.getPort());
            thread.setDaemon(true);
        }

        public InputStream in() throws IOException {
            return socket.getInputStream();
        }

        public OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        /** @param millis after which a read throws {@link java.net.SocketTimeoutException}; 0 waits for ever */
        public void readTimeout(int millis) throws IOException {
            socket.setSoTimeout(millis);
        }

        private void serve() {
            try {
                port.handler.serve(this);
            } catch (IOException e) {
                // the other side left, or close() was called: both end the connection
            } catch (RuntimeException e) {
                // close() interrupts, which shows in many ways; anything else is a fault of the handler
                if (!port.closed) {
                    throw e;
                }
            } finally {
                port.connections.remove(this);
                close();
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // closing is all that was wanted
            }
        }
    }
}
