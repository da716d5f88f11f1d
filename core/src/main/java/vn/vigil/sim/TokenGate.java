package vn.vigil.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * WS-UsernameToken with password digest (Web Services Security UsernameToken Profile 1.0 §3.1) as strict as a strict camera:
 * made within ten seconds of the camera's own clock, each nonce once. Thread-safe.
 */
final class TokenGate {
    /** How far {@code Created} may lie from the camera's clock. */
    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int MOST_NONCES = 1000;
    private static final String DIGEST =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";

    private final Device device;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_NONCES;
        }
    };

    TokenGate(Device device) {
        this.device = device;
    }

    /** True when the call carries a token at all. */
    static boolean carriesToken(Soap.Call call) {
        return call.header() != null && Soap.find(call.header(), "UsernameToken") != null;
    }

    /** True when the token lets its bearer in. */
    boolean admits(Soap.Call call) {
        Login login = device.gate().login();
        if (login == null || device.spec().has(Fault.REFUSES_LOGIN)) {
            return false;
        }
        Element token = Soap.find(call.header(), "UsernameToken");
        Element password = Soap.find(token, "Password");
        String nonce = text(token, "Nonce");
        String created = text(token, "Created");
        if (password == null
                || !DIGEST.equals(password.getAttribute("Type"))
                || !login.user().equals(text(token, "Username"))) {
            return false;
        }
        try {
            Duration apart =
                    Duration.between(Instant.parse(created), device.clock()).abs();
            if (apart.compareTo(WINDOW) > 0) {
                return false;
            }
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(Base64.getDecoder().decode(nonce));
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            sha1.update(login.password().getBytes(StandardCharsets.UTF_8));
            if (!Base64.getEncoder()
                    .encodeToString(sha1.digest())
                    .equals(password.getTextContent().trim())) {
                return false;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
        synchronized (seen) {
            return seen.put(nonce, Boolean.TRUE) == null;
        }
    }

    private static String text(Element token, String name) {
        Element found = Soap.find(token, name);
        return found == null ? "" : found.getTextContent().trim();
    }
}
