package vn.vigil.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The three streams and whether each is a terminal. The launcher finds that out ({@code VIGIL_TTY}, three digits for in,
 * out and err), since the JVM cannot tell once one of them is redirected. Not safe for several threads at once, except
 * {@link #err(String)}.
 */
public final class Streams {
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final boolean inTerminal;
    private final boolean outTerminal;
    private final boolean errTerminal;

    public Streams(
            InputStream in,
            OutputStream out,
            OutputStream err,
            boolean inTerminal,
            boolean outTerminal,
            boolean errTerminal) {
        this.in = in;
        this.out = new Pipe(out);
        this.err = err;
        this.inTerminal = inTerminal;
        this.outTerminal = outTerminal;
        this.errTerminal = errTerminal;
    }

    /** The process's own streams. */
    public static Streams process(Map<String, String> environment) {
        String tty = environment.getOrDefault("VIGIL_TTY", "000");
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                digit(tty, 0),
                digit(tty, 1),
                digit(tty, 2));
    }

    /** The terminal that questions go to: the process's own, or these very streams. */
    Terminal terminal() throws IOException {
        return in instanceof FileInputStream
                ? TerminalBuilder.builder().system(true).dumb(true).build()
                : TerminalBuilder.builder()
                        .system(false)
                        .streams(in, err)
                        .type("dumb")
                        .encoding(StandardCharsets.UTF_8)
                        .build();
    }

    private static boolean digit(String tty, int at) {
        return tty.length() > at && tty.charAt(at) == '1';
    }

    public InputStream in() {
        return in;
    }

    /** Standard output, buffered; a reader that went away shows as {@link ClosedPipe}, any other failure as {@link UncheckedIOException}. */
    public OutputStream out() {
        return out;
    }

    /** Writes finished text to standard error, at once. Standard error failing is nobody's concern. */
    public void err(String text) {
        synchronized (err) {
            try {
                err.write(text.getBytes(StandardCharsets.UTF_8));
                err.flush();
            } catch (IOException e) {
                // Nowhere left to tell.
            }
        }
    }

    public boolean inTerminal() {
        return inTerminal;
    }

    public boolean outTerminal() {
        return outTerminal;
    }

    public boolean errTerminal() {
        return errTerminal;
    }

    /** A buffer that tells a closed pipe from a full disk. */
    private static final class Pipe extends OutputStream {
        private final OutputStream to;
        private final byte[] buffer = new byte[16 * 1024];
        private int filled;

        Pipe(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) {
            if (filled == buffer.length) {
                drain();
            }
            buffer[filled++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (length > buffer.length - filled) {
                drain();
            }
            if (length > buffer.length) {
                send(bytes, from, length);
            } else {
                System.arraycopy(bytes, from, buffer, filled, length);
                filled += length;
            }
        }

        @Override
        public void flush() {
            drain();
            try {
                to.flush();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private void drain() {
            int n = filled;
            filled = 0;
            send(buffer, 0, n);
        }

        private void send(byte[] bytes, int from, int length) {
            try {
                to.write(bytes, from, length);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private static RuntimeException failed(IOException e) {
            String m = String.valueOf(e.getMessage());
            return m.contains("Broken pipe") || m.contains("Pipe closed") || m.contains("reset by peer")
                    ? new ClosedPipe()
                    : new UncheckedIOException(e);
        }
    }
}
