package vn.vigil.net;

import java.nio.ByteBuffer;

/**
 * One side of a small exchange of requests and answers, as a machine that is fed what arrives: it never waits. A {@link Gate}
 * calls its methods one after another, never two at once, and none after it has ended: by {@code null}, by {@link #failed} or
 * by {@link #notRun}.
 */
public interface Talk {
    /** Nothing to send: more of the answer is awaited. */
    byte[] MORE = {};

    /**
     * The connection stands.
     *
     * @return what to send first, or null when that was all there was to learn
     */
    byte[] connected();

    /**
     * Something has arrived.
     *
     * @param in everything that has arrived and was not taken yet; what is read from it counts as taken, the rest is shown
     *     again together with what comes next
     * @return what to send next, {@link #MORE}, or null when the exchange is over
     */
    byte[] received(ByteBuffer in);

    /** No connection, or it broke, closed or took too long before the exchange was over. */
    void failed(NetException e);

    /** The exchange was not held, or cut off, for a reason on this side: nothing is known about the other. */
    void notRun();
}
