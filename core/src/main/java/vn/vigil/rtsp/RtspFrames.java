package vn.vigil.rtsp;

import java.nio.ByteBuffer;

/**
 * Cuts what arrives piece by piece into messages and interleaved packets, by the rules of {@link RtspWire}, without waiting.
 * For one thread.
 */
final class RtspFrames {
    private int scanned;
    private RtspMessage head;
    private int bodyLength;

    /**
     * The next message or packet.
     *
     * @param in what has arrived; a frame that is returned, or a head whose body is awaited, is read from it, the rest stays
     * @return null when more must arrive
     * @throws RtspFault as {@link RtspWire#next}
     */
    RtspFrame next(ByteBuffer in) throws RtspFault {
        while (head == null) {
            if (!in.hasRemaining()) {
                return null;
            }
            int first = in.get(in.position());
            if (first == '$') {
                return packet(in);
            }
            if (first == '\r' || first == '\n') {
                in.get();
            } else if (first < 'A' || first > 'Z') {
                throw new RtspFault("garbage between frames");
            } else if (!head(in)) {
                return null;
            }
        }
        if (in.remaining() < bodyLength) {
            return null;
        }
        RtspMessage message = head;
        head = null;
        return bodyLength == 0 ? message : message.withBody(take(in, bodyLength));
    }

    private boolean head(ByteBuffer in) throws RtspFault {
        for (; scanned < in.remaining(); scanned++) {
            int c = at(in, scanned);
            if (c == 0) {
                throw new RtspFault("garbage between frames");
            }
            boolean empty = c == '\n'
                    && scanned > 0
                    && (at(in, scanned - 1) == '\n'
                            || at(in, scanned - 1) == '\r' && scanned > 1 && at(in, scanned - 2) == '\n');
            if (empty) {
                RtspMessage message = RtspMessage.parseHead(take(in, scanned + 1));
                scanned = 0;
                bodyLength = message.contentLength();
                head = message;
                return true;
            }
            if (scanned >= RtspMessage.MAX_HEAD) {
                throw new RtspFault("a message head longer than " + RtspMessage.MAX_HEAD + " bytes");
            }
        }
        return false;
    }

    private static RtspFrame packet(ByteBuffer in) {
        int length = in.remaining() < 4 ? 0 : (at(in, 2) & 0xff) << 8 | at(in, 3) & 0xff;
        if (in.remaining() < 4 + length) {
            return null;
        }
        int channel = at(in, 1) & 0xff;
        take(in, 4);
        return new RtspFrame.Interleaved(channel, take(in, length));
    }

    private static byte at(ByteBuffer in, int index) {
        return in.get(in.position() + index);
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] taken = new byte[count];
        in.get(taken);
        return taken;
    }
}
