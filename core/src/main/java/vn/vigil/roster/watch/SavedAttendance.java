package vn.vigil.roster.watch;

/**
 * What became of an entry of attendance.
 *
 * @param unchanged it was so already
 */
public record SavedAttendance(Attendance attendance, boolean unchanged) {}
