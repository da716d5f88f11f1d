package vn.vigil.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** The UsernameToken of WS-Security with PasswordDigest (OASIS UsernameToken Profile 1.0 §3.1; ONVIF Core "User token profile"). Pure. */
final class WsSecurity {
    private WsSecurity() {}

    /**
     * The header for one request.
     *
     * @param created now on the device's clock: devices refuse what is older or newer than they tolerate
     * @param nonce fresh for each request
     */
    static String header(String user, String password, Instant created, byte[] nonce) {
        String when = OnvifTime.print(created);
        return "<Security s:mustUnderstand=\"1\" xmlns=\"" + OnvifNames.WSSE + "\"><UsernameToken><Username>"
                + Soap.escape(user) + "</Username><Password Type=\"" + OnvifNames.PASSWORD_DIGEST + "\">"
                + digest(nonce, when, password) + "</Password><Nonce EncodingType=\"" + OnvifNames.BASE64_BINARY + "\">"
                + Base64.getEncoder().encodeToString(nonce) + "</Nonce><Created xmlns=\"" + OnvifNames.WSU + "\">"
                + when
                + "</Created></UsernameToken></Security>";
    }

    /** Base64(SHA-1(nonce + created + password)): SHA-1 is what the profile demands, no choice of ours. */
    static String digest(byte[] nonce, String created, String password) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            sha1.update(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
