/**
 * The paper mill: one source for every paper, and spreadsheets. Nothing here reads a clock: the same source and data are the
 * same bytes.
 *
 * <h2>Papers</h2>
 *
 * <pre>{@code
 * Templates templates = new Templates(home.resolve("templates")); // the user's own stand in front; null for none
 * Paper paper = templates.fill("duty-table", Lang.VI, data);      // maps, lists, texts, numbers; every field must be there
 * Paper edited = Paper.read(file, Lang.VI);                       // a person's Markdown with front matter
 * byte[] docx = Papers.docx(paper);                               // and pdf(paper), html(paper), markdown(paper)
 * List<WrittenPaper> files = Papers.write(paper, List.of(PaperForm.DOCX, PaperForm.PDF), prefix, force, rehearse);
 * }</pre>
 *
 * <p>What data a shipped template takes stands in the remark on its top:
 * {@code vn/vigil/document/template/duty-table.vi.md} (annex, landscape, any number of rows), {@code duty-month} (one A4 for
 * the wall). Values are escaped: no text of a person's changes the structure. A newline in a value is a new line on paper.
 * How to write a template: {@code docs/design/documents.md}.
 *
 * <h2>Spreadsheets</h2>
 *
 * <p>{@link vn.vigil.document.Sheets} reads XLSX as rows of texts with their addresses, within {@link
 * vn.vigil.document.SheetLimits}, and writes {@link vn.vigil.document.SheetPlan}s.
 *
 * <p>Loading is heavy for DOCX and PDF (font files, a layout engine) and for XLSX: a quick verb must not come here. HTML and
 * Markdown load neither.
 */
package vn.vigil.document;
