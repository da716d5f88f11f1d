package vn.vigil.app;

import vn.vigil.media.Decoders;

/** Steps of the product's work that the build walks through once, so that the start-up archive knows their classes. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Decodes a made-up picture in this process, as the decoding process does. */
    public static void decode() {
        Decoders.rehearse();
    }
}
