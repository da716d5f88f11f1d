package vn.vigil.seal;

/** The one word about a package. */
public enum Verdict {
    GENUINE,
    /** All holds, but no trusted timestamp proves since when. */
    GENUINE_TIME_NOT_PROVEN,
    NOT_GENUINE
}
