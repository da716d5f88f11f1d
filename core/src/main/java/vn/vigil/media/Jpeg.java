package vn.vigil.media;

/** Writes pictures as baseline JPEG. Stateless; safe for use by several threads. */
public final class Jpeg {
    private Jpeg() {}

    /**
     * @param quality 1 (smallest) to 100 (best); 90 is fit for a snapshot
     * @return a whole JPEG file; the same for the same picture and quality
     * @throws MediaException {@code INTERNAL}
     */
    public static byte[] encode(Picture picture, int quality) {
        throw new UnsupportedOperationException();
    }
}
