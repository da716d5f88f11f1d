package vn.vigil.media;

/** Reads back the number that {@link SceneEncoder} drew into a picture, so that tests can prove which pictures a clip holds. */
public final class SceneReader {
    private SceneReader() {}

    /** @return the number, or -1 when the picture shows none or its check bits do not fit */
    public static long frameNumber(Picture picture) {
        throw new UnsupportedOperationException();
    }
}
