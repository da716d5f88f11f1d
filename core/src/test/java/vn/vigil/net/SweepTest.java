package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

class SweepTest {
    private final World world = World.real();

    private Sweep.Result sweep(String range, Duration whole, int... ports) throws NetException {
        return Sweep.run(
                world,
                Ipv4Range.parse(range),
                ports,
                Duration.ofMillis(500),
                Deadline.in(world, whole),
                (done, total) -> {});
    }

    @Test
    void openPortsAreToldAndNotOneByteIsSent() throws Exception {
        try (ServerSocket one = new ServerSocket();
                ServerSocket two = new ServerSocket()) {
            try {
                one.bind(new InetSocketAddress("127.66.0.5", 0));
                two.bind(new InetSocketAddress("127.66.0.5", 0));
            } catch (IOException e) {
                assumeTrue(false, "only Linux answers on all of 127.0.0.0/8");
            }
            int closed = closedPort();
            Sweep.Result result =
                    sweep("127.66.0.0/28", Duration.ofSeconds(20), one.getLocalPort(), closed, two.getLocalPort());
            assertEquals(
                    List.of(new Sweep.Host("127.66.0.5", List.of(one.getLocalPort(), two.getLocalPort()))),
                    result.hosts());
            assertEquals(13, result.closed(), "the others are there and refuse");
            assertTrue(result.complete());
            try (Socket visitor = one.accept()) {
                assertEquals(-1, visitor.getInputStream().read());
            }
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket gone = new ServerSocket(0)) {
            return gone.getLocalPort();
        }
    }

    @Test
    void aSweepThatRanOutOfTimeSaysSo() throws Exception {
        assertFalse(sweep("127.0.0.0/24", Duration.ZERO, 9).complete());
    }
}
