package vn.vigil.report;

import java.time.LocalDate;
import vn.vigil.base.CaseId;

/**
 * A pledge that somebody of the staff signed (clause 8.3c).
 *
 * @param year for which it holds
 * @param day of signing
 * @param division may be empty
 */
public record Pledge(CaseId id, int year, LocalDate day, String name, String division) {
    static Pledge of(ReportEntry e) {
        return new Pledge(e.subject(), e.count("year"), e.day("day"), e.text("name"), e.text("division"));
    }
}
