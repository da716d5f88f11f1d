package vn.vigil.camera;

import java.util.List;

/**
 * Which cameras a verb is about: those named, or those of a group, or all.
 *
 * @param names as a person typed them
 * @param group null: not chosen by group
 * @param all every camera
 */
public record CameraChoice(List<String> names, String group, boolean all) {
    public CameraChoice {
        names = List.copyOf(names);
    }
}
