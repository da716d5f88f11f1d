package vn.vigil.report;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.watch.Coverage;

/** The watch round the clock: union of intervals, never a sum of persons (clauses 7.3a, 8.3b, 8.4j; A8). Pure. */
final class WatchCount {
    /** Shorter absences than this are no gap: hands are shaken, keys handed over. */
    static final int GAP_MINUTES = 5;

    private static final int HOURS = 24;
    private static final int DAYS = 7;

    private final Facts.OfPeriod period;

    WatchCount(Facts.OfPeriod period) {
        this.period = period;
    }

    void into(Tally tally) {
        Coverage coverage = period.coverage();
        long required = 0;
        long planned = 0;
        long kept = 0;
        int late = 0;
        List<FigureRow> plans = new ArrayList<>();
        List<FigureRow> posts = new ArrayList<>();
        List<FigureRow> gaps = new ArrayList<>();
        for (Coverage.OfPost post : coverage.posts()) {
            required += post.requiredMinutes();
            planned += post.plannedMinutes();
            kept += post.keptMinutes();
            late += post.lateDuties();
            plans.add(FigureRow.part(post.post(), post.plannedMinutes() * 60, post.requiredMinutes() * 60));
            posts.add(FigureRow.part(post.post(), post.keptMinutes() * 60, post.requiredMinutes() * 60));
            for (TimeSpan gap : post.gaps()) {
                boolean counts = gap.length().toMinutes() >= GAP_MINUTES;
                gaps.add(
                        counts
                                ? FigureRow.at(
                                        post.post(), gap.from(), gap.length().toSeconds())
                                : FigureRow.without(post.post(), gap.from(), ReportText.ROW_SHORT));
            }
        }
        boolean any = required > 0 && planned + kept > 0;
        share(tally, FigureRule.WATCH_PLANNED, any, planned, required, plans);
        share(tally, FigureRule.WATCH_KEPT, any, kept, required, posts);
        tally.count(FigureRule.WATCH_GAPS, any, any ? gaps : List.of());
        List<FigureRow> missed = new ArrayList<>();
        for (Coverage.NoShow noShow : coverage.noShows()) {
            missed.add(FigureRow.of(noShow.slot(), noShow.span().length().toSeconds()));
        }
        int duties = coverage.duties();
        tally.put(
                any
                        ? Figure.of(FigureRule.DUTIES, duties, 1, duties, List.of())
                        : Figure.none(FigureRule.DUTIES, List.of()));
        tally.count(FigureRule.NO_SHOWS, any && duties > 0, missed);
        tally.put(
                any && duties > 0
                        ? Figure.of(FigureRule.NO_SHOW_SHARE, missed.size(), duties, duties, missed)
                        : Figure.none(FigureRule.NO_SHOW_SHARE, missed));
        tally.put(
                any
                        ? Figure.of(FigureRule.LATE_DUTIES, late, 1, late, List.of())
                        : Figure.none(FigureRule.LATE_DUTIES, List.of()));
    }

    private static void share(Tally tally, FigureRule rule, boolean any, long part, long whole, List<FigureRow> rows) {
        tally.put(any ? Figure.of(rule, part, whole, whole / 60, rows) : Figure.none(rule, rows));
    }

    /**
     * Seconds kept and wanted of each hour of the week, over all posts: {@code [day of the week][hour][kept, wanted]}. Null when there
     * is no watch on record.
     */
    long[][][] week(ZoneId zone) {
        long[][][] week = new long[DAYS][HOURS][2];
        long kept = 0;
        for (Coverage.OfPost post : period.coverage().posts()) {
            kept += post.keptMinutes() + post.plannedMinutes();
            spread(week, post.watched(), zone, 1, 1);
            for (TimeSpan gap : post.gaps()) {
                spread(week, gap, zone, -1, 0);
            }
        }
        return kept == 0 ? null : week;
    }

    private static void spread(long[][][] week, TimeSpan span, ZoneId zone, int kept, int wanted) {
        ZonedDateTime at = span.from().atZone(zone);
        while (at.toInstant().isBefore(span.to())) {
            ZonedDateTime next =
                    at.truncatedTo(java.time.temporal.ChronoUnit.HOURS).plusHours(1);
            long end = Math.min(next.toEpochSecond(), span.to().getEpochSecond());
            long seconds = end - at.toEpochSecond();
            long[] cell = week[at.getDayOfWeek().getValue() - 1][at.getHour()];
            cell[0] += kept * seconds;
            cell[1] += wanted * seconds;
            at = next;
        }
    }
}
