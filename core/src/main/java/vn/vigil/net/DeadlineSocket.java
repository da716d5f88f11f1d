package vn.vigil.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import vn.vigil.base.Deadline;

/**
 * A socket whose every single read is given only the time left until its current deadline. TLS sits on top of it, so a
 * handshake or a record that drips in byte by byte ends at the deadline too.
 */
class DeadlineSocket extends Socket {
    volatile Deadline deadline;

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] b, int off, int len) throws IOException {
                int left = deadline.leftMillis();
                if (left == 0) { // also when bytes are there: a flood must not outlive the deadline either
                    throw new SocketTimeoutException();
                }
                setSoTimeout(left);
                return super.read(b, off, len);
            }
        };
    }
}
