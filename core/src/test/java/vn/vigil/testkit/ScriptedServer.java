package vn.vigil.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that answers each request, HTTP or RTSP, with the next piece of its script, and notes what was asked. After the
 * script it stays silent with the connection open, or closes it. {@code CSeq: ?} in an answer becomes the request's number.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final byte[] MARK = "CSeq: ?".getBytes(StandardCharsets.ISO_8859_1);

    private final ServerSocket socket;
    private final Queue<byte[]> script = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean closeAtEnd;
    private volatile int dripMillis;

    private ScriptedServer(List<byte[]> answers) throws IOException {
        script.addAll(answers);
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    /** Answers with these texts, one a request. */
    public static ScriptedServer of(String... answers) throws IOException {
        List<byte[]> bytes = new ArrayList<>();
        for (String answer : answers) {
            bytes.add(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
        return new ScriptedServer(bytes);
    }

    /** Answers with these bytes, one piece a request. */
    public static ScriptedServer of(List<byte[]> answers) throws IOException {
        return new ScriptedServer(answers);
    }

    /** Answers with what a real RTSP server sent: a reply and the packets behind it to each request. */
    public static ScriptedServer captured(byte[] conversation) throws IOException {
        return new ScriptedServer(split(conversation));
    }

    /** Cuts a captured RTSP conversation before each reply. */
    public static List<byte[]> split(byte[] b) {
        List<byte[]> pieces = new ArrayList<>();
        int piece = 0;
        int at = 0;
        while (at < b.length) {
            if (b[at] == '$') {
                at += 4 + ((b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff);
                continue;
            }
            if (at > piece) {
                pieces.add(java.util.Arrays.copyOfRange(b, piece, at));
                piece = at;
            }
            String rest = new String(b, at, Math.min(4096, b.length - at), StandardCharsets.ISO_8859_1);
            String head = rest.substring(0, rest.indexOf("\r\n\r\n") + 4);
            at += head.length() + contentLength(head);
        }
        pieces.add(java.util.Arrays.copyOfRange(b, piece, b.length));
        return pieces;
    }

    /** Closes the connection behind the last answer. */
    public ScriptedServer closingAtEnd() {
        closeAtEnd = true;
        return this;
    }

    /** Sends answers byte by byte, so many milliseconds apart. */
    public ScriptedServer dripping(int millis) {
        dripMillis = millis;
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Every request's head and body, in order. */
    public List<String> requests() {
        return requests;
    }

    /** Sends something nobody asked for to everyone connected. */
    public void say(byte[] bytes) throws IOException {
        for (Socket s : open) {
            s.getOutputStream().write(bytes);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket s = socket.accept();
                s.setTcpNoDelay(true);
                open.add(s);
                start(() -> serve(s));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket s) {
        try {
            InputStream in = s.getInputStream();
            String request;
            while ((request = read(in)) != null) {
                requests.add(request);
                byte[] answer = script.poll();
                if (answer == null) {
                    continue;
                }
                send(s.getOutputStream(), numbered(answer, request));
                if (script.isEmpty() && closeAtEnd) {
                    s.close();
                }
            }
        } catch (IOException e) {
            // The other side left, or the test is over.
        }
    }

    private void send(OutputStream out, byte[] answer) throws IOException {
        if (dripMillis == 0) {
            out.write(answer);
            return;
        }
        for (byte b : answer) {
            out.write(b);
            out.flush();
            java.util.concurrent.locks.LockSupport.parkNanos(dripMillis * 1_000_000L);
        }
    }

    private static byte[] numbered(byte[] answer, String request) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(new String(MARK, StandardCharsets.ISO_8859_1));
        int cseq = request.indexOf("CSeq: ");
        if (at < 0 || cseq < 0) {
            return answer;
        }
        String number = request.substring(cseq + 6, request.indexOf("\r\n", cseq));
        return (text.substring(0, at) + "CSeq: " + number + text.substring(at + MARK.length))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int state = 0;
        while (state < 4) {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            head.write(c);
            state = c == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : c == '\r' ? 1 : 0;
        }
        String text = head.toString(StandardCharsets.UTF_8);
        return text + new String(in.readNBytes(contentLength(text)), StandardCharsets.UTF_8);
    }

    private static int contentLength(String head) {
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        return at < 0
                ? 0
                : Integer.parseInt(
                        head.substring(at + 15, head.indexOf("\r\n", at)).strip());
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket s : open) {
            s.close();
        }
    }
}
