package vn.vigil.camera;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vn.vigil.base.CameraId;

/**
 * What somebody wrote about one camera: flags of a command line, a row of a file. Not judged yet; an address in it may hold a
 * password. Immutable.
 *
 * @param id its short name
 * @param said what was said, field by field, as it was written; an empty text takes away what is there
 */
public record CameraForm(CameraId id, Map<CameraField, String> said) {
    public CameraForm {
        EnumMap<CameraField, String> copy = new EnumMap<>(CameraField.class);
        copy.putAll(said);
        said = Collections.unmodifiableMap(copy);
    }

    /** Nothing said yet. */
    public static CameraForm of(CameraId id) {
        return new CameraForm(id, Map.of());
    }

    /** The same with one field more; null says nothing. */
    public CameraForm with(CameraField field, String text) {
        if (text == null) {
            return this;
        }
        EnumMap<CameraField, String> more = new EnumMap<>(CameraField.class);
        more.putAll(said);
        more.put(field, text);
        return new CameraForm(id, more);
    }

    /** What was said, or null. */
    String get(CameraField field) {
        return said.get(field);
    }

    /** Without the addresses, which may hold a password. */
    @Override
    public String toString() {
        return "CameraForm[" + id + "]";
    }
}
