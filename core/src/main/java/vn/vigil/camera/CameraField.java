package vn.vigil.camera;

import java.util.Locale;

/**
 * What a person can say of a camera. The machine word is at once the flag without its dashes, the column of a CSV inventory and
 * the key of a JSON one; never translated.
 */
public enum CameraField {
    NAME,
    URL,
    SUB_URL,
    ONVIF,
    DRIVER,
    ADDRESS,
    CHANNEL,
    REPLAY_URL,
    /** Port of the streams that a device names, where it is mapped; used once and not kept. */
    RTSP_PORT,
    FOLDER,
    USER,
    /** Where the password lies; read once and not kept. */
    PASSWORD_FILE,
    BASIC_ALLOWED,
    TLS_PIN,
    ESSENTIAL,
    PLACE,
    GROUP,
    SITE,
    PURPOSE,
    RETENTION,
    INSTALLED,
    SUPPLIER,
    WARRANTY,
    UPLINK;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** {@code "sub-url"}. */
    public String word() {
        return word;
    }

    /** The field of that word, or null. */
    public static CameraField of(String word) {
        for (CameraField field : values()) {
            if (field.word.equals(word)) {
                return field;
            }
        }
        return null;
    }

    /** Whether the inventory keeps it, so that it can be shown, compared and written back. */
    public boolean kept() {
        return this != RTSP_PORT && this != PASSWORD_FILE;
    }

    /** What a camera has here, in the form that an inventory file has it and reads it back; empty for nothing. No secret. */
    public String text(Camera c) {
        String text =
                switch (this) {
                    case NAME -> c.name();
                    case URL -> c.url();
                    case SUB_URL -> c.subUrl();
                    case ONVIF -> c.onvif();
                    case DRIVER -> c.route().driver().word();
                    case ADDRESS -> c.route().address();
                    case CHANNEL -> Integer.toString(c.route().channel());
                    case REPLAY_URL -> c.replayUrl();
                    case RTSP_PORT, PASSWORD_FILE -> null;
                    case FOLDER -> c.route().folder();
                    case USER -> c.user();
                    case BASIC_ALLOWED -> c.route().basicAllowed() ? "yes" : "no";
                    case TLS_PIN -> c.route().pin();
                    case ESSENTIAL -> c.essential() ? "yes" : "no";
                    case PLACE -> c.place();
                    case GROUP -> String.join(",", c.card().groups());
                    case SITE -> c.card().site();
                    case PURPOSE -> c.card().purpose();
                    case RETENTION ->
                        c.card().retentionDays() == 0 ? null : c.card().retentionDays() + "d";
                    case INSTALLED ->
                        c.card().installed() == null
                                ? null
                                : c.card().installed().toString();
                    case SUPPLIER -> c.card().supplier();
                    case WARRANTY ->
                        c.card().warrantyUntil() == null
                                ? null
                                : c.card().warrantyUntil().toString();
                    case UPLINK -> c.card().uplink();
                };
        return text == null ? "" : text;
    }
}
