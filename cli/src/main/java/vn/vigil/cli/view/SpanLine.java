package vn.vigil.cli.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** Draws how much of a span is there, in one line of a terminal: what is there, what is missing, and where. */
public final class SpanLine {
    /** As wide as the two times under it. */
    public static final int CELLS = 60;

    private static final char PRESENT = '█';
    private static final char PARTLY = '▒';
    private static final char HOLE = '░';

    private SpanLine() {}

    /** Two lines: the drawing, and under its ends the span's two times. */
    public static void draw(TimeSpan whole, List<TimeSpan> present, Out out) {
        out.line(cells(whole, present, CELLS));
        String from = out.time(whole.from());
        String to = out.time(whole.to());
        int gap = CELLS - Width.of(from) - Width.of(to);
        out.line(from + " ".repeat(Math.max(1, gap)) + to, Tone.FAINT);
    }

    /**
     * One character a cell: {@code █} all of it is there, {@code ▒} a part of it is, so that the smallest hole of a long span is
     * seen, {@code ░} nothing is.
     *
     * @param present in order, not overlapping; may reach beyond the span
     */
    static String cells(TimeSpan whole, List<TimeSpan> present, int cells) {
        StringBuilder line = new StringBuilder(cells);
        long nanos = whole.length().toNanos();
        for (int i = 0; i < cells; i++) {
            Instant from = at(whole, nanos, i, cells);
            Instant to = at(whole, nanos, i + 1, cells);
            long there = 0;
            for (TimeSpan span : present) {
                Instant a = span.from().isAfter(from) ? span.from() : from;
                Instant b = span.to().isBefore(to) ? span.to() : to;
                there += a.isBefore(b) ? Duration.between(a, b).toNanos() : 0;
            }
            long length = Duration.between(from, to).toNanos();
            line.append(there == 0 ? HOLE : there >= length ? PRESENT : PARTLY);
        }
        return line.toString();
    }

    /** Where a cell begins. A span of 100 years has 3.2e18 ns: the product would not fit a long. */
    private static Instant at(TimeSpan whole, long nanos, int cell, int cells) {
        return whole.from().plusNanos(nanos / cells * cell + nanos % cells * cell / cells);
    }
}
