package vn.vigil.hold;

/**
 * A hold's copy, judged.
 *
 * @param whole every clip opens, and is the one that was copied
 */
public record HoldCheck(Held held, boolean whole) {}
