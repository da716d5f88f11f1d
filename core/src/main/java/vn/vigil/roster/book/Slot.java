package vn.vigil.roster.book;

import vn.vigil.base.TimeSpan;

/**
 * A seat to be filled.
 *
 * @param span the shift's true time that day
 */
public record Slot(SlotKey key, Post post, Shift shift, TimeSpan span) {}
