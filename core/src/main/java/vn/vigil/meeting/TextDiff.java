package vn.vigil.meeting;

import java.util.ArrayList;
import java.util.List;

/** Line by line, what was taken away and what was added, by the longest common subsequence. Pure. */
public final class TextDiff {
    private TextDiff() {}

    /** @param mark {@code ' '}, {@code '-'} or {@code '+'} */
    public record Line(char mark, String text) {}

    /** What the table may hold; no minutes come near it. */
    private static final long CELLS = 16_000_000;

    /** Every line of both texts, in order. @throws vn.vigil.base.VigilException USAGE for texts of too many lines */
    static List<Line> of(String before, String after) {
        String[] a = before.split("\n", -1);
        String[] b = after.split("\n", -1);
        if ((a.length + 1L) * (b.length + 1L) > CELLS) {
            throw Journal.usage("VG-MEETING-DIFF", MeetingText.TOO_MANY_TO_COMPARE.with());
        }
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i].equals(b[j])) {
                lines.add(new Line(' ', a[i++]));
                j++;
            } else if (j >= b.length || i < a.length && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line('-', a[i++]));
            } else {
                lines.add(new Line('+', b[j++]));
            }
        }
        return lines;
    }
}
