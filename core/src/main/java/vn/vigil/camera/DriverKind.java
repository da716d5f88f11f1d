package vn.vigil.camera;

import java.util.Locale;

/** The way in which a camera and its recordings are spoken to. The words of the machine form; never translated. */
public enum DriverKind {
    /** ONVIF: Media 1 and 2, Recording Search, Replay (Profile S, T, G). */
    ONVIF,
    /** A stream address and nothing else. */
    RTSP,
    /** Hikvision ISAPI, beside ONVIF where the device has both. */
    HIKVISION,
    /** Dahua CGI, beside ONVIF where the device has both. */
    DAHUA,
    /** The segment files of an existing recorder; live by a stream address, where there is one. */
    FOLDER;

    /** {@code "hikvision"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the device itself says where its streams are. */
    boolean tellsStreams() {
        return this == ONVIF || this == HIKVISION || this == DAHUA;
    }

    /** The kind of that word, or null. */
    public static DriverKind of(String word) {
        for (DriverKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
