package vn.vigil.document;

import java.util.List;

/** One part of a paper's body, top to bottom. */
sealed interface Block {
    /** @param level 1 for a part, 2 for a section, 3 for an article, up to 6 */
    record Heading(int level, List<Run> text) implements Block {}

    /**
     * A paragraph; a list's item too.
     *
     * @param mark what stands in front: {@code "- "}, {@code "1. "}; empty for none
     * @param depth of the list, 0 outside
     */
    record Paragraph(String mark, int depth, List<Run> text) implements Block {}

    /**
     * @param widths shares of the width, their sum is 1
     * @param size of its letters in points; 0 for the body's
     * @param aligns one a column
     * @param header one a column
     * @param rows each with one cell a column
     * @param heat when its cells are shaded by their values, else null
     */
    record Table(
            double[] widths,
            double size,
            List<Align> aligns,
            List<List<Run>> header,
            List<List<List<Run>>> rows,
            ChartPlan heat)
            implements Block {
        /** How dark a cell is, 0 to 1; -1 for one that is not shaded. */
        double shade(int row, int column) {
            Double value = heat == null || column == 0
                    ? null
                    : heat.series().get(column - 1).values().get(row);
            return value == null ? -1 : heat.shade(value);
        }
    }

    /** A drawing of the table that follows; never of the kind that is a table itself, never empty. */
    record Chart(ChartPlan plan) implements Block {}

    /** A thin line across. */
    record Line() implements Block {}

    record PageBreak() implements Block {}

    /** Where the signatures stand when not at the end: annexes come behind. */
    record Signatures() implements Block {}

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }
}
