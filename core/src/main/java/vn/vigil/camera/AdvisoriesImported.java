package vn.vigil.camera;

import java.time.LocalDate;

/**
 * What the import of a table of advisories came to.
 *
 * @param date the table's own
 * @param rows how many advisories it holds
 * @param unchanged this very table was there already
 */
public record AdvisoriesImported(LocalDate date, int rows, boolean unchanged) {}
