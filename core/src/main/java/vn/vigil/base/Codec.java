package vn.vigil.base;

/** What a track is coded in. */
public enum Codec {
    H264(true),
    H265(true),
    AAC(false),
    /** G.711 A-law. */
    PCMA(false),
    /** G.711 µ-law. */
    PCMU(false),
    /** Something vigil carries no further: named in facts, never recorded. */
    OTHER(false);

    private final boolean video;

    Codec(boolean video) {
        this.video = video;
    }

    public boolean video() {
        return video;
    }
}
