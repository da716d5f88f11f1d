package vn.vigil.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/**
 * Holds small exchanges with very many endpoints at once: one selector, the caller's thread, no thread per endpoint. Names are
 * resolved, and TLS is spoken, by a few threads beside it ({@link GateHelpers}).
 *
 * <p>When the process has no file descriptor left, fewer exchanges are held at once from then on and the endpoint waits for
 * its turn: that is no fault of the endpoint's. Stateless; a run belongs to the thread that calls it.
 */
public final class Gate {
    /** How many connections are begun before what has arrived is looked at, so that begun ones do not age unseen. */
    private static final int BURST = 64;
    /** How often the deadlines of all open exchanges are looked at. */
    private static final long TICK_NANOS = Duration.ofMillis(10).toNanos();

    private static final int READ_BUFFER = 64 * 1024;
    /** Descriptors held back until they are short: the rest of the process must still load classes and open files then. */
    private static final int SPARE = 16;

    /**
     * One endpoint and what to say to it.
     *
     * @param rules which addresses may be contacted
     * @param trust whom to believe; without effect on a plain endpoint
     * @param talk asked for once, when its turn has come
     */
    public record Target(Endpoint endpoint, AddressRules rules, TlsTrust trust, Supplier<? extends Talk> talk) {}

    /** Told after each exchange, on the caller's thread. */
    public interface Done {
        void at(int done, int total);
    }

    /** Where channels come from: a process with few file descriptors is played by another one. */
    interface Channels {
        SocketChannel open(ProtocolFamily family) throws IOException;
    }

