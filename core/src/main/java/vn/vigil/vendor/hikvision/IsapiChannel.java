package vn.vigil.vendor.hikvision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.NetException;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlException;
import vn.vigil.xml.XmlNames;
import vn.vigil.xml.XmlReader;

/**
 * Requests to one device and what their answers mean. Elements are told apart by their local names alone, since firmwares put
 * the same answers under hikvision.com, isapi.org, std-cgi.com and urn:psialliance-org. After one refused login nothing is sent
 * any more. For one thread.
 */
final class IsapiChannel {
    private static final String XML = "application/xml; charset=\"UTF-8\"";
    private static final String UNKNOWN_CALLS = ",methodnotallowed,notsupport,invalidoperation,";
    private static final byte[] NOTHING = {};

    private final Http http;
    private final HikvisionOptions options;
    private HikvisionException spent;
    private boolean known;

    IsapiChannel(Http http, HikvisionOptions options) {
        this.http = http;
        this.options = options;
    }

    Xml get(String path, Deadline deadline) throws HikvisionException {
        return exchange("GET", path, NOTHING, deadline);
    }

    Xml post(String path, String xml, Deadline deadline) throws HikvisionException {
        return exchange("POST", path, xml.getBytes(StandardCharsets.UTF_8), deadline);
    }

    private Xml exchange(String method, String path, byte[] body, Deadline deadline) throws HikvisionException {
        refuseAgain();
        HttpReply reply;
        try {
            reply = http.send(request(method, path, body), deadline.within(options.callDeadline()));
        } catch (NetException e) {
            throw HikvisionException.network(e, known);
        }
        judge(reply);
        return root(reply.status(), reply.body());
    }

    /**
     * Asks for a file.
     *
     * @return how many bytes the sink was given
     * @throws IOException what the sink throws
     */
    long download(String method, String path, String xml, Http.Sink sink, long maxBytes, Deadline deadline)
            throws HikvisionException, IOException {
        refuseAgain();
        FileSink file = new FileSink(sink);
        HttpReply reply;
        try {
            HttpRequest request = request(method, path, xml.getBytes(StandardCharsets.UTF_8));
            reply = http.download(request, file, maxBytes, deadline);
        } catch (NetException e) {
            throw HikvisionException.network(e, known);
        }
        judge(reply);
        if (file.words() != null) {
            root(reply.status(), file.words());
            throw HikvisionException.of(Cause.PROTOCOL, "an answer in words where a file was asked for");
        }
        if (file.given() == 0) {
            throw HikvisionException.of(Cause.PROTOCOL, "an empty file");
        }
        return file.given();
    }

    private HttpRequest request(String method, String path, byte[] body) {
        Map<String, String> headers = body.length == 0 ? Map.of() : Map.of("Content-Type", XML);
        return new HttpRequest(method, path, headers, body, options.maxBody());
    }

    private void refuseAgain() throws HikvisionException {
        if (spent != null) {
            throw HikvisionException.of(Cause.LOGIN_REFUSED, "the login was refused before and is not offered again");
        }
    }

    /** Returns for 2xx. */
    private void judge(HttpReply reply) throws HikvisionException {
        int status = reply.status();
        switch (reply.access()) {
            case REFUSED -> {
                spent = HikvisionException.fault(Cause.LOGIN_REFUSED, status, words(parsed(reply.body())));
                throw spent;
            }
            case NEEDED ->
                throw HikvisionException.of(
                        Cause.LOGIN_NEEDED, "a login is asked for that was not given or not in a way that is allowed");
            case OPEN, ACCEPTED -> {}
        }
        if (status >= 300 && status < 400) {
            throw HikvisionException.of(Cause.NOT_ISAPI, "HTTP " + status + ": a redirect was not followed");
        }
        if (status >= 400) {
            Xml told = parsed(reply.body());
            throw refused(status, told);
        }
    }

    private HikvisionException refused(int status, Xml told) {
        boolean isapi = told != null && told.name().equals("ResponseStatus");
        known |= isapi;
        String sub = told == null ? "" : told.word("subStatusCode").toLowerCase(Locale.ROOT);
        int code = told == null ? 0 : told.count("statusCode");
        if (!isapi && !known && (status == 404 || status == 405 || status == 403)) {
            return HikvisionException.of(Cause.NOT_ISAPI, "HTTP " + status + " without a word of ISAPI");
        }
        Cause cause;
        if (sub.equals("lowprivilege") || sub.equals("badauthorization") || sub.equals("nopermission")) {
            cause = Cause.DENIED;
        } else if (code == 2 || sub.contains("busy") || status == 503 || status == 500 && code < 4) {
            cause = Cause.BUSY;
        } else if (status == 404 || status == 405 || status == 501 || UNKNOWN_CALLS.contains("," + sub + ",")) {
            cause = Cause.UNSUPPORTED;
        } else {
            cause = status == 403 && !isapi ? Cause.DENIED : Cause.FAULT;
        }
        return HikvisionException.fault(cause, status, words(told));
    }

    private static String words(Xml told) {
        if (told == null) {
            return "no word of ISAPI";
        }
        String code = told.word("statusCode");
        return (code.isEmpty() ? "" : code + " ")
                + told.word("statusString") + " " + told.word("subStatusCode")
                + (told.word("lockStatus").isEmpty() ? "" : " lockStatus " + told.word("lockStatus"));
    }

    private static Xml parsed(byte[] body) {
        try {
            return XmlReader.read(XmlReader.decode(body), XmlNames.ANY);
        } catch (XmlException e) {
            return null;
        }
    }

    /** The answer's element; a ResponseStatus that is no success is a fault, whatever the HTTP status says. */
    private Xml root(int status, byte[] body) throws HikvisionException {
        Xml read;
        try {
            read = XmlReader.read(XmlReader.decode(body), XmlNames.ANY);
        } catch (XmlException e) {
            throw HikvisionException.of(
                    known ? Cause.PROTOCOL : Cause.NOT_ISAPI, "HTTP " + status + " with " + e.getMessage());
        }
        if (read.name().equalsIgnoreCase("html")) {
            throw HikvisionException.of(Cause.NOT_ISAPI, "HTTP " + status + " with a page for people");
        }
        if (read.name().equals("ResponseStatus") && read.count("statusCode") > 1) {
            throw refused(status, read);
        }
        known = true;
        return read;
    }

    /** Hands a file on; an answer in XML is kept back and told as what it is. */
    private static final class FileSink implements Http.Sink {
        private static final int MOST_WORDS = 64 * 1024;

        private final Http.Sink sink;
        private java.io.ByteArrayOutputStream words;
        private long given;

        FileSink(Http.Sink sink) {
            this.sink = sink;
        }

        @Override
        public void take(byte[] bytes) throws IOException {
            if (given == 0 && words == null && bytes.length > 0 && bytes[0] == '<') {
                words = new java.io.ByteArrayOutputStream();
            }
            if (words == null) {
                sink.take(bytes);
                given += bytes.length;
            } else if (words.size() + bytes.length > MOST_WORDS) {
                throw new NetException(NetException.Cause.TOO_LARGE, "an endless answer in words");
            } else {
                words.write(bytes);
            }
        }

        byte[] words() {
            return words == null ? null : words.toByteArray();
        }

        long given() {
            return given;
        }
    }
}
