package vn.vigil.copy;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be hidden.
 *
 * @param masks as people write them: {@code x,y,width,height@from-to}
 * @param file a file of masks ({@code vigil.masks/1}), or null
 * @param confirmed the acting member has looked at every mask of the file and stands for it
 * @param pixelated by coarse squares, so that it stays visible that somebody moves there; else black
 */
public record Masking(List<String> masks, Path file, boolean confirmed, boolean pixelated) {
    public Masking {
        masks = List.copyOf(masks);
    }
}
