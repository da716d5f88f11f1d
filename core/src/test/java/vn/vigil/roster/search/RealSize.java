package vn.vigil.roster.search;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Problems as large as a department's: so many people for so many days, three duties of eight hours, twelve hours of rest, caps on
 * hours, nights and days in a row, a leader or deputy on each duty, leave, wishes, and hours, nights and weekend days shared fairly.
 */
final class RealSize {
    /** What one duty, night or weekend day is worth in its category. */
    static final int UNIT = 1;

    private static final int DAY = 0;
    private static final int EVENING = 1;
    private static final int NIGHT = 2;

    private RealSize() {}

    /** @param seed of leave, wishes and what is carried over */
    static Problem problem(int persons, int days, long seed) {
        Dice dice = new Dice(seed);
        List<Duty> duties = List.of(
                new Duty("day", 480, 360, false),
                new Duty("evening", 480, 840, false),
                new Duty("night", 480, 1320, true));
        DayOfWeek first = DayOfWeek.MONDAY;
        int[][] hours = new int[days][3];
        int[][] nights = new int[days][3];
        int[][] weekend = new int[days][3];
        for (int d = 0; d < days; d++) {
            java.util.Arrays.fill(hours[d], UNIT);
            nights[d][NIGHT] = UNIT;
            if (d % 7 >= 5) {
                java.util.Arrays.fill(weekend[d], UNIT);
            }
        }
        List<Category> categories = List.of(
                new Category("hours", 2, hours),
                new Category("nights", 6, nights),
                new Category("weekend", 4, weekend));
        int seats = persons >= 9 ? 2 : 1;
        long duty = (long) days * 3 * seats / persons;
        List<Person> people = new ArrayList<>();
        Set<Integer> leaders = new java.util.TreeSet<>();
        long all = Choice.duties(DAY, EVENING, NIGHT);
        for (int p = 0; p < persons; p++) {
            if (p % 2 == 0) {
                leaders.add(p);
            }
            List<Bar> bars = new ArrayList<>();
            int leave = dice.below(days);
            for (int d = leave; d < Math.min(days, leave + 2); d++) {
                bars.add(new Bar(d, Choice.OFF_ONLY, "leave"));
            }
            List<Limit> limits = new ArrayList<>();
            for (int month = 0; month < days; month += 28) {
                int last = Math.min(days, month + 28) - 1;
                limits.add(new Limit("month", Limit.Unit.MINUTES, all, month, last, 0, 22 * 480));
                limits.add(new Limit("nights", Limit.Unit.DUTIES, Choice.duties(NIGHT), month, last, 0, 10));
            }
            for (int week = 0; week + 7 <= days; week += 7) {
                limits.add(new Limit("week", Limit.Unit.MINUTES, all, week, week + 6, 0, 6 * 480));
            }
            if (days > 200) {
                // What is bounded over so long a time makes the rows too many to be kept whole.
                limits.add(new Limit(
                        "year",
                        Limit.Unit.MINUTES,
                        all,
                        0,
                        days - 1,
                        (int) (duty - 30) * 480,
                        (int) (duty + 30) * 480));
            }
            List<Share> shares = List.of(
                    new Share(dice.below(3) - 1, duty),
                    new Share(dice.below(3) - 1, duty / 3),
                    new Share(dice.below(3) - 1, duty * 2 / 7));
            people.add(new Person(
                    "person " + p,
                    bars,
                    limits,
                    new Runs(6, 1, 1, 3, days > 200 ? days / 10 : Runs.FREE, 6),
                    null,
                    History.rested(),
                    shares));
        }
        List<Demand> demands = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            for (int s = 0; s < 3; s++) {
                demands.add(new Demand("seats", d, Choice.only(s), null, seats, 0, 50, true));
                if (seats > 1) {
                    demands.add(new Demand("leader", d, Choice.only(s), leaders, 1, 0, 0, true));
                }
            }
        }
        List<CellCost> wishes = new ArrayList<>();
        for (int i = 0; i < persons * days / 14; i++) {
            wishes.add(new CellCost(
                    dice.below(persons), dice.below(days), dice.below(4) - 1, dice.below(2) == 0 ? -5 : 5));
        }
        Successions follow = Successions.rest(duties, 720).cost(DAY, NIGHT, 1).cost(EVENING, EVENING, 0);
        return new Problem(days, first, duties, people, follow, demands, wishes, categories, 2, 2, 0);
    }
}
