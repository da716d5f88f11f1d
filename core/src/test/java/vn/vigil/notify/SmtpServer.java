package vn.vigil.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A small mail server on the loopback that takes mail, notes what was said to it, and misbehaves as it is told: a reply may be
 * set for each command ({@code GREETING}, {@code EHLO}, {@code AUTH}, {@code MAIL}, {@code RCPT}, {@code DATA}, {@code END});
 * {@code HANG} says nothing any more, {@code DROP} closes.
 */
final class SmtpServer implements AutoCloseable {
    static final String HANG = "hang";
    static final String DROP = "drop";

    private final ServerSocket socket;
    private final SSLContext tls;
    private final boolean tlsAtOnce;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();
    final List<String> logins = new CopyOnWriteArrayList<>();
    volatile boolean offersTls;
    volatile boolean lastWasTls;
    /** Run when a mail has arrived whole and before that is told. */
    volatile Runnable onMail = () -> {};

    private SmtpServer(SSLContext tls, boolean tlsAtOnce) throws IOException {
        this.tls = tls;
        this.tlsAtOnce = tlsAtOnce;
        this.offersTls = tls != null && !tlsAtOnce;
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    static SmtpServer plain() throws IOException {
        return new SmtpServer(null, false);
    }

    static SmtpServer starttls(SSLContext context) throws IOException {
        return new SmtpServer(context, false);
    }

    static SmtpServer smtps(SSLContext context) throws IOException {
        return new SmtpServer(context, true);
    }

    SmtpServer replies(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    void behaves() {
        replies.clear();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket s = socket.accept();
                open.add(s);
                start(() -> serve(s));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket plain) {
        try (plain) {
            Socket s = tlsAtOnce ? secure(plain) : plain;
            lastWasTls = tlsAtOnce;
            BufferedReader in = reader(s);
            OutputStream out = s.getOutputStream();
            if (!say(out, "GREETING", "220 test ESMTP")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String verb = line.split(" ")[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> {
                        String starttls = offersTls && s == plain ? "250-STARTTLS\r\n" : "";
                        if (!say(out, verb, "250-test\r\n" + starttls + "250 AUTH PLAIN LOGIN")) {
                            return;
                        }
                    }
                    case "STARTTLS" -> {
                        if (!say(out, verb, "220 go")) {
                            return;
                        }
                        s = secure(plain);
                        lastWasTls = true;
                        in = reader(s);
                        out = s.getOutputStream();
                    }
                    case "AUTH" -> {
                        logins.add(new String(
                                Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)),
                                StandardCharsets.UTF_8));
                        if (!say(out, verb, "235 welcome")) {
                            return;
                        }
                    }
                    case "DATA" -> {
                        if (!say(out, verb, "354 go on")) {
                            return;
                        }
                        if (replies.getOrDefault(verb, "3").startsWith("3")) {
                            String mail = mail(in);
                            if (replies.getOrDefault("END", "250").startsWith("250")) {
                                mails.add(mail);
                                onMail.run();
                            }
                            if (!say(out, "END", "250 taken")) {
                                return;
                            }
                        }
                    }
                    case "QUIT" -> {
                        say(out, verb, "221 bye");
                        return;
                    }
                    default -> {
                        if (!say(out, verb, "250 fine")) {
                            return;
                        }
                    }
                }
            }
        } catch (IOException e) {
            // The client left, did not trust us, or the test is over.
        }
    }

    private boolean say(OutputStream out, String command, String usual) throws IOException {
        String reply = replies.getOrDefault(command, usual);
        if (reply.equals(HANG)) {
            return true;
        }
        if (reply.equals(DROP)) {
            return false;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return mail.toString();
    }

    private Socket secure(Socket plain) throws IOException {
        SSLSocket s = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        s.setUseClientMode(false);
        s.startHandshake();
        return s;
    }

    private static BufferedReader reader(Socket s) throws IOException {
        return new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "smtp-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket s : open) {
            s.close();
        }
    }
}