    private final World world;
    private final List<Target> targets;
    private final GateOptions options;
    private final Deadline whole;
    private final Channels channels;
    private final Done progress;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BUFFER);
    private final List<GateExchange> open = new ArrayList<>();
    private final Deque<GateExchange> waiting = new ArrayDeque<>();
    private final Set<GateExchange> away = new HashSet<>();
    private final List<SocketChannel> spare = new ArrayList<>();
    private final Queue<Runnable> returned = new ConcurrentLinkedQueue<>();
    private Selector selector;
    private GateHelpers helpers;
    private int width;
    private int next;
    private int done;
    private long looked;

    private Gate(
            World world, List<Target> targets, GateOptions options, Deadline whole, Channels channels, Done progress) {
        this.world = world;
        this.targets = targets;
        this.options = options;
        this.whole = whole;
        this.channels = channels;
        this.progress = progress;
        this.width = options.width();
        this.looked = world.nanos();
    }

    /**
     * Talks to all of them and returns when every {@link Talk} has ended. Nothing is thrown for an endpoint's sake.
     *
     * @param whole those that have not ended by then end as not run
     * @return the most exchanges held at once in the end: fewer than asked for when file descriptors were short
     */
    public static int run(World world, List<Target> targets, GateOptions options, Deadline whole, Done progress) {
        return run(world, targets, options, whole, SocketChannel::open, progress);
    }

    static int run(
            World world, List<Target> targets, GateOptions options, Deadline whole, Channels channels, Done progress) {
        return new Gate(world, targets, options, whole, channels, progress).run();
    }

    private int run() {
        try (Selector opened = Selector.open();
                GateHelpers hands = new GateHelpers(world, options)) {
            selector = opened;
            helpers = hands;
            holdBack();
            while (done < targets.size()
                    && !whole.passed()
                    && !Thread.currentThread().isInterrupted()) {
                boolean more = begin();
                if (more) {
                    selector.selectNow();
                } else {
                    selector.select(pause());
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    attend((GateExchange) key.attachment());
                }
                selector.selectedKeys().clear();
                for (Runnable one = returned.poll(); one != null; one = returned.poll()) {
                    one.run();
                }
                watch();
            }
        } catch (IOException e) {
            // Not even a selector can be had: not one file descriptor is left, and nothing is known about anyone.
        } finally {
            release();
            giveUp();
        }
        return width;
    }

    private long pause() {
        return Math.max(1, Math.min(TICK_NANOS / 1_000_000, whole.leftMillis()));
    }

    /** @return whether there is room and work for more at once */
    private boolean begin() {
        for (int i = 0; i < BURST; i++) {
            if (open.size() + away.size() >= width || waiting.isEmpty() && next == targets.size()) {
                return false;
            }
            GateExchange exchange = waiting.poll();
            if (exchange == null) {
                exchange = new GateExchange(targets.get(next++), options, whole);
                if (exchange.target.endpoint().tls() || !exchange.target.rules().literal()) {
                    sendAway(exchange);
                    continue;
                }
            }
            if (!connect(exchange)) {
                return false;
            }
        }
        return true;
    }

    private void sendAway(GateExchange exchange) {
        away.add(exchange);
        Runnable back = exchange.target.endpoint().tls()
                ? () -> ended(exchange)
                : () -> {
                    if (exchange.isOver()) {
                        ended(exchange);
                    } else {
                        away.remove(exchange);
                        connect(exchange);
                    }
                };
        helpers.take(exchange, () -> {
            returned.add(back);
            selector.wakeup();
        });
    }

    /** @return false when there is no file descriptor for it now: it waits */
    private boolean connect(GateExchange exchange) {
        Endpoint endpoint = exchange.target.endpoint();
        InetAddress address;
        try {
            address = exchange.target.rules().resolve(endpoint.host(), exchange.deadline());
        } catch (NetException e) {
            exchange.fail(e);
            ended(exchange);
            return true;
        }
        SocketChannel channel;
        try {
            channel =
                    open(address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        } catch (IOException e) {
            narrow();
            if (exchange.late()) {
                exchange.notRun();
                ended(exchange);
            } else {
                waiting.addFirst(exchange);
            }
            return false;
        } catch (UnsupportedOperationException e) {
            exchange.fail(new NetException(NetException.Cause.UNREACHABLE, "no IPv6 here for " + endpoint, e));
            ended(exchange);
            return true;
        }
        exchange.channel = channel;
        exchange.place = open.size();
        open.add(exchange);
        try {
            channel.configureBlocking(false);
            exchange.step();
            boolean connected = channel.connect(new InetSocketAddress(address, endpoint.port()));
            exchange.key =
                    channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, exchange);
            if (connected) {
                exchange.connected();
            }
        } catch (IOException e) {
            exchange.fail(TcpConnection.explain(e, endpoint.toString()));
        }
        closeIfOver(exchange);
        return true;
    }

    private SocketChannel open(ProtocolFamily family) throws IOException {
        try {
            return channels.open(family);
        } catch (IOException e) {
            selector.selectNow(); // closed channels give their descriptors back in a selection only
            return channels.open(family);
        }
    }

    /** Descriptors are short. The first time the spare ones are left to the rest of the process, and no more than now taken. */
    private void narrow() {
        int fewer = spare.isEmpty() ? open.size() * 3 / 4 : open.size();
        width = Math.max(1, Math.min(width, fewer));
        release();
    }

    private void holdBack() {
        try {
            channels.open(StandardProtocolFamily.INET)
                    .close(); // the runtime itself needs descriptors for the first close
            while (spare.size() < SPARE) {
                spare.add(channels.open(StandardProtocolFamily.INET));
            }
        } catch (IOException e) {
            release();
            width = 1;
        }
    }

    private void release() {
        for (SocketChannel channel : spare) {
            try {
                channel.close();
            } catch (IOException e) {
                // Given up either way.
            }
        }
        spare.clear();
    }

    private void attend(GateExchange exchange) {
        try {
            exchange.attend(buffer);
        } catch (IOException e) {
            exchange.fail(TcpConnection.explain(e, exchange.target.endpoint().toString()));
        }
        closeIfOver(exchange);
    }

    /** Ends what is late; looks at every open exchange, so it does so only now and then. */
    private void watch() {
        long now = world.nanos();
        if (now - looked < TICK_NANOS) {
            return;
        }
        looked = now;
        for (int i = open.size() - 1; i >= 0; i--) {
            GateExchange exchange = open.get(i);
            if (exchange.late()) {
                exchange.fail(new NetException(
                        NetException.Cause.TIMEOUT, "no answer in time from " + exchange.target.endpoint()));
                closeIfOver(exchange);
            }
        }
    }

    private void closeIfOver(GateExchange exchange) {
        if (exchange.isOver()) {
            exchange.close();
            GateExchange last = open.remove(open.size() - 1);
            if (last != exchange) {
                open.set(exchange.place, last);
                last.place = exchange.place;
            }
            ended(exchange);
        }
    }

    private void ended(GateExchange exchange) {
        away.remove(exchange);
        progress.at(++done, targets.size());
    }

    /** Ends all that has not ended: nothing is known about those. */
    private void giveUp() {
        List<GateExchange> left = new ArrayList<>(open);
        left.addAll(waiting);
        left.addAll(away);
        while (next < targets.size()) {
            left.add(new GateExchange(targets.get(next++), options, whole));
        }
        for (GateExchange exchange : left) {
            exchange.notRun();
            exchange.close();
        }
    }
}
