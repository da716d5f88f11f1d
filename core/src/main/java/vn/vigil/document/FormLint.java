package vn.vigil.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;

/**
 * Holds a DOCX, a PDF or a paper's Markdown against the form of administrative papers (Decree 30/2020/NĐ-CP, Phụ lục I).
 * Reads only; hostile files are refused within bounds of time and memory. Stateless, safe for several threads.
 */
public final class FormLint {
    private static final long LARGEST = 50L << 20;

    private FormLint() {}

    /**
     * Checks a file. What it is, its first bytes tell, not its name.
     *
     * @throws VigilException NOT_FOUND when there is no such file; USAGE when it is neither DOCX, PDF nor readable Markdown, is
     *     damaged, locked or too large
     */
    public static FormReport check(Path file) {
        byte[] bytes = Packed.read(file, LARGEST);
        FormFacts facts;
        if (Packed.isOle(bytes)) {
            throw Packed.refuse(file, DocumentText.OLD_OR_LOCKED_PAPER.with()).next(DocumentText.SAVE_AS_DOCX.with());
        } else if (Packed.isZip(bytes)) {
            facts = DocxFacts.read(file);
        } else if (new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            facts = PdfFacts.read(file, bytes);
        } else {
            Paper paper = Paper.read(file, Lang.VI);
            facts = DocxFacts.read(file, Papers.docx(paper), "md");
            facts.official = paper.head().official() && paper.lang() == Lang.VI;
            // What the paper is made with is vigil's own doing.
            facts.numbered = null;
            // The source itself, for the paper is composed whatever the source was.
            facts.lines.add(0, new FormFacts.Line(raw(bytes), 0, true));
        }
        return FormJudge.judge(file, facts);
    }

    /** The first line that is not composed, or nothing. */
    private static String raw(byte[] bytes) {
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            if (!java.text.Normalizer.isNormalized(line, java.text.Normalizer.Form.NFC)) {
                return line;
            }
        }
        return "";
    }
}
