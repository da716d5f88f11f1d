package vn.vigil.vendor.dahua;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.NetException;
import vn.vigil.net.TcpConnection;

/** Calls of one device's CGI. A login that was refused once ends the conversation: nothing is sent any more. For one thread. */
final class Cgi {
    private static final String ROOT = "/cgi-bin/";
    private static final int MAX_WORDS = 4096;
    private static final byte[] ERROR = {'E', 'r', 'r', 'o', 'r'};

    private final Http http;
    private final DahuaOptions options;
    private boolean spent;
    private boolean known;

    Cgi(Http http, DahuaOptions options) {
        this.http = http;
        this.options = options;
    }

    /** Whether the login was refused. */
    boolean spent() {
        return spent;
    }

    /**
     * One question.
     *
     * @param call script and query, {@code magicBox.cgi?action=getSystemInfo}
     * @throws DahuaException FAULT also when the device says Error with HTTP 200
     */
    Answer ask(DahuaException.Step step, String call, Deadline deadline) throws DahuaException {
        requireLogin(step);
        HttpReply reply;
        try {
            reply = http.send(get(ROOT + call, options.maxBody()), deadline.within(options.callDeadline()));
        } catch (NetException e) {
            throw network(step, e);
        }
        judge(step, reply);
        Answer answer;
        try {
            answer = Answer.read(reply.body());
        } catch (Answer.Malformed e) {
            throw DahuaException.of(step, strange(), e.getMessage());
        }
        if (answer.isError()) {
            known = true;
            throw DahuaException.said(step, DahuaException.Cause.FAULT, reply.status(), answer.text());
        }
        if (answer.isMarkup()) {
            throw DahuaException.of(step, strange(), "a page instead of an answer");
        }
        if (!known && answer.values().isEmpty() && !answer.isOk()) {
            throw DahuaException.of(step, strange(), "neither key=value nor OK");
        }
        known = true;
        return answer;
    }

    /**
     * Fetches a file.
     *
     * @param target whole path and query
     * @return how many bytes came
     */
    long fetch(DahuaException.Step step, String target, Http.Sink sink, long maxBytes, Deadline deadline)
            throws DahuaException, IOException {
        requireLogin(step);
        Watch watch = new Watch(sink);
        HttpReply reply;
        try {
            reply = http.download(get(target, MAX_WORDS), watch, maxBytes, deadline);
        } catch (NetException e) {
            throw network(step, e);
        } catch (ErrorPage e) {
            throw DahuaException.said(step, DahuaException.Cause.FAULT, 200, e.getMessage());
        }
        judge(step, reply);
        known = true;
        return watch.taken;
    }

    private static HttpRequest get(String target, int maxReply) {
        return new HttpRequest("GET", target, Map.of(), new byte[0], maxReply);
    }

    private void requireLogin(DahuaException.Step step) throws DahuaException {
        if (spent) {
            throw DahuaException.refused(step, "before and is not offered again");
        }
    }

    private DahuaException network(DahuaException.Step step, NetException e) {
        if (e.cause() == NetException.Cause.PROTOCOL && !known) {
            return DahuaException.of(step, DahuaException.Cause.NOT_DAHUA, e.getMessage());
        }
        return DahuaException.network(step, e);
    }

    private DahuaException.Cause strange() {
        return known ? DahuaException.Cause.PROTOCOL : DahuaException.Cause.NOT_DAHUA;
    }

    private void judge(DahuaException.Step step, HttpReply reply) throws DahuaException {
        int status = reply.status();
        String words = words(reply.body());
        switch (reply.access()) {
            case REFUSED -> {
                spent = true;
                throw DahuaException.refused(step, words);
            }
            case NEEDED -> throw DahuaException.said(step, DahuaException.Cause.LOGIN_NEEDED, status, words);
            case OPEN, ACCEPTED -> {}
        }
        if (status >= 200 && status < 300) {
            return;
        }
        DahuaException.Cause reason =
                switch (status) {
                    case 400 ->
                        words.startsWith("<") && !known ? DahuaException.Cause.NOT_DAHUA : DahuaException.Cause.FAULT;
                    case 403 -> DahuaException.Cause.LOGIN_REFUSED;
                    case 404, 405, 501 -> known ? DahuaException.Cause.UNSUPPORTED : DahuaException.Cause.NOT_DAHUA;
                    case 429, 503 -> DahuaException.Cause.BUSY;
                    default -> strange();
                };
        throw DahuaException.said(step, reason, status, words);
    }

    private static String words(byte[] body) {
        return TcpConnection.text(body, 0, Math.min(body.length, MAX_WORDS)).strip();
    }

    /** The device sent words of failure as if they were the file. */
    private static final class ErrorPage extends IOException {
        private static final long serialVersionUID = 1L;

        ErrorPage(byte[] piece) {
            super(words(piece));
        }
    }

    /** Counts, and holds back the first few bytes until it is sure that they are no {@code Error}. */
    private static final class Watch implements Http.Sink {
        private final Http.Sink sink;
        private byte[] held = new byte[0];
        private boolean sure;
        private long taken;

        Watch(Http.Sink sink) {
            this.sink = sink;
        }

        @Override
        public void take(byte[] bytes) throws IOException {
            taken += bytes.length;
            if (sure) {
                sink.take(bytes);
                return;
            }
            byte[] begun = Arrays.copyOf(held, held.length + bytes.length);
            System.arraycopy(bytes, 0, begun, held.length, bytes.length);
            int compared = Math.min(begun.length, ERROR.length);
            if (Arrays.equals(begun, 0, compared, ERROR, 0, compared)) {
                if (begun.length >= ERROR.length) {
                    throw new ErrorPage(begun);
                }
                held = begun;
                return;
            }
            sure = true;
            sink.take(begun);
        }
    }
}
