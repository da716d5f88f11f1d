package vn.vigil.cli.command.report;

import java.util.Locale;
import vn.vigil.document.PaperForm;

/** What a report can be written as. */
enum ReportForm {
    DOCX,
    PDF,
    HTML,
    MD,
    /** The data, whose SHA-256 the report prints. */
    JSON,
    /** Each table as a file of its own. */
    CSV,
    XLSX;

    /** The word after the last dot of the file's name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a paper; null for what is none. */
    PaperForm paper() {
        return switch (this) {
            case DOCX -> PaperForm.DOCX;
            case PDF -> PaperForm.PDF;
            case HTML -> PaperForm.HTML;
            case MD -> PaperForm.MD;
            case JSON, CSV, XLSX -> null;
        };
    }
}
