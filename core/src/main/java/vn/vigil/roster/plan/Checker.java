package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.Severity;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.Watcher;
import vn.vigil.text.TimeText;

/** Judges a roster without any search. Pure. */
final class Checker {
    /** Duties apart before it is called unfair: one more or less follows from whole numbers, one from the last period. */
    private static final double SPREAD = 2;

    private final Scene scene;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Finding> found = new ArrayList<>();

    private Checker(Scene scene, LocalDate from, LocalDate to) {
        this.scene = scene;
        this.from = from;
        this.to = to;
    }

    /**
     * @param accounts of the fairness ledger up to the last day
     * @param edited whether the seats, and whether the inputs, are no longer as generated; null: never generated
     * @param undecided years without a decision on holidays
     */
    static CheckReport check(
            Scene scene,
            LocalDate from,
            LocalDate to,
            List<Account> accounts,
            boolean[] edited,
            List<Integer> undecided,
            List<Finding> more,
            Publication published) {
        Checker c = new Checker(scene, from, to);
        Capacity capacity = Capacity.of(scene, from, to);
        long open = c.gaps();
        c.broken();
        c.unfair(accounts);
        if (!capacity.enough()) {
            c.find(Finding.Kind.CAPACITY, Severity.WARNING, capacity.line());
        }
        for (int year : undecided) {
            c.find(Finding.Kind.UNDECIDED, Severity.WARNING, PlanText.UNDECIDED.with(Integer.toString(year)));
        }
        c.found.addAll(more);
        if (edited != null && edited[0]) {
            c.find(Finding.Kind.EDITED, Severity.OK, PlanText.EDITED_SEATS.with());
        }
        if (edited != null && edited[1]) {
            c.find(Finding.Kind.EDITED, Severity.OK, PlanText.EDITED_INPUTS.with());
        }
        c.found.sort(Comparator.comparing(Checker::rank));
        List<Slot> seats = scene.seats(from, to);
        long minutes = 0;
        for (Slot slot : seats) {
            minutes += Hours.minutes(slot.span());
        }
        return new CheckReport(from, to, capacity, seats.size(), minutes, open, c.found, published);
    }

    private static int rank(Finding f) {
        return switch (f.severity()) {
            case CRITICAL -> 0;
            case UNKNOWN -> 1;
            case WARNING -> 2;
            case OK -> 3;
        };
    }

    private void find(Finding.Kind kind, Severity severity, Message sentence) {
        found.add(new Finding(kind, severity, null, null, null, null, sentence, null));
    }

    private long gaps() {
        long open = 0;
        for (Duty duty : scene.duties(from, to)) {
            if (duty.open()) {
                open += Hours.minutes(duty.span());
                Cell cell = scene.cells().get(duty.slot().key());
                boolean left =
                        cell != null && gone(cell.member(), duty.slot().key().day());
                Message sentence = left
                        ? PlanText.GAP_LEFT.with(
                                duty.slot().key(), name(cell.member()), time(duty.span()), Hours.minutes(duty.span()))
                        : PlanText.GAP.with(duty.slot().key(), time(duty.span()), Hours.minutes(duty.span()));
                found.add(new Finding(
                        left ? Finding.Kind.LEFT : Finding.Kind.GAP,
                        Severity.CRITICAL,
                        duty.slot().key(),
                        left ? cell.member() : null,
                        duty.span(),
                        null,
                        sentence,
                        null));
            }
        }
        return open;
    }

    private boolean gone(MemberId member, LocalDate day) {
        Watcher w = scene.book().watcher(member);
        return w != null && !w.member().on(day);
    }

    private String time(TimeSpan span) {
        return TimeText.print(span.from(), scene.book().zone()) + "/"
                + TimeText.print(span.to(), scene.book().zone());
    }

    private String name(MemberId id) {
        Watcher w = scene.book().watcher(id);
        return w == null ? id.value() : w.member().name();
    }

    private void broken() {
        for (MemberId member : new TreeSet<>(scene.turns().keySet())) {
            for (Objection o : Objector.broken(scene.life(member), from, to)) {
                Finding.Kind kind = !o.hard()
                        ? Finding.Kind.SOFT
                        : o.obstacle().rule() == null ? Finding.Kind.CLASH : Finding.Kind.HARD;
                found.add(new Finding(
                        kind,
                        o.hard() ? Severity.CRITICAL : Severity.WARNING,
                        null,
                        member,
                        null,
                        o.obstacle().id(),
                        o.sentence(),
                        o.article()));
            }
        }
    }

    private void unfair(List<Account> accounts) {
        for (Measure m : Measure.ALL) {
            if (scene.book().rules().of(m.rule(), null).mode() == RuleMode.OFF && said(m.rule())) {
                continue;
            }
            double least = Double.MAX_VALUE;
            double most = -Double.MAX_VALUE;
            for (Account a : accounts) {
                if (a.availableDays() > 0) {
                    least = Math.min(least, a.of(m).balance());
                    most = Math.max(most, a.of(m).balance());
                }
            }
            double unit = m == Measure.HOURS ? longest() : 1;
            if (most - least > SPREAD * unit + 0.5 * unit) {
                find(
                        Finding.Kind.UNFAIR,
                        Severity.WARNING,
                        PlanText.UNFAIR.with(m.with(), amount(m, most), amount(m, least), amount(m, most - least)));
            }
        }
    }

    private boolean said(RuleId rule) {
        return scene.book().rules().all().stream().anyMatch(r -> r.id() == rule);
    }

    private double longest() {
        long longest = 1;
        for (Slot slot : scene.seats(from, to)) {
            longest = Math.max(longest, Hours.minutes(slot.span()));
        }
        return longest;
    }

    /** A number of the ledger for people: hours or duties, with one decimal and its sign. */
    static String amount(Measure m, double value) {
        long tenths = Math.round((m == Measure.HOURS ? value / 60 : value) * 10);
        String sign = tenths < 0 ? "-" : "";
        long abs = Math.abs(tenths);
        return sign + abs / 10 + (abs % 10 == 0 ? "" : "." + abs % 10);
    }
}
