package vn.vigil.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was read of a paper, whatever its form, for {@link FormJudge}. Filled by one reader, then only read. */
final class FormFacts {
    /** The kind of file. */
    final String kind;

    /** Whether the paper means to have the head of the decree; a list for the wall does not. */
    boolean official = true;

    /** Width and height of each sort of page, in millimetres. */
    final List<double[]> papers = new ArrayList<>();

    /** Top, bottom, left, right of each sort of page, in millimetres. */
    final List<double[]> margins = new ArrayList<>();

    /** Whether the margins are those of the letters, which may stand away from the edge of the text's area. */
    boolean ofLetters;

    /** Families in use. */
    final Set<String> fonts = new TreeSet<>();

    /** Of a PDF: fonts that are not inside. */
    final Set<String> outside = new TreeSet<>();

    final List<Line> lines = new ArrayList<>();

    /** Whether there is a page number; null when one page only cannot tell. */
    Boolean numbered;

    boolean numberOnFirst;
    boolean numberElsewhere;

    FormFacts(String kind) {
        this.kind = kind;
    }

    /**
     * A paragraph, or a line of a PDF.
     *
     * @param size in points, of most of its letters; 0 when not known
     * @param table whether it stands in a table with borders; false when that is not known
     */
    record Line(String text, double size, boolean table) {}
}
