package vn.vigil.base;

import java.util.regex.Pattern;

/**
 * A camera's short name in this site.
 *
 * @param value 1–40 characters: lower-case ASCII letters, digits, {@code -}, {@code _}; starts with a letter or digit
 */
public record CameraId(String value) implements Comparable<CameraId> {
    /** Loaded only when an id is made from foreign text. */
    private static final class Form {
        static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    }

    public CameraId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a camera id: " + value);
        }
    }

    public static boolean isValid(String text) {
        return Form.ID.matcher(text).matches();
    }

    @Override
    public int compareTo(CameraId o) {
        return value.compareTo(o.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
