package vn.vigil.sim;

/** Which ways of logging in a simulated camera knows (ONVIF Core, "Authentication"). */
public enum Authentication {
    /** HTTP and RTSP Digest with MD5 (qop over HTTP only), as most cameras do; WS-UsernameToken too. Without credentials: HTTP 401. */
    DIGEST_MD5,
    /** The same with SHA-256 only (RFC 7616), as hardened firmware does. */
    DIGEST_SHA256,
    /** ONVIF by WS-UsernameToken only: without credentials HTTP 400 and a fault. RTSP by Digest with MD5. */
    USERNAME_TOKEN
}
