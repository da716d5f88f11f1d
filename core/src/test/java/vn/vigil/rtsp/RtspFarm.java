package vn.vigil.rtsp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Very many cameras for {@code scripts/bench/light-check}, in a process of its own: answers OPTIONS, asks for a Digest login
 * and describes one H.264 track. Argument: how many of a hundred cameras take the connection and say nothing. Listens on
 * 127.77.0.1 to 127.77.0.100, so that one client has ports for all of them; prints {@code READY port}. Ends with its input.
 */
public final class RtspFarm {
    static final int ADDRESSES = 100;
    private static final String SDP =
            "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=Media Presentation\r\nt=0 0\r\na=control:*\r\n"
                    + "m=video 0 RTP/AVP 96\r\nb=AS:5000\r\na=rtpmap:96 H264/90000\r\n"
                    + "a=fmtp:96 profile-level-id=420029; packetization-mode=1; sprop-parameter-sets="
                    + "Z00AKZpkA8ARPyzUBAQFAAADA+gAAOpgBA==,aO48gA==\r\na=control:trackID=1\r\n"
                    + "m=audio 0 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\na=control:trackID=2\r\n";

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4096);

    private RtspFarm(Selector selector) {
        this.selector = selector;
    }

    /** A connection's camera: silent or not, and what has come of a request. */
    private record Visitor(boolean silent, StringBuilder request) {}

    public static void main(String[] args) throws Exception {
        int silent = Integer.parseInt(args[0]);
        Selector selector = Selector.open();
        int port = 0;
        for (int i = 1; i <= ADDRESSES; i++) {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.bind(new InetSocketAddress("127.77.0." + i, port), 4096);
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_ACCEPT, i <= silent);
        }
        System.out.println("READY " + port);
        System.out.flush();
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // until whoever started this is gone
                }
            } catch (IOException e) {
                // gone as well
            }
            System.exit(0);
        });
        watch.setDaemon(true);
        watch.start();
        new RtspFarm(selector).serve();
    }

    private void serve() throws IOException {
        while (true) {
            selector.select();
            List<SelectionKey> ready = new ArrayList<>(selector.selectedKeys());
            selector.selectedKeys().clear();
            for (SelectionKey key : ready) {
                if (key.isAcceptable()) {
                    accept(key);
                } else {
                    read(key);
                }
            }
        }
    }

    private void accept(SelectionKey key) throws IOException {
        SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
        while (channel != null) {
            channel.configureBlocking(false);
            channel.register(
                    selector, SelectionKey.OP_READ, new Visitor((Boolean) key.attachment(), new StringBuilder()));
            channel = ((ServerSocketChannel) key.channel()).accept();
        }
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        Visitor visitor = (Visitor) key.attachment();
        buffer.clear();
        int count;
        try {
            count = channel.read(buffer);
        } catch (IOException e) {
            count = -1;
        }
        if (count < 0) {
            channel.close();
            return;
        }
        buffer.flip();
        StringBuilder request = visitor.request();
        request.append(StandardCharsets.ISO_8859_1.decode(buffer));
        if (!visitor.silent() && request.indexOf("\r\n\r\n") >= 0) {
            byte[] answer = answer(request.toString()).getBytes(StandardCharsets.ISO_8859_1);
            request.setLength(0);
            channel.write(ByteBuffer.wrap(answer));
        }
    }

    private static String answer(String request) {
        int from = request.indexOf("CSeq: ");
        String head = request.substring(from, request.indexOf("\r\n", from) + 2);
        if (request.startsWith("OPTIONS")) {
            return "RTSP/1.0 200 OK\r\n" + head + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
        }
        if (!request.contains("Authorization: Digest ")) {
            return "RTSP/1.0 401 Unauthorized\r\n" + head
                    + "WWW-Authenticate: Digest realm=\"IP Camera\", nonce=\"7d1f2c9a\", algorithm=\"MD5\"\r\n\r\n";
        }
        return "RTSP/1.0 200 OK\r\n" + head + "Content-Type: application/sdp\r\nContent-Length: " + SDP.length()
                + "\r\n\r\n" + SDP;
    }
}
