package vn.vigil.document;

import java.util.Locale;

/** What a paper can be made into. */
public enum PaperForm {
    /** Office Open XML, as Word and LibreOffice read it. */
    DOCX,
    /** PDF/A-2u and PDF/UA-1. */
    PDF,
    /** One XHTML page without anything outside it. */
    HTML,
    /** The Markdown source itself. */
    MD;

    /** The word after {@code --format}, and what follows the last dot of the file's name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
