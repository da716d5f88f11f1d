package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

class TcpConnectionTest {
    private final World world = World.real();
    private ServerSocket listener;
    private TcpConnection here;
    private Socket there;

    @BeforeEach
    void connect() throws Exception {
        listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        here = TcpConnection.open(
                world,
                new Endpoint("127.0.0.1", listener.getLocalPort(), false),
                AddressRules.of("127.0.0.1"),
                in(5000));
        there = listener.accept();
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
        listener.close();
    }

    private Deadline in(int millis) {
        return Deadline.in(world, Duration.ofMillis(millis));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aReadThatRanOutOfTimeLosesNothing() throws Exception {
        there.getOutputStream().write(ascii("hel"));
        NetException e = assertThrows(NetException.class, () -> here.readFully(5, in(50)));
        assertEquals(NetException.Cause.TIMEOUT, e.cause());
        there.getOutputStream().write(ascii("lo\r\nworld\n"));
        assertEquals("hello", here.readLine(100, in(5000)));
        assertEquals("world", here.readLine(100, in(5000)));
        assertEquals(13, here.received());
    }

    @Test
    void theBufferGrowsToWhatIsAskedFor() throws Exception {
        byte[] big = new byte[300_000];
        for (int i = 0; i < big.length; i++) {
            big[i] = (byte) (i * 31);
        }
        Thread writer = new Thread(() -> {
            try {
                there.getOutputStream().write(big);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        assertEquals(big[0] & 0xff, here.readFully(1, in(5000))[0] & 0xff);
        byte[] rest = here.readFully(big.length - 1, in(5000));
        assertArrayEquals(java.util.Arrays.copyOfRange(big, 1, big.length), rest);
        writer.join();
    }

    @Test
    void theEndOfTheStreamIsToldApartFromABreak() throws Exception {
        there.getOutputStream().write(ascii("ab"));
        there.close();
        assertEquals(2, here.ensure(3, in(5000)));
        assertThrows(NetException.class, () -> here.readFully(3, in(5000)));
        here.skip(2);
        assertNull(here.readLine(10, in(5000)));
    }

    @Test
    void closingFromAnotherThreadEndsAWaitingRead() throws Exception {
        Thread closer = new Thread(here::close);
        closer.start();
        NetException e = assertThrows(NetException.class, () -> here.ensure(1, in(10_000)));
        assertEquals(NetException.Cause.CLOSED, e.cause());
        closer.join();
    }

    @Test
    void aLineHasALimit() throws Exception {
        there.getOutputStream().write(ascii("x".repeat(200)));
        NetException e = assertThrows(NetException.class, () -> here.readLine(100, in(5000)));
        assertEquals(NetException.Cause.TOO_LARGE, e.cause());
    }

    @Test
    void bytesThatAreNoUtf8StillHaveAMeaning() {
        byte[] vietnamese = "Cổng".getBytes(StandardCharsets.UTF_8);
        assertEquals("Cổng", TcpConnection.text(vietnamese, 0, vietnamese.length));
        assertEquals("\u00e9t\u00e9", TcpConnection.text(new byte[] {(byte) 0xe9, 't', (byte) 0xe9}, 0, 3));
    }
}
