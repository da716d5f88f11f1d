package vn.vigil.net;

/** Whom a TLS connection believes. */
public sealed interface TlsTrust {
    /**
     * One key, known by the SHA-256 of its SubjectPublicKeyInfo in lower-case hex (RFC 7469 pins the same thing). Cameras are
     * self-signed, so neither name nor issuer is looked at.
     *
     * @param fingerprint 64 hex digits, or null to accept whatever key is shown; {@link TcpConnection#fingerprint()} tells it
     */
    record Pinned(String fingerprint) implements TlsTrust {}

    /** The Java runtime's certification authorities, and the host's name in the certificate. */
    record Authorities() implements TlsTrust {}

    /** Accepts any key and reports it: for the first meeting with a camera. */
    static TlsTrust anyKey() {
        return new Pinned(null);
    }
}
