package vn.vigil.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.CameraWords;
import vn.vigil.camera.FleetFigures;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.Incident;
import vn.vigil.incident.Timeline;
import vn.vigil.meeting.Action;

/** The tables of a report that are drawn too. One use. */
final class ChartGrids {
    private static final int[] AGES = {30, 90, 180};

    private final Gatherer gatherer;
    private final Facts facts;
    private final Facts.OfPeriod now;
    private final Integer target;

    /** @param target of the availability of all cameras */
    ChartGrids(Gatherer gatherer, Facts facts, Facts.OfPeriod now, Integer target) {
        this.gatherer = gatherer;
        this.facts = facts;
        this.now = now;
        this.target = target;
    }

    private static Grid chart(
            String id, GridText title, String chart, List<List<Object>> rows, Grid.Column... columns) {
        return new Grid(id, title.with(), chart, List.of(columns), rows);
    }

    List<Grid> charts() {
        return List.of(months(), causes(), kinds(), week(), ages());
    }

    private Grid months() {
        List<List<Object>> rows = new ArrayList<>();
        LocalDate from = now.period().from();
        while (from.isBefore(now.end())) {
            LocalDate to = from.plusMonths(1).withDayOfMonth(1);
            to = to.isAfter(now.end()) ? now.end() : to;
            List<CameraFigures> all = gatherer.cameras(from, to);
            List<CameraFigures> essential = new ArrayList<>(all);
            essential.removeIf(f -> !f.essential());
            FleetFigures whole = FleetFigures.of(all);
            rows.add(Grid.row(
                    from.getMonthValue() + "/" + from.getYear(),
                    available(FleetFigures.of(essential)),
                    available(whole),
                    Measure.share(Unit.TIME_SHARE, whole.checked(), whole.total() - whole.planned())));
            from = to;
        }
        return chart(
                "availability",
                GridText.MONTHS,
                "dots; unit=%; target=" + target,
                rows,
                Grid.Column.text(GridText.MONTH, 20),
                Grid.Column.figure(GridText.ESSENTIAL, 30),
                Grid.Column.figure(GridText.ALL_CAMERAS, 30),
                Grid.Column.figure(GridText.CHECKED, 30));
    }

    private static Measure available(FleetFigures f) {
        return Measure.share(Unit.TIME_SHARE, f.up() + f.degraded(), f.checked());
    }

    private Grid causes() {
        List<List<Object>> rows = new ArrayList<>();
        new CameraCount(facts, now)
                .causes()
                .forEach(
                        (cause, seconds) -> rows.add(Grid.row(CameraWords.of(cause), Measure.of(Unit.HOURS, seconds))));
        return chart(
                "downtime",
                GridText.CAUSES,
                "bars",
                rows,
                Grid.Column.text(GridText.CAUSE, 60),
                Grid.Column.figure(GridText.DOWNTIME_HOURS, 30));
    }

    private Grid kinds() {
        Map<String, Object> kinds = new TreeMap<>();
        Map<String, long[]> counts = new TreeMap<>();
        for (Timeline t : new CaseCount(facts, now).happened()) {
            Incident i = t.incident();
            // What is restricted is one line, whatever it is (clause 7.4b): it sorts last.
            String word = i.restricted() ? "~" : i.kind().word();
            kinds.put(word, i.restricted() ? ReportText.RESTRICTED.with() : i.kind());
            counts.computeIfAbsent(word, k -> new long[Gravity.values().length])[
                    i.told().gravity().ordinal()]++;
        }
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach((word, n) -> rows.add(Grid.row(kinds.get(word), n[0], n[1], n[2])));
        return chart(
                "incidents",
                GridText.KINDS,
                "stacked",
                rows,
                Grid.Column.text(GridText.KIND, 50),
                Grid.Column.figure(GridText.LOW, 20),
                Grid.Column.figure(GridText.MEDIUM, 20),
                Grid.Column.figure(GridText.HIGH, 20));
    }

    private Grid week() {
        long[][][] week = new WatchCount(now).week(facts.zone());
        List<List<Object>> rows = new ArrayList<>();
        for (int hour = 0; week != null && hour < 24; hour++) {
            List<Object> row = Grid.row((hour < 10 ? "0" : "") + hour + ":00");
            for (int day = 0; day < 7; day++) {
                long[] cell = week[day][hour];
                // Whole percent, cut off: 100 means without a gap.
                row.add(cell[1] == 0 ? null : (Object) (cell[0] * 100 / cell[1]));
            }
            rows.add(row);
        }
        List<Grid.Column> columns = new ArrayList<>(List.of(Grid.Column.text(GridText.HOUR, 20)));
        for (DayOfWeek day : DayOfWeek.values()) {
            columns.add(new Grid.Column(GridText.valueOf(day.name()).with(), 20, true));
        }
        return new Grid("coverage", GridText.WEEK.with(), "heat", columns, rows);
    }

    private Grid ages() {
        MeetingCount meetings = new MeetingCount(facts, now);
        long[] counts = new long[AGES.length + 1];
        long all = 0;
        for (Action a : facts.actions()) {
            if (meetings.open(a)) {
                long age = ChronoUnit.DAYS.between(a.set(), now.end());
                int group = 0;
                while (group < AGES.length && age > AGES[group]) {
                    group++;
                }
                counts[group]++;
                all++;
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; all > 0 && i < counts.length; i++) {
            rows.add(Grid.row(
                    i == AGES.length
                            ? GridText.OLDER.with(AGES[i - 1])
                            : GridText.UP_TO.with(i == 0 ? 0 : AGES[i - 1] + 1, AGES[i]),
                    counts[i]));
        }
        return chart(
                "actions-by-age",
                GridText.AGES,
                "columns",
                rows,
                Grid.Column.text(GridText.AGE, 40),
                Grid.Column.figure(GridText.OPEN_ACTIONS, 30));
    }
}
