package vn.vigil.camera;

import java.util.Locale;

/** What an audit looks at, in the order it is shown. The words of the machine form; never translated. */
public enum AuditPoint {
    /** Whether the maker's well-known first password opens the device; tried only on request. */
    DEFAULT_PASSWORD,
    /** Whether the live stream is described to somebody without a login. */
    ANONYMOUS_STREAM,
    /** Whether the device tells who it is to somebody without a login, by ONVIF. */
    ANONYMOUS_DEVICE,
    /** Whether a still picture is given to somebody without a login. */
    ANONYMOUS_SNAPSHOT,
    /** Who may log in, and as what. */
    ACCOUNTS,
    /** Its firmware against the table of known advisories. */
    FIRMWARE,
    /** Which ports take a connection. */
    PORTS,
    /** Services that the device itself says are on. */
    SERVICES,
    /** Whether its web interface speaks TLS. */
    TLS,
    CERTIFICATE,
    /** Its TLS key against the pinned one. */
    TLS_KEY,
    /** What sets its clock. */
    TIME_SOURCE,
    /** How far its clock was off at the last reading. */
    CLOCK,
    /** Whether it is still the device that the inventory knows. */
    IDENTITY,
    /** Whether its password may go over a plain connection. */
    BASIC,
    /** Whether an address in the inventory carries a password. */
    ADDRESS,
    /** How old its login is. */
    LOGIN_AGE;

    /** {@code "default-password"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
