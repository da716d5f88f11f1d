package vn.vigil.net;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import vn.vigil.base.World;

/**
 * What a {@link Gate} cannot do without waiting: names are asked for here, and TLS is spoken, by a few threads that are made
 * when the first such endpoint comes. An endpoint that stands in line here ages as any other.
 */
final class GateHelpers implements Closeable {
    private static final int THREADS = 16;

    private final World world;
    private final GateOptions options;
    private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();
    private ExecutorService pool;

    GateHelpers(World world, GateOptions options) {
        this.world = world;
        this.options = options;
    }

    /**
     * Resolves the endpoint's name, or holds the whole exchange when it is one over TLS.
     *
     * @param back told on one of the helpers' threads; the exchange is over, or its name is known
     */
    void take(GateExchange exchange, Runnable back) {
        if (pool == null) {
            pool = Executors.newFixedThreadPool(THREADS, task -> {
                Thread thread = new Thread(task, "gate");
                thread.setDaemon(true);
                return thread;
            });
        }
        Runnable work = exchange.target.endpoint().tls() ? () -> hold(exchange) : () -> resolve(exchange);
        try {
            pool.execute(() -> {
                try {
                    work.run();
                } finally {
                    back.run();
                }
            });
        } catch (RejectedExecutionException e) {
            exchange.notRun();
            back.run();
        }
    }

    private static void resolve(GateExchange exchange) {
        try {
            exchange.target.rules().resolve(exchange.target.endpoint().host(), exchange.deadline());
        } catch (NetException e) {
            exchange.fail(e);
        }
    }

    private void hold(GateExchange exchange) {
        Gate.Target target = exchange.target;
        exchange.step();
        try (TcpConnection connection =
                TcpConnection.open(world, target.endpoint(), target.rules(), target.trust(), exchange.stepDeadline())) {
            connections.add(connection);
            try {
                byte[] send = exchange.opened();
                while (send != null) {
                    if (send.length > 0) {
                        connection.write(send);
                    }
                    int count = connection.ensure(1, exchange.stepDeadline());
                    if (count == 0) {
                        throw new NetException(
                                NetException.Cause.CLOSED, "connection closed early by " + target.endpoint());
                    }
                    send = exchange.arrived(ByteBuffer.wrap(connection.take(count)));
                }
            } finally {
                connections.remove(connection);
            }
        } catch (NetException e) {
            exchange.fail(e);
        }
    }

    /** Ends what is under way and waits for it, so that no talk is used by two threads. */
    @Override
    public void close() {
        if (pool == null) {
            return;
        }
        pool.shutdownNow();
        connections.forEach(TcpConnection::close);
        try {
            pool.awaitTermination(options.step().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
