package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.Watcher;

/**
 * What there is to stand against what people may stand, before anything is worked out.
 *
 * @param seats seats that members stand and that count as working time
 * @param neededMinutes what they come to
 * @param people members who take part at some time of it
 * @param availableMinutes what the caps on overtime leave them together; −1 when no cap binds
 * @param wantedPeople how many people with what these have on average would be enough; 0 when no cap binds
 * @param freeSeats seats that do not count as working time
 */
public record Capacity(
        LocalDate from,
        LocalDate to,
        int seats,
        long neededMinutes,
        int people,
        long availableMinutes,
        long wantedPeople,
        int freeSeats) {
    static Capacity of(Scene scene, LocalDate from, LocalDate to) {
        int seats = 0;
        int free = 0;
        long needed = 0;
        for (Slot slot : scene.seats(from, to)) {
            if (slot.shift().counts()) {
                seats++;
                needed += Hours.minutes(slot.span());
            } else {
                free++;
            }
        }
        int people = 0;
        long available = 0;
        boolean bound = true;
        Map<MemberId, List<Turn>> turns = scene.turns();
        for (Watcher w : scene.book().watchers()) {
            long most = most(scene, w, turns, from, to);
            if (most >= 0) {
                people++;
                available += most == Long.MAX_VALUE ? 0 : most;
                bound &= most != Long.MAX_VALUE;
            }
        }
        long wanted = bound && available > 0 ? (needed * people + available - 1) / available : 0;
        return new Capacity(from, to, seats, needed, people, bound ? available : -1, wanted, free);
    }

    /** The most that a member may stand on those days; −1 when they take no part, the largest number when no cap binds. */
    private static long most(Scene scene, Watcher w, Map<MemberId, List<Turn>> turns, LocalDate from, LocalDate to) {
        LocalDate first = w.member().from().isAfter(from) ? w.member().from() : from;
        LocalDate until = w.member().until();
        LocalDate last = until != null && until.isBefore(to) ? until : to;
        if (first.isAfter(last) || w.shadowUntil() != null && !w.shadowUntil().isBefore(last)) {
            return -1;
        }
        List<Turn> apart = new ArrayList<>();
        for (Turn turn : turns.getOrDefault(w.member().id(), List.of())) {
            LocalDate day = turn.slot().key().day();
            if (day.isBefore(from) || day.isAfter(to)) {
                apart.add(turn);
            }
        }
        Life life = new Life(scene.book(), w.member().id(), scene.engagements(), apart);
        boolean months = life.rule(RuleId.MONTH_OVERTIME).mode() == RuleMode.HARD;
        boolean years = life.rule(RuleId.YEAR_OVERTIME).mode() == RuleMode.HARD;
        if (!months && !years) {
            return Long.MAX_VALUE;
        }
        long sum = 0;
        for (LocalDate year = first.withDayOfYear(1); !year.isAfter(last); year = year.plusYears(1)) {
            long inYear = 0;
            for (int m = 0; m < 12; m++) {
                LocalDate month = year.plusMonths(m);
                LocalDate end = month.plusMonths(1).minusDays(1);
                if (!month.isAfter(last) && !end.isBefore(first)) {
                    inYear += months ? left(life, RuleId.MONTH_OVERTIME, month, end) : Integer.MAX_VALUE;
                }
            }
            sum += years
                    ? Math.min(
                            inYear,
                            left(
                                    life,
                                    RuleId.YEAR_OVERTIME,
                                    year,
                                    year.plusYears(1).minusDays(1)))
                    : inYear;
        }
        return sum;
    }

    private static long left(Life life, RuleId rule, LocalDate first, LocalDate last) {
        long used = 0;
        for (Turn turn : life.turns()) {
            LocalDate day = turn.slot().key().day();
            if (turn.counts() && !day.isBefore(first) && !day.isAfter(last)) {
                used += Hours.minutes(turn.span());
            }
        }
        return Math.max(0, life.rule(rule).bound() + life.normal(first, last) - used);
    }

    /** Whether the caps allow what is to be stood; people and days may still not fit together. */
    public boolean enough() {
        return seats == 0 || people > 0 && (availableMinutes < 0 || availableMinutes >= neededMinutes);
    }

    /** The one line. */
    public Message line() {
        String hours = Objector.hours(neededMinutes);
        if (availableMinutes < 0) {
            return PlanText.CAPACITY_FREE.with(from, to, seats, hours, people, freeSeats);
        }
        if (!enough() && wantedPeople == 0) {
            return PlanText.CAPACITY_NONE.with(from, to, seats, hours, people, freeSeats);
        }
        return (enough() ? PlanText.CAPACITY : PlanText.CAPACITY_SHORT)
                .with(
                        from,
                        to,
                        seats,
                        hours,
                        people,
                        Objector.hours(availableMinutes),
                        freeSeats,
                        wantedPeople,
                        Objector.hours(Math.abs(neededMinutes - availableMinutes)));
    }
}
