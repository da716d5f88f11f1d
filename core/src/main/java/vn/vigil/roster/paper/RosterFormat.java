package vn.vigil.roster.paper;

/** What a roster can be written as. */
public enum RosterFormat {
    /** One row a seat, as {@code roster import} reads it. */
    CSV("csv"),
    /** The duty table as one page without script or outside link. */
    HTML("html"),
    /** The duty table for Word and LibreOffice. */
    DOCX("docx"),
    /** The duty table as PDF/A. */
    PDF("pdf"),
    /** The duty table's source in Markdown. */
    MD("md"),
    /** iCalendar, RFC 5545. */
    ICS("ics");

    private final String word;

    RosterFormat(String word) {
        this.word = word;
    }

    /** The word the user types, and what follows the last dot of the file's name. */
    public String word() {
        return word;
    }

    /** Whether it is the paper with head and signature. */
    public boolean paper() {
        return this != CSV && this != ICS;
    }

    /** Whether a terminal would show rubbish. */
    public boolean binary() {
        return this == DOCX || this == PDF;
    }
}
