package vn.vigil.net;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/** Which ports of a range's hosts take a connection. Connects and closes; not one byte is sent. */
public final class Sweep {
    /** At once; few enough that the table of neighbours of a common system (1,024 entries) does not overflow. */
    private static final int WIDTH = 512;

    /**
     * A host with at least one open port.
     *
     * @param ports those that are open, ascending as they were asked for
     */
    public record Host(String address, List<Integer> ports) {}

    /**
     * What a sweep came to.
     *
     * @param hosts with an open port, in the order of their addresses
     * @param closed hosts that are there, since they refuse, but have none of the ports open
     * @param complete whether every port of every host was tried
     */
    public record Result(List<Host> hosts, int closed, boolean complete) {}

    private enum Answer {
        OPEN,
        CLOSED,
        NONE,
        NOT_TRIED
    }

    private record Knock(Answer[] answers, int index) implements Talk {
        @Override
        public byte[] connected() {
            answers[index] = Answer.OPEN;
            return null;
        }

        @Override
        public byte[] received(ByteBuffer in) {
            return null;
        }

        @Override
        public void failed(NetException e) {
            boolean refused = e.cause() == NetException.Cause.CONNECTION_REFUSED;
            answers[index] = refused ? Answer.CLOSED : Answer.NONE;
        }

        @Override
        public void notRun() {
            answers[index] = Answer.NOT_TRIED;
        }
    }

    private Sweep() {}

    /**
     * Tries every port of every host.
     *
     * @param connect longest wait for one connection
     * @param whole what was not tried by then is left out, and the result says so
     */
    public static Result run(
            World world, Ipv4Range range, int[] ports, Duration connect, Deadline whole, Gate.Done progress) {
        List<String> hosts = range.hosts();
        Answer[] answers = new Answer[hosts.size() * ports.length];
        List<Gate.Target> targets = new AbstractList<>() {
            @Override
            public Gate.Target get(int index) {
                String host = hosts.get(index / ports.length);
                Endpoint endpoint = new Endpoint(host, ports[index % ports.length], false);
                Knock knock = new Knock(answers, index);
                return new Gate.Target(endpoint, AddressRules.of(host), TlsTrust.anyKey(), () -> knock);
            }

            @Override
            public int size() {
                return answers.length;
            }
        };
        GateOptions options = GateOptions.DEFAULTS.withWidth(WIDTH).withTimes(connect, connect);
        Gate.run(world, targets, options, whole, progress);
        return result(hosts, ports, answers);
    }

    /**
     * What one host's ports came to.
     *
     * @param open those that take a connection, in the order asked
     * @param there whether any port answered at all, be it by refusing: else nothing is known of the host
     * @param complete whether every port was tried
     */
    public record Ports(List<Integer> open, boolean there, boolean complete) {}

    /** Tries ports of one registered host, which may be a name or an IPv6 address; all at once. */
    public static Ports of(World world, String host, int[] ports, Duration connect, Deadline whole) {
        Answer[] answers = new Answer[ports.length];
        AddressRules rules = AddressRules.of(host);
        List<Gate.Target> targets = new ArrayList<>(ports.length);
        for (int i = 0; i < ports.length; i++) {
            Knock knock = new Knock(answers, i);
            targets.add(new Gate.Target(
                    new Endpoint(rules.host(), ports[i], false), rules, TlsTrust.anyKey(), () -> knock));
        }
        Gate.run(world, targets, GateOptions.DEFAULTS.withTimes(connect, connect), whole, (done, total) -> {});
        List<Integer> open = new ArrayList<>();
        boolean there = false;
        boolean complete = true;
        for (int i = 0; i < ports.length; i++) {
            if (answers[i] == Answer.OPEN) {
                open.add(ports[i]);
            }
            there |= answers[i] == Answer.OPEN || answers[i] == Answer.CLOSED;
            complete &= answers[i] != Answer.NOT_TRIED;
        }
        return new Ports(List.copyOf(open), there, complete);
    }

    private static Result result(List<String> hosts, int[] ports, Answer[] answers) {
        List<Host> found = new ArrayList<>();
        int closed = 0;
        boolean complete = true;
        for (int h = 0; h < hosts.size(); h++) {
            List<Integer> open = new ArrayList<>();
            boolean refuses = false;
            for (int p = 0; p < ports.length; p++) {
                switch (answers[h * ports.length + p]) {
                    case OPEN -> open.add(ports[p]);
                    case CLOSED -> refuses = true;
                    case NOT_TRIED -> complete = false;
                    case NONE -> {}
                }
            }
            if (!open.isEmpty()) {
                found.add(new Host(hosts.get(h), List.copyOf(open)));
            } else if (refuses) {
                closed++;
            }
        }
        return new Result(found, closed, complete);
    }
}
