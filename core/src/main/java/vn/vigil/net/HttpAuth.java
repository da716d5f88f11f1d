package vn.vigil.net;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.vigil.base.World;

/**
 * One login in one conversation, by HTTP authentication as HTTP and RTSP share it: Digest (RFC 7616 with SHA-256, SHA-512/256
 * and MD5; RFC 2617; RFC 2069 without qop) and, where allowed, Basic (RFC 7617).
 *
 * <p>A password is offered once. A second 401 means it was refused, and nothing is ever offered again by this object, since
 * recorders count wrong passwords and lock the account. Two cases are no refusal: the server says {@code stale=true}, or it
 * has accepted this password before and now shows a new nonce; each is answered once in a row. For one thread.
 */
public final class HttpAuth {
    /** What a 401 means. */
    public enum Verdict {
        /** Ask again with {@link #authorization}. */
        ANSWER,
        /** The password was offered and not accepted. */
        REFUSED,
        /** No challenge that is understood and allowed (Basic alone, say, where it is not allowed). */
        NOT_UNDERSTOOD
    }

    private static final List<String> ALGORITHMS = List.of("SHA-256", "SHA-512-256", "MD5");

    /** One challenge: its scheme in lower case and its parameters, names in lower case. */
    record Challenge(String scheme, Map<String, String> parameters) {
        String get(String name) {
            return parameters.getOrDefault(name, "");
        }

        /** 0 is best; −1 when it is not understood. */
        int rank(boolean basicAllowed) {
            if (scheme.equals("basic")) {
                return basicAllowed ? ALGORITHMS.size() : -1;
            }
            String qop = get("qop");
            if (!scheme.equals("digest") || !parameters.containsKey("nonce") || !qop.isBlank() && !offersAuth(qop)) {
                return -1;
            }
            return ALGORITHMS.indexOf(algorithm());
        }

        String algorithm() {
            String name = get("algorithm").toUpperCase(Locale.ROOT);
            String plain = name.endsWith("-SESS") ? name.substring(0, name.length() - 5) : name;
            return plain.isEmpty() ? "MD5" : plain;
        }

        private static boolean offersAuth(String qop) {
            for (String one : qop.split(",")) {
                if (one.strip().equalsIgnoreCase("auth")) {
                    return true;
                }
            }
            return false;
        }
    }

    private final World world;
    private final Login login;
    private final boolean basicAllowed;
    private final Set<String> schemes = new LinkedHashSet<>();
    private Challenge chosen;
    private boolean offered;
    private boolean everAccepted;
    private boolean refused;
    private int renewals;
    private int count;
    private String sessionNonce;

    /**
     * @param login what to offer; null answers every challenge with NOT_UNDERSTOOD
     * @param basicAllowed whether the password may be sent in the clear (as good as: Base64) when nothing else is offered
     */
    public HttpAuth(World world, Login login, boolean basicAllowed) {
        this.world = world;
        this.login = login;
        this.basicAllowed = basicAllowed;
    }

    /**
     * A 401 came.
     *
     * @param wwwAuthenticate every WWW-Authenticate line's value, in order
     */
    public Verdict challenged(List<String> wwwAuthenticate) {
        if (refused) {
            return Verdict.REFUSED;
        }
        Challenge best = null;
        for (String line : wwwAuthenticate) {
            for (Challenge c : parse(line)) {
                name(c);
                int rank = c.rank(basicAllowed);
                if (rank >= 0 && (best == null || rank < best.rank(basicAllowed))) {
                    best = c;
                }
            }
        }
        if (offered) {
            boolean stale = best != null && best.get("stale").equalsIgnoreCase("true");
            boolean renewed = everAccepted && best != null && !best.get("nonce").equals(chosen.get("nonce"));
            if (!stale && !renewed || best.scheme().equals("basic") || ++renewals > 1) {
                refused = true;
                return Verdict.REFUSED;
            }
        }
        if (login == null || best == null) {
            return Verdict.NOT_UNDERSTOOD;
        }
        chosen = best;
        count = 0;
        sessionNonce = null;
        return Verdict.ANSWER;
    }

    private void name(Challenge c) {
        if (schemes.size() < 8 && c.scheme().length() <= 20) {
            schemes.add(c.scheme().equals("digest") ? "digest " + c.algorithm() : c.scheme());
        }
    }

    /** The ways of logging in that the server named, in its order ({@code digest MD5}, {@code basic}), at most 8; not neutralised. */
    public List<String> schemes() {
        return List.copyOf(schemes);
    }

    /** The server took a request that carried {@link #authorization}. */
    public void accepted() {
        everAccepted |= offered;
        renewals = 0;
    }

    /** Whether the password was offered and refused. */
    public boolean refused() {
        return refused;
    }

    /** Whether anything has been challenged and can be answered. */
    public boolean ready() {
        return chosen != null && !refused;
    }

