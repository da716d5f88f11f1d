package vn.vigil.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.testkit.ClosedPort;

@Timeout(30)
class GateTest {
    private final World world = World.real();
    private final List<String> ends = Collections.synchronizedList(new ArrayList<>());
    private final GateOptions patient = GateOptions.DEFAULTS.withTimes(Duration.ofSeconds(8), Duration.ofSeconds(16));
    private final GateOptions brisk = GateOptions.DEFAULTS.withTimes(Duration.ofMillis(300), Duration.ofMillis(600));

    /** Sends a line and waits for as many bytes as it said; notes how it ended. */
    private class Line implements Talk {
        @Override
        public byte[] connected() {
            return "four\n".getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public byte[] received(ByteBuffer in) {
            if (in.remaining() < 4) {
                return MORE;
            }
            byte[] got = new byte[in.remaining()];
            in.get(got);
            ends.add(new String(got, StandardCharsets.US_ASCII));
            return null;
        }

        @Override
        public void failed(NetException e) {
            ends.add(e.cause().name());
        }

        @Override
        public void notRun() {
            ends.add("not run");
        }
    }

    private Gate.Target target(String host, int port) {
        return new Gate.Target(new Endpoint(host, port, false), AddressRules.of(host), TlsTrust.anyKey(), Line::new);
    }

    private TreeMap<String, Integer> counted() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        ends.forEach(end -> counts.merge(end, 1, Integer::sum));
        return counts;
    }

    private Deadline in(int millis) {
        return Deadline.in(world, Duration.ofMillis(millis));
    }

    /** Answers each connection with these pieces. */
    private static ServerSocket server(String... pieces) throws IOException {
        ServerSocket server = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    say(server.accept(), pieces);
                }
            } catch (IOException e) {
                // closed: the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void say(Socket socket, String... pieces) {
        try {
            socket.setTcpNoDelay(true);
            for (String piece : pieces) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // the other side has heard enough
        }
    }

    @Test
    void manyAreTalkedToByOneThreadAndAllAreCounted() throws Exception {
        List<Integer> told = new ArrayList<>();
        try (ServerSocket server = server("o", "kay")) {
            List<Gate.Target> targets = Collections.nCopies(400, target("127.0.0.1", server.getLocalPort()));
            Thread me = Thread.currentThread();
            int width = Gate.run(world, targets, patient, in(20_000), (done, total) -> {
                assertEquals(me, Thread.currentThread());
                told.add(done);
            });
            assertEquals("{okay=400}", counted().toString());
            assertEquals(patient.width(), width);
            assertEquals(400, told.get(399));
        }
    }

    @Test
    void aClosedPortIsRefusedAndASilentOneLateWithinItsDeadline() throws Exception {
        try (ClosedPort closed = new ClosedPort();
                ServerSocket silent = server()) {
            long before = world.nanos();
            Gate.run(
                    world,
                    List.of(target("127.0.0.1", closed.number()), target("127.0.0.1", silent.getLocalPort())),
                    brisk,
                    in(20_000),
                    (done, total) -> {});
            long millis = (world.nanos() - before) / 1_000_000;
            assertEquals("{CONNECTION_REFUSED=1, TIMEOUT=1}", counted().toString());
            assertTrue(millis >= 290 && millis < 8000, "took " + millis);
        }
    }

    @Test
    void theRulesOfAddressesHoldHereToo() {
        Gate.Target other = new Gate.Target(
                new Endpoint("127.0.0.1", 9, false), AddressRules.of("192.0.2.1"), TlsTrust.anyKey(), Line::new);
        Gate.run(
                world,
                List.of(target("169.254.169.254", 80), target("224.0.0.1", 80), other),
                patient,
                in(20_000),
                (done, total) -> {});
        assertEquals("{FORBIDDEN_ADDRESS=3}", counted().toString());
    }

    @Test
    void aNameIsResolvedBesideTheSelector() throws Exception {
        try (ServerSocket server = server("okay")) {
            Gate.run(
                    world,
                    List.of(target("localhost", server.getLocalPort()), target("no-such-host.invalid", 80)),
                    patient,
                    in(20_000),
                    (done, total) -> {});
            assertEquals(2, ends.size());
            assertTrue(ends.contains("okay"), ends.toString());
            assertTrue(ends.contains("UNRESOLVED") || ends.contains("TIMEOUT"), ends.toString());
        }
    }

    @Test
    void fewFileDescriptorsMeanFewerAtOnceAndNobodyIsCalledDownForIt() throws Exception {
        List<SocketChannel> given = new ArrayList<>();
        AtomicInteger most = new AtomicInteger();
        Gate.Channels scarce = family -> {
            given.removeIf(channel -> !channel.isOpen());
            if (given.size() >= 20) {
                throw new IOException("Too many open files");
            }
            SocketChannel channel = SocketChannel.open(family);
            given.add(channel);
            most.accumulateAndGet(given.size(), Math::max);
            return channel;
        };
        try (ServerSocket server = server("okay")) {
            List<Gate.Target> targets = Collections.nCopies(300, target("127.0.0.1", server.getLocalPort()));
            int width = Gate.run(world, targets, patient, in(20_000), scarce, (done, total) -> {});
            assertEquals("{okay=300}", counted().toString());
            assertEquals(20, most.get());
            assertTrue(width <= 4 && width > 0, "the spare ones are left to the rest of the process: " + width);
            assertTrue(given.stream().noneMatch(SocketChannel::isOpen), "nothing is left open");
        }
    }

    @Test
    void withoutAnyFileDescriptorNothingIsSaidAboutTheOthers() {
        Gate.Channels none = family -> {
            throw new IOException("Too many open files");
        };
        Gate.run(
                world,
                List.of(target("127.0.0.1", 9), target("127.0.0.1", 9)),
                brisk.withTimes(Duration.ofMillis(100), Duration.ofMillis(100)),
                in(20_000),
                none,
                (done, total) -> {});
        assertEquals("{not run=2}", counted().toString());
    }

    @Test
    void whatTheWholeDeadlineCutsOffIsNotRun() throws Exception {
        try (ServerSocket silent = server()) {
            List<Gate.Target> targets = Collections.nCopies(5, target("127.0.0.1", silent.getLocalPort()));
            GateOptions slow = brisk.withWidth(2).withTimes(Duration.ofSeconds(20), Duration.ofSeconds(20));
            Gate.run(world, targets, slow, in(200), (done, total) -> {});
            assertEquals("{not run=5}", counted().toString());
        }
    }

    @Test
    void anEndlessAnswerIsCutOffAndAFaultInOneTalkDoesNotTouchTheOthers() throws Exception {
        Talk greedy = new Line() {
            @Override
            public byte[] received(ByteBuffer in) {
                return MORE;
            }
        };
        Talk faulty = new Line() {
            @Override
            public byte[] received(ByteBuffer in) {
                throw new IllegalStateException("a fault of ours");
            }
        };
        try (ServerSocket server = server("x".repeat(1 << 20))) {
            Endpoint endpoint = new Endpoint("127.0.0.1", server.getLocalPort(), false);
            AddressRules rules = AddressRules.of("127.0.0.1");
            Gate.run(
                    world,
                    List.of(
                            new Gate.Target(endpoint, rules, TlsTrust.anyKey(), () -> greedy),
                            new Gate.Target(endpoint, rules, TlsTrust.anyKey(), () -> faulty)),
                    patient,
                    in(20_000),
                    (done, total) -> {});
            assertEquals("{TOO_LARGE=1, not run=1}", counted().toString());
        }
    }
}
