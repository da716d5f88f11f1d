package vn.vigil.net;

import java.time.Duration;

/**
 * How much a {@link Gate} may do at once and for how long.
 *
 * @param width most exchanges at once; fewer when the process runs out of file descriptors
 * @param step longest wait for a connection, and for the whole of each answer however slowly it drips in
 * @param exchange longest time for one endpoint, its name's resolution included
 * @param answerLimit most bytes of one answer that is not yet complete
 */
public record GateOptions(int width, Duration step, Duration exchange, int answerLimit) {
    /** A thousand at once, three seconds a step, five an exchange, 128 KiB an answer. */
    public static final GateOptions DEFAULTS =
            new GateOptions(1024, Duration.ofSeconds(3), Duration.ofSeconds(5), 128 * 1024);

    public GateOptions {
        if (width < 1 || answerLimit < 1 || step.isNegative() || exchange.isNegative()) {
            throw new IllegalArgumentException("not the options of a gate");
        }
    }

    public GateOptions withWidth(int other) {
        return new GateOptions(other, step, exchange, answerLimit);
    }

    public GateOptions withTimes(Duration oneStep, Duration oneExchange) {
        return new GateOptions(width, oneStep, oneExchange, answerLimit);
    }
}
