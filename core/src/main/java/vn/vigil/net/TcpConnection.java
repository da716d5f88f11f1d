package vn.vigil.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/**
 * A TCP connection, plain or TLS, whose every read ends at a {@link Deadline} however slowly bytes drip in. What has arrived
 * waits in a buffer until it is {@linkplain #take taken}, so a read that ran out of time loses nothing and can be repeated.
 *
 * <p>For one thread at a time; {@link #close()} may come from any and ends a waiting read with CLOSED. Writes are not bounded
 * in time: they are meant for requests small enough for the socket's own buffer.
 */
public final class TcpConnection implements Closeable {
    private static final int FIRST_BUFFER = 16 * 1024;
    /** A buffer that one read has filled grows up to this, so that a fast stream costs few calls. */
    private static final int FAST_BUFFER = 128 * 1024;

    private final World world;
    private final Socket raw;
    private final InputStream in;
    private final OutputStream out;
    private final TlsCertificate certificate;
    private final DeadlineSocket clocked;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int end;
    private boolean ended;
    private long arrivedNanos;
    private long received;

    private TcpConnection(World world, DeadlineSocket raw, Socket spoken, TlsCertificate certificate)
            throws IOException {
        this.world = world;
        this.raw = raw;
        this.clocked = raw;
        this.in = spoken.getInputStream();
        this.out = spoken.getOutputStream();
        this.certificate = certificate;
        this.arrivedNanos = world.nanos();
    }

    /** Connects, accepting whatever key a TLS host shows; see {@link #open(World, Endpoint, AddressRules, TlsTrust, Deadline)}. */
    public static TcpConnection open(World world, Endpoint endpoint, AddressRules rules, Deadline deadline)
            throws NetException {
        return open(world, endpoint, rules, TlsTrust.anyKey(), deadline);
    }

