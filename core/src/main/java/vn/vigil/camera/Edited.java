package vn.vigil.camera;

import java.util.List;

/**
 * What an edit did.
 *
 * @param camera as it now stands
 * @param changes fields that are now otherwise, in their order; empty: it was so already
 * @param loginChanged its login was replaced, by which a refused one is forgiven
 * @param loginTakenFromUrl an address held a login, which went into the vault instead of the store
 * @param folderMissing the folder of its recordings is not there (yet), or cannot be read from here
 */
public record Edited(
        Camera camera,
        List<CameraChange> changes,
        boolean loginChanged,
        boolean loginTakenFromUrl,
        boolean folderMissing) {
    public Edited {
        changes = List.copyOf(changes);
    }

    /** Whether anything is otherwise than before. */
    public boolean changed() {
        return loginChanged || !changes.isEmpty();
    }
}
