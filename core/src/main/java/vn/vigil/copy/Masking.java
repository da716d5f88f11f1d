package vn.vigil.copy;

import java.nio.file.Path;
import java.util.List;
import vn.vigil.media.Mask;

/**
 * What is to be hidden.
 *
 * @param masks as people write them: {@code x,y,width,height@from-to}
 * @param file a file of masks ({@code vigil.masks/1}), or null
 * @param confirmed the acting member has looked at every mask of the file and stands for it
 * @param style how
 */
public record Masking(List<String> masks, Path file, boolean confirmed, Mask.Style style) {
    public Masking {
        masks = List.copyOf(masks);
    }
}
