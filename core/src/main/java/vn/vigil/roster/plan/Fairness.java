package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.calendar.DayClass;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.Watcher;

/**
 * Counts who did how much and what their share is. Pure.
 *
 * <p>The share of a member in a measure is, month by month, what was done of it at a post in a role, times the days on which the
 * member could have been put on it, over all such days of everybody who could. Days of leave, of absence, before joining, of
 * learning and after leaving are no such days: they lower the share and make no debt. For weekend days, holidays and Tết only days
 * of that kind are looked at.
 */
final class Fairness {
    private static final int MEASURES = Measure.ALL.size();

    private final Book book;
    private final ZoneId zone;
    private final Map<MemberId, List<TimeSpan>> gone = new HashMap<>();
    private final Map<MemberId, double[]> done = new LinkedHashMap<>();
    private final Map<MemberId, double[]> target = new LinkedHashMap<>();
    private LocalDate from = LocalDate.MIN;
    private LocalDate to = LocalDate.MAX;

    Fairness(Book book, Engagements engagements) {
        this.book = book;
        this.zone = book.zone();
        for (Watcher w : book.watchers()) {
            MemberId id = w.member().id();
            List<TimeSpan> spans = new ArrayList<>(engagements.away(id));
            for (Leave leave : book.leaves()) {
                if (leave.member().equals(id)) {
                    spans.add(leave.span());
                }
            }
            gone.put(id, Hours.merged(spans));
            done.put(id, new double[MEASURES]);
            target.put(id, new double[MEASURES]);
        }
    }

    /** What a stretch of a seat is worth; night, weekend and so on only where it is half of the shift or more. */
    double[] worth(Slot slot, TimeSpan span) {
        double[] worth = new double[MEASURES];
        worth[Measure.HOURS.ordinal()] = Hours.minutes(span);
        if (2 * Hours.minutes(span) < Hours.minutes(slot.span())) {
            return worth;
        }
        worth[Measure.NIGHTS.ordinal()] = Hours.night(slot.span(), zone) ? 1 : 0;
        DayClass day = book.days().of(slot.key().day());
        for (Measure m : List.of(Measure.WEEKENDS, Measure.HOLIDAYS, Measure.TET)) {
            worth[m.ordinal()] = m.on(day) ? 1 : 0;
        }
        return worth;
    }

    /** Puts duties that members stand on the accounts; open ones and those of outside bodies count for nobody. */
    Fairness count(List<Duty> duties) {
        Map<String, Pot> pots = new LinkedHashMap<>();
        for (Duty duty : duties) {
            if (duty.member() != null && done.containsKey(duty.member())) {
                double[] worth = worth(duty.slot(), duty.span());
                add(done.get(duty.member()), worth);
                pot(pots, duty.slot()).add(worth);
            }
        }
        share(pots);
        return this;
    }

    /** Shares what seats are worth, whoever will stand them; nothing is done yet. */
    Fairness expect(List<Slot> slots) {
        Map<String, Pot> pots = new LinkedHashMap<>();
        for (Slot slot : slots) {
            pot(pots, slot).add(worth(slot, slot.span()));
        }
        share(pots);
        return this;
    }

    private static Pot pot(Map<String, Pot> pots, Slot slot) {
        LocalDate month = slot.key().day().withDayOfMonth(1);
        String key = month + " " + slot.post().id() + " " + slot.key().role() + " "
                + slot.shift().kind();
        return pots.computeIfAbsent(key, k -> new Pot(month, slot));
    }

    /** What there is to share in a month at a post in a role. */
    private static final class Pot {
        private final LocalDate month;
        private final Slot one;
        private final double[] sum = new double[MEASURES];

        Pot(LocalDate month, Slot one) {
            this.month = month;
            this.one = one;
        }

        void add(double[] worth) {
            Fairness.add(sum, worth);
        }
    }

    /** Only days from first to last are looked at when availability is counted. */
    Fairness within(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    private void share(Map<String, Pot> pots) {
        for (Pot pot : pots.values()) {
            Map<MemberId, double[]> parts = new LinkedHashMap<>();
            double[] whole = new double[MEASURES];
            for (Watcher w : book.watchers()) {
                double[] days = days(w, pot.one.key().role(), pot.one.post().id(), pot.month);
                parts.put(w.member().id(), days);
                add(whole, days);
            }
            parts.forEach((id, days) -> {
                for (int m = 0; m < MEASURES; m++) {
                    if (whole[m] > 0) {
                        target.get(id)[m] += pot.sum[m] * days[m] / whole[m];
                    }
                }
            });
        }
    }

    private double[] days(Watcher w, SeatRole role, String post, LocalDate month) {
        double[] days = new double[MEASURES];
        LocalDate last = month.plusMonths(1).minusDays(1);
        last = last.isAfter(to) ? to : last;
        for (LocalDate d = month.isBefore(from) ? from : month; !d.isAfter(last); d = d.plusDays(1)) {
            if (w.fits(role, post, d)) {
                double part = part(w.member().id(), d);
                for (Measure m : Measure.ALL) {
                    if (m.on(book.days().of(d))) {
                        days[m.ordinal()] += part;
                    }
                }
            }
        }
        return days;
    }

    /** How much of a day a member is there: 0 to 1. */
    private double part(MemberId id, LocalDate day) {
        List<TimeSpan> spans = gone.get(id);
        if (spans.isEmpty()) {
            return 1;
        }
        TimeSpan whole = Hours.day(day, zone);
        return 1 - (double) Hours.common(whole, spans) / Hours.minutes(whole);
    }

    private static void add(double[] sum, double[] more) {
        for (int m = 0; m < MEASURES; m++) {
            sum[m] += more[m];
        }
    }

    double done(MemberId id, Measure measure) {
        return done.containsKey(id) ? done.get(id)[measure.ordinal()] : 0;
    }

    double target(MemberId id, Measure measure) {
        return target.containsKey(id) ? target.get(id)[measure.ordinal()] : 0;
    }

    /** Days from first to last on which a member could be put on any seat of these posts. */
    double available(Watcher w, LocalDate first, LocalDate last) {
        Set<String> posts = new HashSet<>();
        book.posts().forEach(p -> posts.add(p.id()));
        double sum = 0;
        for (LocalDate d = first; !d.isAfter(last); d = d.plusDays(1)) {
            boolean fits = false;
            for (String post : posts) {
                fits |= w.fits(SeatRole.WATCHER, post, d) || w.fits(SeatRole.LEAD, post, d);
            }
            sum += fits ? part(w.member().id(), d) : 0;
        }
        return sum;
    }

    /** The accounts of everybody who was available or did something, by member id. */
    List<Account> accounts(LocalDate first, LocalDate last, Map<MemberId, double[]> carry) {
        List<Account> accounts = new ArrayList<>();
        for (Watcher w : book.watchers()) {
            MemberId id = w.member().id();
            double available = available(w, first, last);
            double[] carried = carry.getOrDefault(id, new double[MEASURES]);
            Map<Measure, Account.Entry> entries = new EnumMap<>(Measure.class);
            boolean any = available > 0;
            for (Measure m : Measure.ALL) {
                Account.Entry entry = new Account.Entry(done(id, m), target(id, m), carried[m.ordinal()]);
                entries.put(m, entry);
                any |= entry.done() != 0;
            }
            if (any) {
                accounts.add(new Account(w.member(), entries, available));
            }
        }
        return accounts;
    }
}
