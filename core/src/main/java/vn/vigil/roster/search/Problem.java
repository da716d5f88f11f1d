package vn.vigil.roster.search;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;

/**
 * What a roster is sought for: people, duties and days, the rules and the costs. The rules of {@link Person} hold in every
 * roster found; demands and costs are weighed. Immutable; equal problems give equal rosters for equal seed and effort.
 *
 * @param days how many, 1 to {@link #MOST_DAYS}
 * @param firstWeekday the weekday of day 0
 * @param duties up to {@link #MOST_DUTIES}
 * @param persons up to {@link #MOST_PERSONS}
 * @param successions for everybody without successions of their own
 * @param demands how many people days need
 * @param cellCosts wishes and what else single cells cost
 * @param categories what is shared fairly
 * @param loneWork cost of a single day worked between days off
 * @param loneOff cost of a single day off between days worked
 * @param constant added to every cost, so that wishes expressed by negative costs come out as they were meant
 */
public record Problem(
        int days,
        DayOfWeek firstWeekday,
        List<Duty> duties,
        List<Person> persons,
        Successions successions,
        List<Demand> demands,
        List<CellCost> cellCosts,
        List<Category> categories,
        long loneWork,
        long loneOff,
        long constant) {
    /** A year and a leap day. */
    public static final int MOST_DAYS = 366;
    /** What a mask of choices can name. */
    public static final int MOST_DUTIES = 60;

    public static final int MOST_PERSONS = 1000;

    /** Persons times days, as everywhere in vigil. */
    public static final int MOST_CELLS = 100_000;

    public Problem {
        Objects.requireNonNull(firstWeekday);
        Objects.requireNonNull(successions);
        Checks.in("days", days, 1, MOST_DAYS);
        Checks.in("duties", duties.size(), 1, MOST_DUTIES);
        Checks.in("persons", persons.size(), 1, MOST_PERSONS);
        Checks.in("cells", (long) days * persons.size(), 1, MOST_CELLS);
        Checks.in("loneWork", loneWork, 0, Checks.LARGEST);
        Checks.in("loneOff", loneOff, 0, Checks.LARGEST);
        duties = List.copyOf(duties);
        persons = List.copyOf(persons);
        demands = List.copyOf(demands);
        cellCosts = List.copyOf(cellCosts);
        categories = List.copyOf(categories);
        int n = duties.size();
        Checks.that(successions.duties() == n, "successions of another number of duties");
        for (Person p : persons) {
            Checks.that(
                    p.successions() == null || p.successions().duties() == n,
                    "successions of another number of duties");
            Checks.that(
                    p.shares().isEmpty() || p.shares().size() == categories.size(),
                    "shares of " + p.name() + " do not fit");
            Checks.that(p.history() == null || p.history().last() < n, "history of " + p.name() + " names no duty");
            for (Bar b : p.bars()) {
                Checks.in("day", b.day(), 0, days - 1);
            }
            for (Limit l : p.limits()) {
                Checks.in("last", l.last(), 0, days - 1);
                Checks.that((l.duties() & ~Choice.all(n)) == 0, "a limit on no duty of the problem");
            }
        }
        for (Demand d : demands) {
            Checks.in("day", d.day(), 0, days - 1);
            Checks.that((d.duties() & ~Choice.all(n)) == 0, "a demand on no duty of the problem");
            if (d.persons() != null) {
                for (int p : d.persons()) {
                    Checks.in("person", p, 0, persons.size() - 1);
                }
            }
        }
        for (CellCost c : cellCosts) {
            Checks.in("person", c.person(), 0, persons.size() - 1);
            Checks.in("day", c.day(), 0, days - 1);
            Checks.in("choice", c.choice(), Choice.OFF, n - 1);
        }
        for (Category c : categories) {
            Checks.that(c.days() == days && c.fits(n), "the values of " + c.name() + " do not fit");
        }
    }

    Successions successions(int person) {
        Successions own = persons.get(person).successions();
        return own == null ? successions : own;
    }

    /** 0 for Monday to 6 for Sunday. */
    int weekday(int day) {
        return (firstWeekday.getValue() - 1 + day) % 7;
    }

    /** What each day allows a person, all bars together. */
    long[] allowed(int person) {
        long[] mask = new long[days];
        java.util.Arrays.fill(mask, Choice.all(duties.size()));
        for (Bar b : persons.get(person).bars()) {
            mask[b.day()] &= b.allowed();
        }
        return mask;
    }
}
