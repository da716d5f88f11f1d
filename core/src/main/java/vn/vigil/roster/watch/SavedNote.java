package vn.vigil.roster.watch;

/** @param unchanged it was so already */
public record SavedNote(Note note, boolean unchanged) {}
