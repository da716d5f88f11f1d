package vn.vigil.roster.holiday;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of a file of decisions.
 *
 * @param added days that were put on record, in the file's order
 * @param unchanged days that were on record already
 */
public record ImportedHolidays(List<LocalDate> added, List<LocalDate> unchanged) {
    public ImportedHolidays {
        added = List.copyOf(added);
        unchanged = List.copyOf(unchanged);
    }
}