    /**
     * Resolves, connects and, where the endpoint asks for it, agrees on TLS: all within the deadline.
     *
     * @param trust whom to believe; without effect on a plain connection
     */
    public static TcpConnection open(
            World world, Endpoint endpoint, AddressRules rules, TlsTrust trust, Deadline deadline) throws NetException {
        InetAddress address = rules.resolve(endpoint.host(), deadline);
        DeadlineSocket socket = new DeadlineSocket();
        try {
            int left = deadline.leftMillis();
            if (left == 0) {
                throw new SocketTimeoutException();
            }
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, endpoint.port()), left);
            socket.deadline = deadline;
            if (!endpoint.tls()) {
                return new TcpConnection(world, socket, socket, null);
            }
            Tls tls = new Tls(world, trust);
            SSLSocket secure = tls.agree(socket, endpoint);
            return new TcpConnection(world, socket, secure, tls.certificate());
        } catch (IOException e) {
            closeQuietly(socket);
            throw explain(e, endpoint.toString());
        }
    }

    /**
     * Waits until at least {@code count} bytes are buffered or the other side has closed.
     *
     * @return how many bytes are buffered, fewer than {@code count} only at the end of the stream
     * @throws NetException TIMEOUT at the deadline (nothing is lost), CLOSED when the connection broke
     */
    public int ensure(int count, Deadline deadline) throws NetException {
        while (end - start < count && !ended) {
            makeRoom(count);
            clocked.deadline = deadline;
            try {
                int n = in.read(buffer, end, buffer.length - end);
                arrivedNanos = world.nanos();
                if (n < 0) {
                    ended = true;
                } else {
                    end += n;
                    received += n;
                }
            } catch (IOException e) {
                throw explain(e, peer());
            }
        }
        return end - start;
    }

    /** The buffered byte at {@code index}, 0–255; only what {@link #ensure} has promised may be asked for. */
    public int at(int index) {
        return buffer[start + index] & 0xff;
    }

    /** How many bytes are buffered, without waiting. */
    public int buffered() {
        return end - start;
    }

    /** Takes {@code count} buffered bytes. */
    public byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(buffer, start, start + count);
        skip(count);
        return taken;
    }

    /** Drops {@code count} buffered bytes. */
    public void skip(int count) {
        if (count > end - start) {
            throw new IllegalArgumentException("only " + (end - start) + " bytes are buffered");
        }
        start += count;
        if (start == end) {
            start = 0;
            end = 0;
        }
    }

    /**
     * Waits for a whole line and takes it.
     *
     * @param max most bytes the line may have
     * @return the line without its end (LF, or CR LF), or null when the stream ended before its first byte. Bytes that are
     *     no UTF-8 are read as ISO 8859-1
     */
    public String readLine(int max, Deadline deadline) throws NetException {
        for (int i = 0; ; i++) {
            if (i > max) {
                throw new NetException(NetException.Cause.TOO_LARGE, "a line longer than " + max + " bytes");
            }
            if (ensure(i + 1, deadline) <= i) {
                if (i == 0) {
                    return null;
                }
                throw new NetException(NetException.Cause.CLOSED, "connection closed within a line");
            }
            if (at(i) == '\n') {
                byte[] line = take(i + 1);
                return text(line, 0, i > 0 && line[i - 1] == '\r' ? i - 1 : i);
            }
        }
    }

    /** Waits for exactly {@code count} bytes and takes them; CLOSED when the stream ends before. */
    public byte[] readFully(int count, Deadline deadline) throws NetException {
        if (ensure(count, deadline) < count) {
            throw new NetException(NetException.Cause.CLOSED, "connection closed early");
        }
        return take(count);
    }

    /** Sends all of it at once. */
    public void write(byte[] bytes) throws NetException {
        write(bytes, 0, bytes.length);
    }

    /** Sends a part of an array at once. */
    public void write(byte[] bytes, int offset, int length) throws NetException {
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException e) {
            throw explain(e, peer());
        }
    }

    /** When bytes last arrived, on {@link World#nanos()}. */
    public long arrivedNanos() {
        return arrivedNanos;
    }

    /** How many bytes have arrived in all. */
    public long received() {
        return received;
    }

    /** SHA-256 of the other side's public key (SubjectPublicKeyInfo) in lower-case hex; null on a plain connection. */
    public String fingerprint() {
        return certificate == null ? null : certificate.fingerprint();
    }

    /** What the other side showed of itself when TLS was agreed on; null on a plain connection. */
    public TlsCertificate certificate() {
        return certificate;
    }

    /** Our own address on this connection. */
    public InetAddress localAddress() {
        return raw.getLocalAddress();
    }

    /** The other side's address. */
    public InetAddress remoteAddress() {
        return raw.getInetAddress();
    }

    /** Closes at once; nothing is flushed, nothing waited for. */
    @Override
    public void close() {
        closeQuietly(raw);
    }

    /** Bytes of a text protocol as text: UTF-8 where they are UTF-8, else ISO 8859-1, so that every byte has a meaning. */
    public static String text(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (!ascii) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, from, to - from))
                        .toString();
            } catch (CharacterCodingException e) {
                return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String peer() {
        InetAddress address = raw.getInetAddress();
        return (address == null ? "?" : address.getHostAddress()) + " port " + raw.getPort();
    }

    private void makeRoom(int count) {
        if (buffer.length - start >= count && buffer.length > end) {
            return;
        }
        boolean crowded = count > buffer.length || end - start > buffer.length / 2;
        boolean fast = end == buffer.length && buffer.length < FAST_BUFFER;
        byte[] larger = crowded || fast ? new byte[Math.max(count, buffer.length * 2)] : buffer;
        System.arraycopy(buffer, start, larger, 0, end - start);
        buffer = larger;
        end -= start;
        start = 0;
    }

    /** What a failure of a connection to {@code where} means. */
    static NetException explain(IOException e, String where) {
        if (e instanceof NetException known) {
            return known;
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Tls.PinChanged) {
                return new NetException(
                        NetException.Cause.PIN_CHANGED, "another key than the pinned one at " + where, e);
            }
            if (t instanceof SocketTimeoutException) {
                return new NetException(NetException.Cause.TIMEOUT, "no answer in time from " + where, e);
            }
        }
        if (e instanceof ConnectException) {
            String message = String.valueOf(e.getMessage());
            return message.contains("refused")
                    ? new NetException(NetException.Cause.CONNECTION_REFUSED, "nothing listens at " + where, e)
                    : new NetException(NetException.Cause.UNREACHABLE, "no way to " + where, e);
        }
        if (e instanceof java.net.NoRouteToHostException) {
            return new NetException(NetException.Cause.UNREACHABLE, "no way to " + where, e);
        }
        return e instanceof SSLException
                ? new NetException(NetException.Cause.TLS, "no TLS with " + where, e)
                : new NetException(NetException.Cause.CLOSED, "connection lost to " + where, e);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more can be done about a socket that will not even close.
        }
    }
}