    /**
     * The value of the Authorization header for one request.
     *
     * @param uri exactly what stands in the request line
     * @return null while nothing was challenged, and for ever once refused
     */
    public String authorization(String method, String uri) {
        if (!ready()) {
            return null;
        }
        byte[] random = new byte[12];
        world.random().nextBytes(random);
        return authorization(method, uri, Base64.getUrlEncoder().encodeToString(random));
    }

    /** As {@link #authorization(String, String)}, with the client's nonce given: for the RFCs' examples. */
    String authorization(String method, String uri, String clientNonce) {
        offered = true;
        if (chosen.scheme().equals("basic")) {
            byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }
        String realm = chosen.get("realm");
        String nonce = chosen.get("nonce");
        boolean qop = !chosen.get("qop").isBlank();
        boolean session = chosen.get("algorithm").toUpperCase(Locale.ROOT).endsWith("-SESS");
        if (sessionNonce == null) {
            sessionNonce = clientNonce;
        }
        String secret = hash(login.user() + ":" + realm + ":" + login.password());
        if (session) {
            secret = hash(secret + ":" + nonce + ":" + sessionNonce);
            clientNonce = sessionNonce;
        }
        String nc = HexFormat.of().toHexDigits(++count);
        String what = hash(method + ":" + uri);
        String response = hash(secret + ":" + nonce + ":" + (qop ? nc + ":" + clientNonce + ":auth:" : "") + what);

        StringBuilder out = new StringBuilder("Digest ");
        appendUser(out, realm);
        out.append(", realm=").append(quote(realm)).append(", nonce=").append(quote(nonce));
        out.append(", uri=")
                .append(quote(uri))
                .append(", response=\"")
                .append(response)
                .append('"');
        if (!chosen.get("algorithm").isEmpty()) {
            out.append(", algorithm=").append(chosen.algorithm()).append(session ? "-sess" : "");
        }
        if (qop || session) {
            out.append(", cnonce=").append(quote(clientNonce));
        }
        if (qop) {
            out.append(", nc=").append(nc).append(", qop=auth");
        }
        if (chosen.parameters().containsKey("opaque")) {
            out.append(", opaque=").append(quote(chosen.get("opaque")));
        }
        return out.append(chosen.get("userhash").equalsIgnoreCase("true") ? ", userhash=true" : "")
                .toString();
    }

    /** RFC 7616 §3.4: hashed, or in the extended form where the server speaks of UTF-8, else as it is. */
    private void appendUser(StringBuilder out, String realm) {
        String user = login.user();
        if (chosen.get("userhash").equalsIgnoreCase("true")) {
            out.append("username=\"").append(hash(user + ":" + realm)).append('"');
        } else if (chosen.get("charset").equalsIgnoreCase("UTF-8") && !isAscii(user)) {
            out.append("username*=UTF-8''");
            for (byte b : user.getBytes(StandardCharsets.UTF_8)) {
                if (b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                    out.append((char) b);
                } else {
                    out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
        } else {
            out.append("username=").append(quote(user));
        }
    }

    private String hash(String text) {
        String algorithm = chosen.algorithm().equals("SHA-512-256") ? "SHA-512/256" : chosen.algorithm();
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) > 126) {
                return false;
            }
        }
        return true;
    }

    private static String quote(String s) {
        StringBuilder out = new StringBuilder(s.length() + 2).append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }

    /**
     * The challenges of one header line (RFC 9110 §11.6.1): {@code scheme param=value, param="value", scheme …}. Tolerant:
     * what makes no sense is skipped.
     */
    static List<Challenge> parse(String line) {
        List<Challenge> found = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (!isToken(c)) {
                i++;
                continue;
            }
            int from = i;
            while (i < line.length() && isToken(line.charAt(i))) {
                i++;
            }
            String word = line.substring(from, i).toLowerCase(Locale.ROOT);
            int next = skipBlanks(line, i);
            if (next >= line.length() || line.charAt(next) != '=') {
                found.add(new Challenge(word, new TreeMap<>()));
                continue;
            }
            i = skipBlanks(line, next + 1);
            StringBuilder value = new StringBuilder();
            if (i < line.length() && line.charAt(i) == '"') {
                for (i++; i < line.length() && line.charAt(i) != '"'; i++) {
                    if (line.charAt(i) == '\\' && i + 1 < line.length()) {
                        i++;
                    }
                    value.append(line.charAt(i));
                }
                i++;
            } else {
                for (; i < line.length() && line.charAt(i) != ',' && line.charAt(i) != ' '; i++) {
                    value.append(line.charAt(i));
                }
            }
            if (!found.isEmpty()) {
                found.get(found.size() - 1).parameters().putIfAbsent(word, value.toString());
            }
        }
        return found;
    }

    private static int skipBlanks(String line, int i) {
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean isToken(char c) {
        return c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
}
