package vn.vigil.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/**
 * Asks everyone on one network by a few datagrams and hands on what is answered until the deadline. What comes is bounded: in
 * length, in datagrams of one source, in sources and in all. Nothing is sent to anyone who answers.
 */
public final class Multicast {
    private static final int MOST_BYTES = 16 * 1024;
    private static final int MOST_OF_A_SOURCE = 32;
    private static final int MOST_SOURCES = 4096;
    private static final int MOST = 20_000;
    /** The network itself and no further (RFC 1112 §6.1). */
    private static final int HOPS = 1;

    /** Takes one answer; the array is the taker's. */
    public interface Answers {
        void take(String source, byte[] data);
    }

    /**
     * What came beside the answers handed on.
     *
     * @param sent questions that left; 0 when the system refused all of them
     * @param dropped datagrams beyond the bounds
     */
    public record Traffic(int sent, int dropped) {}

    private final Map<String, Integer> sources = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES + 1);
    private int taken;
    private int dropped;

    private Multicast() {}

    /**
     * Asks and listens.
     *
     * @param local the interface to leave by
     * @param group where to send, usually a multicast group
     * @param questions sent in order, those after the first so far apart
     * @throws NetException UNREACHABLE when there is no way to listen on that interface
     */
    public static Traffic ask(
            World world,
            NetInterface local,
            InetSocketAddress group,
            List<byte[]> questions,
            Duration apart,
            Deadline deadline,
            Answers answers)
            throws NetException {
        return new Multicast().run(world, local, group, questions, apart, deadline, answers);
    }

    private Traffic run(
            World world,
            NetInterface local,
            InetSocketAddress group,
            List<byte[]> questions,
            Duration apart,
            Deadline deadline,
            Answers answers)
            throws NetException {
        try (Selector selector = Selector.open();
                DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            InetAddress address = InetAddress.getByName(local.address());
            channel.bind(new InetSocketAddress(address, 0));
            if (group.getAddress().isMulticastAddress()) {
                channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, NetworkInterface.getByInetAddress(address));
                channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
            }
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            int sent = 0;
            int next = 0;
            Deadline pause = Deadline.in(world, Duration.ZERO);
            while (!deadline.passed() && taken + dropped < MOST) {
                if (next < questions.size() && pause.passed()) {
                    sent += send(channel, questions.get(next++), group) ? 1 : 0;
                    pause = Deadline.in(world, apart);
                }
                int wait = next < questions.size()
                        ? Math.min(pause.leftMillis(), deadline.leftMillis())
                        : deadline.leftMillis();
                if (wait > 0) {
                    selector.select(wait);
                    selector.selectedKeys().clear();
                }
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
                receive(channel, answers);
            }
            return new Traffic(sent, dropped);
        } catch (IOException e) {
            throw new NetException(NetException.Cause.UNREACHABLE, "no UDP on " + local.name(), e);
        }
    }

    /** A firewall of this machine, or a missing route, shows here. */
    private static boolean send(DatagramChannel channel, byte[] question, InetSocketAddress group) {
        try {
            return channel.send(ByteBuffer.wrap(question), group) == question.length;
        } catch (IOException e) {
            return false;
        }
    }

    private void receive(DatagramChannel channel, Answers answers) throws IOException {
        while (taken + dropped < MOST) {
            buffer.clear();
            InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
            if (from == null) {
                return;
            }
            String source = from.getAddress().getHostAddress();
            boolean known = sources.containsKey(source);
            if (buffer.position() > MOST_BYTES
                    || !known && sources.size() == MOST_SOURCES
                    || sources.merge(source, 1, Integer::sum) > MOST_OF_A_SOURCE) {
                dropped++;
                continue;
            }
            byte[] data = new byte[buffer.position()];
            buffer.flip().get(data);
            taken++;
            answers.take(source, data);
        }
    }
}
