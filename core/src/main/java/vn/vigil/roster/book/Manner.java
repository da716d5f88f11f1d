package vn.vigil.roster.book;

/** How what is told meets what is there. */
enum Manner {
    /** New, or the same as what is there; else a conflict. */
    ADD,
    /** Changes what is there, which must be. */
    EDIT,
    /** New, or instead of what is there. */
    SET
}
