package vn.vigil.roster.paper;

import java.time.LocalDate;

/**
 * What an import came to.
 *
 * @param changed seats that have another holder now
 * @param unchanged seats that the file says as they are
 * @param first the file's first day
 * @param last its last day
 */
public record PlanImported(int changed, int unchanged, LocalDate first, LocalDate last) {}
