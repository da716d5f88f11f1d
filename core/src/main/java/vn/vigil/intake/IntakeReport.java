package vn.vigil.intake;

import java.util.List;
import vn.vigil.base.Message;

/**
 * What an import of a workbook did.
 *
 * @param parts one a sheet, in the order in which they were entered
 * @param told what was repaired or made up, and what is worth knowing
 */
public record IntakeReport(List<Part> parts, List<Message> told) {
    /**
     * @param added ids of what is new, in the sheet's order; for leave its numbers
     * @param unchanged of what was there already with the same facts
     */
    public record Part(IntakeSheet sheet, List<String> added, List<String> unchanged) {
        public Part {
            added = List.copyOf(added);
            unchanged = List.copyOf(unchanged);
        }
    }

    public IntakeReport {
        parts = List.copyOf(parts);
        told = List.copyOf(told);
    }
}
