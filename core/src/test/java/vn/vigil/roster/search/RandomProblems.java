package vn.vigil.roster.search;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Small problems of every kind of rule, the same for the same seed. */
final class RandomProblems {
    private final Dice dice;

    private RandomProblems(long seed) {
        dice = new Dice(seed);
    }

    static Problem of(long seed, int persons, int days, int duties) {
        return new RandomProblems(seed).problem(persons, days, duties);
    }

    private boolean chance(int inTen) {
        return dice.below(10) < inTen;
    }

    private Problem problem(int persons, int days, int duties) {
        List<Duty> kinds = new ArrayList<>();
        for (int s = 0; s < duties; s++) {
            kinds.add(new Duty("d" + s, 240 * (1 + dice.below(3)), (s * 480) % 1440, s == duties - 1));
        }
        Successions follow = Successions.free(duties);
        for (int a = 0; a < duties; a++) {
            for (int b = 0; b < duties; b++) {
                if (a != b && chance(3)) {
                    follow = follow.forbid(a, b);
                } else if (chance(3)) {
                    follow = follow.cost(a, b, 1 + dice.below(5));
                }
            }
        }
        List<Category> categories = new ArrayList<>();
        if (chance(6)) {
            for (int c = 0; c <= dice.below(2); c++) {
                int[][] values = new int[days][duties];
                for (int[] day : values) {
                    for (int s = 0; s < duties; s++) {
                        day[s] = dice.below(3);
                    }
                }
                categories.add(new Category("c" + c, 1 + dice.below(4), values));
            }
        }
        List<Person> people = new ArrayList<>();
        for (int p = 0; p < persons; p++) {
            people.add(person(p, days, duties, categories.size()));
        }
        List<Demand> demands = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            for (int s = 0; s < duties; s++) {
                demands.add(new Demand(
                        "n" + d + s,
                        d,
                        Choice.only(s),
                        null,
                        dice.below(3),
                        10 + dice.below(40),
                        dice.below(6),
                        chance(2)));
            }
            if (chance(4)) {
                Set<Integer> some = new HashSet<>();
                some.add(dice.below(persons));
                some.add(dice.below(persons));
                long all = Choice.all(duties) & ~Choice.OFF_ONLY;
                demands.add(new Demand("lead" + d, d, all, some, 1, 15, 0, false));
            }
        }
        List<CellCost> wishes = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            wishes.add(new CellCost(
                    dice.below(persons), dice.below(days), dice.below(duties + 1) - 1, dice.below(21) - 10));
        }
        return new Problem(
                days,
                DayOfWeek.of(1 + dice.below(7)),
                kinds,
                people,
                follow,
                demands,
                wishes,
                categories,
                chance(5) ? dice.below(8) : 0,
                chance(5) ? dice.below(8) : 0,
                dice.below(50));
    }

    private Person person(int p, int days, int duties, int categories) {
        List<Bar> bars = new ArrayList<>();
        if (chance(5)) {
            bars.add(new Bar(dice.below(days), Choice.OFF_ONLY, "leave"));
        }
        if (chance(2)) {
            bars.add(new Bar(dice.below(days), Choice.without(duties, dice.below(duties)), "skill"));
        }
        if (chance(2)) {
            bars.add(new Bar(dice.below(days), Choice.only(dice.below(duties)), "locked"));
        }
        List<Limit> limits = new ArrayList<>();
        long all = Choice.all(duties) & ~Choice.OFF_ONLY;
        if (chance(6)) {
            int most = 480 * (1 + dice.below(days));
            limits.add(new Limit(
                    "total", Limit.Unit.MINUTES, all, 0, days - 1, chance(4) ? Math.min(most, 480) : 0, most));
        }
        if (chance(4)) {
            int first = dice.below(days);
            limits.add(new Limit(
                    "span",
                    Limit.Unit.DUTIES,
                    all,
                    first,
                    first + dice.below(days - first),
                    chance(2) ? 1 : 0,
                    1 + dice.below(3)));
        }
        if (chance(4)) {
            limits.add(new Limit(
                    "few", Limit.Unit.DUTIES, Choice.only(dice.below(duties)), 0, days - 1, 0, dice.below(3)));
        }
        Runs runs = new Runs(
                chance(7) ? 1 + dice.below(5) : Runs.FREE,
                1 + dice.below(2),
                1 + dice.below(3),
                chance(5) ? dice.below(3) : Runs.FREE,
                chance(5) ? dice.below(3) : Runs.FREE,
                chance(5) ? 3 + dice.below(4) : 7);
        List<Share> shares = new ArrayList<>();
        if (chance(8)) {
            for (int c = 0; c < categories; c++) {
                shares.add(new Share(dice.below(5) - 2, dice.below(6)));
            }
        }
        return new Person(
                "p" + p, bars, limits, runs, chance(2) ? Successions.free(duties) : null, history(duties), shares);
    }

    private History history(int duties) {
        if (chance(6)) {
            return null;
        }
        int run = 1 + dice.below(4);
        int known = (1 << run) - 1;
        if (chance(5)) {
            return new History(Choice.OFF, run, 0, dice.below(64) & ~known & ~(1 << run) | (run < 6 ? 1 << run : 0));
        }
        int last = dice.below(duties);
        int nights = last == duties - 1 ? 1 + dice.below(run) : 0;
        return new History(last, run, nights, (dice.below(64) | known) & ~(1 << run) & 63);
    }
}
