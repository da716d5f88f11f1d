package vn.vigil.camera;

import java.util.ArrayList;
import java.util.List;

/**
 * One field that differs.
 *
 * @param from what is there; empty for nothing
 * @param to what shall be there; empty for nothing
 */
public record CameraChange(CameraField field, String from, String to) {
    /** Everything in which two states of a camera differ, in the order of the fields. */
    static List<CameraChange> between(Camera before, Camera after) {
        List<CameraChange> all = new ArrayList<>();
        for (CameraField field : CameraField.values()) {
            String from = field.text(before);
            String to = field.text(after);
            if (!from.equals(to)) {
                all.add(new CameraChange(field, from, to));
            }
        }
        return all;
    }

    /** What a form says otherwise than the camera has it; the login counts only when asked for. */
    static List<CameraChange> contradictions(CameraForm form, Camera there, Camera after, boolean login) {
        List<CameraChange> all = between(there, after);
        all.removeIf(c -> !form.said().containsKey(c.field()) || c.field() == CameraField.USER && !login);
        return all;
    }
}
