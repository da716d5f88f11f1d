package vn.vigil.camera;

import java.util.ArrayList;
import java.util.List;

/**
 * One machine's part of the cameras, when several share the work. Which part a camera belongs to depends on its name alone, so
 * that machines agree without talking.
 *
 * @param part from 1
 * @param parts how many there are, 1 to 99
 */
public record Shard(int part, int parts) {
    /** All cameras. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (part < 1 || part > parts || parts > 99) {
            throw new IllegalArgumentException("no such part");
        }
    }

    /** {@code "1/3"}, or null when it is no such text. */
    public static Shard of(String text) {
        int slash = text.indexOf('/');
        try {
            int part = Integer.parseInt(text.substring(0, Math.max(0, slash)));
            int parts = Integer.parseInt(text.substring(slash + 1));
            return part < 1 || part > parts || parts > 99 ? null : new Shard(part, parts);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    List<Camera> of(List<Camera> cameras) {
        if (parts == 1) {
            return cameras;
        }
        List<Camera> mine = new ArrayList<>();
        for (Camera camera : cameras) {
            if (Math.floorMod(camera.id().value().hashCode(), parts) == part - 1) {
                mine.add(camera);
            }
        }
        return mine;
    }

    @Override
    public String toString() {
        return part + "/" + parts;
    }
}
