package vn.vigil.onvif;

import java.net.URI;

/**
 * An address that a device gave, made fit for use: its host is the inventory's, and so is the port of HTTP; path and query
 * are the device's. It never holds user info.
 *
 * @param uri what to connect to
 * @param original what the device sent, without user info, at most 1024 characters, not neutralised
 */
public record DeviceAddress(URI uri, String original) {
    /** True when the device had named another host or port than the one in use. */
    public boolean rewritten() {
        return !uri.toString().equals(original);
    }
}
