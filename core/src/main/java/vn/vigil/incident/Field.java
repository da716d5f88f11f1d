package vn.vigil.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.vigil.base.CameraId;
import vn.vigil.base.MessageKey;

/** What of an opening can be corrected. Values are written as the store keeps them in an entry. */
public enum Field implements MessageKey {
    KIND,
    SEVERITY,
    TITLE,
    PLACE,
    ZONE,
    SOURCE,
    HAPPENED,
    UNTIL,
    DETECTED,
    RESTRICTED;

    /** @throws IllegalArgumentException when there is no such field */
    public static Field of(String word) {
        for (Field field : values()) {
            if (field.id().equals(word)) {
                return field;
            }
        }
        throw new IllegalArgumentException(word);
    }

    /** The value; empty for none. */
    String get(OpenIncident t) {
        return switch (this) {
            case KIND -> t.kind();
            case SEVERITY -> t.gravity().id();
            case TITLE -> t.title();
            case PLACE -> t.place();
            case ZONE -> t.zone().id();
            case SOURCE -> t.source().id();
            case HAPPENED -> t.happenedAt().toString();
            case UNTIL -> Objects.toString(t.until(), "");
            case DETECTED -> t.detectedAt().toString();
            case RESTRICTED -> Boolean.toString(t.restricted());
        };
    }

    OpenIncident put(OpenIncident t, String v) {
        return new OpenIncident(
                this == KIND ? v : t.kind(),
                this == SEVERITY ? Gravity.of(v) : t.gravity(),
                this == TITLE ? v : t.title(),
                this == PLACE ? v : t.place(),
                this == ZONE ? Zone.valueOf(v.toUpperCase(Locale.ROOT)) : t.zone(),
                this == SOURCE ? Source.of(v) : t.source(),
                this == HAPPENED ? Instant.parse(v) : t.happenedAt(),
                this == UNTIL ? v.isEmpty() ? null : Instant.parse(v) : t.until(),
                this == DETECTED ? Instant.parse(v) : t.detectedAt(),
                this == RESTRICTED ? Boolean.parseBoolean(v) : t.restricted(),
                t.cameras());
    }

    static OpenIncident withCameras(OpenIncident t, List<CameraId> cameras) {
        return new OpenIncident(
                t.kind(),
                t.gravity(),
                t.title(),
                t.place(),
                t.zone(),
                t.source(),
                t.happenedAt(),
                t.until(),
                t.detectedAt(),
                t.restricted(),
                cameras);
    }

    /** Without what could tell who and where. */
    static OpenIncident masked(OpenIncident t) {
        return withCameras(PLACE.put(TITLE.put(t, ""), ""), List.of());
    }

    @Override
    public String catalogue() {
        return "incident-field";
    }
}
