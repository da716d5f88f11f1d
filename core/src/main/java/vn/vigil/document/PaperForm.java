package vn.vigil.document;

/** What a paper can be made into. */
public enum PaperForm {
    /** Office Open XML, as Word and LibreOffice read it. */
    DOCX("docx", "docx"),
    /** PDF/A-2u and PDF/UA-1. */
    PDF("pdf", "pdf"),
    /** One XHTML page without anything outside it. */
    HTML("html", "html"),
    /** The source itself. */
    MARKDOWN("md", "md");

    private final String word;
    private final String extension;

    PaperForm(String word, String extension) {
        this.word = word;
        this.extension = extension;
    }

    /** The word after {@code --format}. */
    public String word() {
        return word;
    }

    /** What follows the last dot of the file's name. */
    public String extension() {
        return extension;
    }
}
