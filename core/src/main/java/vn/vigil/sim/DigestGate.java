package vn.vigil.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.vigil.base.World;

/**
 * Digest authentication as cameras ask for it (RFC 2617, RFC 7616), MD5 or SHA-256: with qop over HTTP, without over RTSP; an
 * answer in the other form is understood as well. Thread-safe.
 */
final class DigestGate {
    private static final int MOST_NONCES = 1000;

    private final World world;
    private final CameraSpec spec;
    private final String realm;
    private final Map<String, Boolean> nonces = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_NONCES;
        }
    };
    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Login login;

    DigestGate(World world, CameraSpec spec) {
        this.world = world;
        this.spec = spec;
        this.login = spec.login();
        this.realm = spec.vendor() == Vendor.DAHUA
                ? "Login to " + DahuaServices.serial(spec)
                : "IP Camera(" + spec.id() + ")";
    }

    /** How a request stands. */
    enum Standing {
        ADMITTED,
        /** No credentials, or with a nonce that is no longer known: it may ask again. */
        UNKNOWN,
        STALE,
        REFUSED
    }

    Standing judge(Request request) {
        judged.incrementAndGet();
        if (login == null && !spec.has(Fault.REFUSES_LOGIN)) {
            return Standing.ADMITTED;
        }
        String header = request.header("authorization");
        if (header == null) {
            return spec.has(Fault.ANONYMOUS) ? Standing.ADMITTED : Standing.UNKNOWN;
        }
        Standing standing = judge(request, header);
        if (standing == Standing.REFUSED) {
            refused.incrementAndGet();
        }
        return standing;
    }

    private Standing judge(Request request, String header) {
        boolean locked = spec.has(Fault.LOCKS_OUT) && refused.get() > 0;
        if (spec.has(Fault.REFUSES_LOGIN) || locked || !header.regionMatches(true, 0, "Digest ", 0, 7)) {
            return Standing.REFUSED;
        }
        Map<String, String> given = parameters(header.substring(7));
        String nonce = given.getOrDefault("nonce", "");
        synchronized (nonces) {
            if (!nonces.containsKey(nonce)) {
                return Standing.STALE;
            }
        }
        // What was signed must be what is asked for (RFC 7616 §3.4.6).
        Login right = login;
        if (!request.target().equals(given.get("uri")) || !right.user().equals(given.get("username"))) {
            return Standing.REFUSED;
        }
        String secret = hash(right.user() + ":" + realm + ":" + right.password());
        String asked = hash(request.method() + ":" + request.target());
        String middle = given.containsKey("qop")
                ? nonce + ":" + given.get("nc") + ":" + given.get("cnonce") + ":" + given.get("qop")
                : nonce;
        return hash(secret + ":" + middle + ":" + asked).equals(given.get("response"))
                ? Standing.ADMITTED
                : Standing.REFUSED;
    }

    /**
     * The value of WWW-Authenticate, with a fresh nonce.
     *
     * @param quality offers qop: cameras do so over HTTP and not over RTSP
     */
    String challenge(boolean stale, boolean quality) {
        byte[] random = new byte[16];
        world.random().nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        synchronized (nonces) {
            nonces.put(nonce, Boolean.TRUE);
        }
        return "Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm=" + algorithm()
                + (quality ? ", qop=\"auth\"" : "") + (stale ? ", stale=true" : "");
    }

    /** How many requests came that ask for the login, over HTTP and RTSP. */
    int judged() {
        return judged.get();
    }

    /** How many requests came with credentials and were refused, over HTTP headers, SOAP headers and RTSP. */
    int refused() {
        return refused.get();
    }

    void countRefused() {
        refused.incrementAndGet();
    }

    /** What the camera accepts now; null: it asks for nothing. */
    Login login() {
        return login;
    }

    void setPassword(String password) {
        login = new Login(login.user(), password);
    }

    private String algorithm() {
        return spec.authentication() == Authentication.DIGEST_SHA256 ? "SHA-256" : "MD5";
    }

    private String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm()).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = text.substring(at, equals).replace(",", "").trim().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = equals + 1;
            if (at < text.length() && text.charAt(at) == '"') {
                for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                    if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                        at++;
                    }
                    value.append(text.charAt(at));
                }
                at++;
            } else {
                for (; at < text.length() && text.charAt(at) != ','; at++) {
                    value.append(text.charAt(at));
                }
            }
            found.put(name, value.toString().trim());
        }
        return found;
    }
}
