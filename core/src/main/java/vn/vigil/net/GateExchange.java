package vn.vigil.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import vn.vigil.base.Deadline;

/** One endpoint's turn at a {@link Gate}. Handed from thread to thread, used by one at a time. */
final class GateExchange {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    final Gate.Target target;
    SocketChannel channel;
    SelectionKey key;
    /** Its index among the open ones. */
    int place;

    private final GateOptions options;
    private final Deadline whole;
    private final Deadline deadline;
    private Deadline step;
    private Talk talk;
    private volatile boolean over;
    /** What has arrived and was not taken, ready for more to be put behind it. */
    private ByteBuffer kept = NOTHING;

    private ByteBuffer unsent = NOTHING;

    GateExchange(Gate.Target target, GateOptions options, Deadline whole) {
        this.target = target;
        this.options = options;
        this.whole = whole;
        this.deadline = whole.within(options.exchange());
        this.step = deadline;
    }

    Deadline deadline() {
        return deadline;
    }

    /** The deadline of the step that was begun last. */
    Deadline stepDeadline() {
        return step;
    }

    boolean isOver() {
        return over;
    }

    boolean late() {
        return step.passed();
    }

    /** A step begins. */
    void step() {
        step = deadline.within(options.step());
    }

    void connected() throws IOException {
        send(opened());
    }

    /** What is to be sent on a connection that stands, or null. */
    byte[] opened() {
        try {
            return next(talk().connected());
        } catch (RuntimeException e) {
            return spoilt();
        }
    }

    /** Does what the channel is ready for. */
    void attend(ByteBuffer buffer) throws IOException {
        if (key.isConnectable()) {
            if (channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                connected();
            }
            return;
        }
        if (key.isWritable()) {
            write();
        }
        if (key.isReadable()) {
            read(buffer);
        }
    }

    private void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            throw new NetException(NetException.Cause.CLOSED, "connection closed early by " + target.endpoint());
        }
        buffer.flip();
        send(arrived(buffer));
    }

    /** Shows the talk what has arrived; what it leaves is kept. */
    byte[] arrived(ByteBuffer fresh) throws NetException {
        ByteBuffer in = fresh;
        if (kept.position() > 0) {
            keep(fresh);
            in = kept.flip();
        }
        byte[] answer;
        try {
            answer = next(talk().received(in));
        } catch (RuntimeException e) {
            return spoilt();
        }
        if (in == kept) {
            kept.compact();
        } else if (in.hasRemaining() && !over) {
            keep(in);
        }
        return answer;
    }

    private void keep(ByteBuffer fresh) throws NetException {
        int size = kept.position() + fresh.remaining();
        if (size > options.answerLimit()) {
            throw new NetException(
                    NetException.Cause.TOO_LARGE, "an answer of more than " + options.answerLimit() + " bytes");
        }
        if (size > kept.capacity()) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(size, Math.min(2 * size, options.answerLimit())));
            larger.put(kept.flip());
            kept = larger;
        }
        kept.put(fresh);
    }

    private byte[] next(byte[] answer) {
        if (answer == null) {
            over = true;
        } else if (answer.length > 0) {
            step();
        }
        return answer;
    }

    private void send(byte[] bytes) throws IOException {
        if (bytes == null || bytes.length == 0) {
            return;
        }
        if (unsent.hasRemaining()) {
            // An answer came before all of the question was out; requests are small, so the other side is no honest
            // one.
            throw new NetException(NetException.Cause.PROTOCOL, "an answer to half a question");
        }
        unsent = ByteBuffer.wrap(bytes);
        write();
    }

    private void write() throws IOException {
        channel.write(unsent);
        int wanted = SelectionKey.OP_READ | (unsent.hasRemaining() ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** Ends it by a failure; one that comes of the whole run's end says nothing about the other side. */
    void fail(NetException e) {
        if (e.cause() == NetException.Cause.TIMEOUT && whole.passed()) {
            notRun();
        } else if (!over) {
            over = true;
            try {
                talk().failed(e);
            } catch (RuntimeException fault) {
                talk.notRun();
            }
        }
    }

    void notRun() {
        if (!over) {
            over = true;
            talk().notRun();
        }
    }

    /** A fault of this program on one endpoint's input must not blind it to the others. */
    private byte[] spoilt() {
        notRun();
        return null;
    }

    private Talk talk() {
        if (talk == null) {
            talk = target.talk().get();
        }
        return talk;
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Given up either way.
        }
    }
}
