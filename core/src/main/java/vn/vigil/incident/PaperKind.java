package vn.vigil.incident;

/** The papers about an incident. */
public enum PaperKind {
    /** Báo cáo nhanh: to those who must know at once (clauses 7.2a, 8.3f). */
    QUICK_REPORT,
    /** Hồ sơ sự việc: everything on record. */
    CASE_FILE
}
