package vn.vigil.roster.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.roster.book.Request;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.roster.search.Bar;
import vn.vigil.roster.search.Category;
import vn.vigil.roster.search.CellCost;
import vn.vigil.roster.search.Choice;
import vn.vigil.roster.search.Demand;
import vn.vigil.roster.search.Limit;
import vn.vigil.roster.search.Person;
import vn.vigil.roster.search.Problem;
import vn.vigil.roster.search.Share;
import vn.vigil.roster.search.Successions;

/** Says the site's days, people and rules in the words of the search. Pure; for one thread and one problem. */
final class ProblemMaker {
    /** What one person too many on a seat costs; who is too many is left out in the end. */
    private static final long OVER = 2_000;

    private static final Set<Obstacle> PARTS = EnumSet.of(Obstacle.NO_PART, Obstacle.ROLE, Obstacle.POST);

    /** Duties in tenths, hours in hours: a duty is worth about as much in each. */
    private static final int TENTHS = 10;

    /** A duty of the problem: a shift in a role. */
    record Kind(Shift shift, SeatRole role) {}

    /**
     * What is fixed, wished for and owed.
     *
     * @param fixed seats whose holder stays
     * @param closed seats that are not to be filled: past ones without a holder
     * @param preferred seats whose holder had better stay
     * @param keep what moving a preferred holder costs
     * @param carry balances before the first day, by member in {@link Measure} order
     * @param frozen whose fixed duties break rules of their own: they are given nothing more
     * @param strict whether soft rules that cannot be weighed are kept as hard ones
     * @param cuts what earlier rounds found against
     */
    record Wanted(
            Map<SlotKey, MemberId> fixed,
            Set<SlotKey> closed,
            Map<SlotKey, MemberId> preferred,
            long keep,
            Map<MemberId, double[]> carry,
            Set<MemberId> frozen,
            boolean strict,
            List<Cut> cuts) {}

    /**
     * A restriction that the search cannot say as a rule.
     *
     * @param most duties within the days; 0 bars them
     */
    record Cut(MemberId member, LocalDate first, LocalDate last, int most) {}

    final LocalDate from;
    final int days;
    final List<Kind> kinds = new ArrayList<>();
    final List<MemberId> persons = new ArrayList<>();
    /** What a bar's or limit's name means, in the user's words. */
    final Map<String, Message> reasons = new HashMap<>();

    final Scene scene;
    final LocalDate to;
    final Wanted wanted;
    private final Map<LocalDate, Map<Integer, List<Slot>>> seats = new TreeMap<>();
    private final Map<MemberId, Life> outside = new HashMap<>();
    /** The mask of duties that are working time. */
    final long counting;
    /** Fixed seats of somebody who is fixed to another of that day already. */
    private final Set<SlotKey> besides = new HashSet<>();

    ProblemMaker(Scene scene, LocalDate from, LocalDate to, Wanted wanted) {
        this.scene = scene;
        this.from = from;
        this.to = to;
        this.wanted = wanted;
        this.days = (int) ChronoUnit.DAYS.between(from, to) + 1;
        Map<String, Integer> places = new LinkedHashMap<>();
        Set<String> firsts = new HashSet<>();
        long count = 0;
        for (Slot slot : scene.seats(from, to)) {
            String name = slot.key().shift() + "/" + slot.key().role().id();
            Integer place = places.get(name);
            if (place == null) {
                place = kinds.size();
                places.put(name, place);
                kinds.add(new Kind(slot.shift(), slot.key().role()));
                if (slot.shift().counts() && place < Problem.MOST_DUTIES) {
                    count |= Choice.only(place);
                }
            }
            MemberId fixed = wanted.fixed().get(slot.key());
            if (fixed != null && !firsts.add(fixed + " " + slot.key().day())) {
                besides.add(slot.key());
            }
            seats.computeIfAbsent(slot.key().day(), d -> new TreeMap<>())
                    .computeIfAbsent(place, p -> new ArrayList<>())
                    .add(slot);
        }
        counting = count;
        if (kinds.size() > Problem.MOST_DUTIES) {
            throw new VigilException(ErrorKind.REFUSED, "VG-ROSTER-TOO-LARGE", PlanText.TOO_LARGE.with(from, to))
                    .why(PlanText.TOO_MANY_KINDS.with(kinds.size(), Problem.MOST_DUTIES));
        }
        Map<MemberId, List<Turn>> turns = scene.turns();
        for (Watcher w : scene.book().watchers()) {
            boolean there = false;
            for (LocalDate d = from; !there && !d.isAfter(to); d = d.plusDays(1)) {
                there = w.member().on(d);
            }
            if (there
                    && (w.watches() || w.leads())
                    && !wanted.frozen().contains(w.member().id())) {
                MemberId id = w.member().id();
                persons.add(id);
                List<Turn> apart = new ArrayList<>();
                for (Turn turn : turns.getOrDefault(id, List.of())) {
                    LocalDate d = turn.slot().key().day();
                    if (d.isBefore(from) || d.isAfter(to)) {
                        apart.add(turn);
                    }
                }
                outside.put(id, new Life(scene.book(), id, scene.engagements(), apart));
            }
        }
    }

    List<Slot> seats(int day, int kind) {
        return seats.getOrDefault(from.plusDays(day), Map.of()).getOrDefault(kind, List.of());
    }

    int place(SlotKey key) {
        for (int k = 0; k < kinds.size(); k++) {
            if (kinds.get(k).shift().id().equals(key.shift()) && kinds.get(k).role() == key.role()) {
                return k;
            }
        }
        return -1;
    }

    Problem make() {
        List<vn.vigil.roster.search.Duty> duties = new ArrayList<>();
        for (Kind kind : kinds) {
            Shift t = kind.shift();
            LocalDate some = from;
            TimeSpan span = t.span(some, scene.book().zone());
            long minutes = Duration.between(
                            some.atTime(t.start()),
                            some.plusDays(t.nextDay() ? 1 : 0).atTime(t.end()))
                    .toMinutes();
            duties.add(new vn.vigil.roster.search.Duty(
                    t.id() + "/" + kind.role().id(),
                    (int) minutes,
                    t.start().toSecondOfDay() / 60,
                    t.counts() && Hours.night(span, scene.book().zone())));
        }
        List<Measure> measures = new ArrayList<>();
        for (Measure m : Measure.ALL) {
            if (weight(m.rule(), 1) > 0) {
                measures.add(m);
            }
        }
        List<Slot> demanded = new ArrayList<>();
        for (Slot slot : scene.seats(from, to)) {
            if (!wanted.closed().contains(slot.key())) {
                demanded.add(slot);
            }
        }
        Fairness fairness =
                new Fairness(scene.book(), scene.engagements()).within(from, to).expect(demanded);
        Successions common = successions(null, duties);
        List<Person> people = new ArrayList<>();
        List<CellCost> costs = new ArrayList<>();
        for (int p = 0; p < persons.size(); p++) {
            people.add(person(p, duties, measures, fairness));
            wishes(p, costs);
        }
        long lone = soft(RuleId.SINGLE_DAYS) ? weight(RuleId.SINGLE_DAYS, 0) : 0;
        return new Problem(
                days,
                from.getDayOfWeek(),
                duties,
                people,
                common,
                demands(),
                costs,
                categories(measures, fairness),
                0,
                lone,
                0);
    }

    // Persons

    private Person person(int p, List<vn.vigil.roster.search.Duty> duties, List<Measure> measures, Fairness fairness) {
        MemberId id = persons.get(p);
        Life life = outside.get(id);
        List<Bar> bars = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            bars(p, life, d, bars);
        }
        List<Limit> limits = new ArrayList<>();
        PersonBounds bounds = new PersonBounds(this);
        bounds.limits(life, limits);
        for (Cut cut : wanted.cuts()) {
            if (cut.member().equals(id)) {
                int first = (int) Math.max(0, ChronoUnit.DAYS.between(from, cut.first()));
                int last = (int) Math.min(days - 1, ChronoUnit.DAYS.between(from, cut.last()));
                limits.add(new Limit("cut", Limit.Unit.DUTIES, counting, first, last, 0, cut.most()));
            }
        }
        List<Share> shares = new ArrayList<>();
        double[] carry = wanted.carry().getOrDefault(id, new double[Measure.ALL.size()]);
        for (Measure m : measures) {
            shares.add(new Share(units(m, carry[m.ordinal()]), Math.max(0, units(m, fairness.target(id, m)))));
        }
        boolean own = false;
        for (Rule rule : scene.book().rules().all()) {
            own |= id.equals(rule.member());
        }
        return new Person(
                name(id),
                bars,
                limits,
                bounds.runs(life),
                own ? successions(id, duties) : null,
                bounds.history(life),
                shares);
    }

    String name(MemberId id) {
        return scene.book().watcher(id).member().name();
    }

    private void bars(int p, Life life, int day, List<Bar> bars) {
        MemberId id = persons.get(p);
        LocalDate date = from.plusDays(day);
        long there = Choice.OFF_ONLY;
        for (int k = 0; k < kinds.size(); k++) {
            for (Slot slot : seats(day, k)) {
                if (id.equals(wanted.fixed().get(slot.key())) && !besides.contains(slot.key())) {
                    String name = "fixed " + id + " " + date;
                    reasons.put(name, PlanText.RULE_FIXED.with(name(id), slot.key()));
                    bars.add(new Bar(day, Choice.only(k), name));
                    return;
                }
                if (!wanted.fixed().containsKey(slot.key()) && !wanted.closed().contains(slot.key())) {
                    there |= Choice.only(k);
                }
            }
        }
        bars.add(new Bar(day, there, "seats"));
        boolean edge = day < 3 || day >= days - 3;
        for (int k = 0; k < kinds.size(); k++) {
            if ((there & Choice.only(k)) != 0) {
                Slot slot = seats(day, k).get(0);
                Turn turn = new Turn(slot, slot.span());
                for (Objection o : edge ? Objector.against(life, turn) : Objector.alone(life, turn)) {
                    if (PARTS.contains(o.obstacle())) {
                        // Who has no part in a seat is no reason why it is empty.
                        bars.add(new Bar(day, Choice.without(kinds.size(), k), "seats"));
                        break;
                    }
                    if (o.hard() || wanted.strict()) {
                        String name = o.obstacle().id() + " " + id + " " + date + " " + k;
                        reasons.put(name, o.sentence());
                        bars.add(new Bar(day, Choice.without(kinds.size(), k), name));
                        break;
                    }
                }
            }
        }
    }

    // What follows what

    private Successions successions(MemberId id, List<vn.vigil.roster.search.Duty> duties) {
        Rule rest = scene.book().rules().of(RuleId.REST, id);
        Rule dayHours = scene.book().rules().of(RuleId.DAY_HOURS, id);
        long forward = soft(RuleId.FORWARD) ? weight(RuleId.FORWARD, 0) : 0;
        Successions s = Successions.free(duties.size());
        for (int a = 0; a < duties.size(); a++) {
            for (int b = 0; b < duties.size(); b++) {
                boolean both =
                        kinds.get(a).shift().counts() && kinds.get(b).shift().counts();
                int end = duties.get(a).startMinute() + duties.get(a).minutes() - 1440;
                int gap = duties.get(b).startMinute() - end;
                boolean tooSoon = gap < 0 || both && strict(rest) && gap < rest.bound();
                int tail = Math.max(0, end);
                int then =
                        Math.min(duties.get(b).minutes(), 1440 - duties.get(b).startMinute());
                boolean tooLong = both && strict(dayHours) && tail > 0 && tail + then > dayHours.bound();
                if (tooSoon || tooLong) {
                    s = s.forbid(a, b);
                } else if (forward > 0
                        && duties.get(b).startMinute() < duties.get(a).startMinute()) {
                    s = s.cost(a, b, forward);
                }
            }
        }
        return s;
    }

    private boolean strict(Rule rule) {
        return rule.mode() == RuleMode.HARD || rule.mode() == RuleMode.SOFT && wanted.strict();
    }

    // Seats and costs

    private List<Demand> demands() {
        List<Demand> demands = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            for (int k = 0; k < kinds.size(); k++) {
                int needed = 0;
                for (Slot slot : seats(d, k)) {
                    MemberId fixed = wanted.fixed().get(slot.key());
                    // A holder who takes no part any more fills the seat all the same, where it is locked.
                    if (!wanted.closed().contains(slot.key())
                            && !besides.contains(slot.key())
                            && (fixed == null || persons.contains(fixed))) {
                        needed++;
                    }
                }
                if (needed > 0) {
                    String name = "seat " + from.plusDays(d) + " " + k;
                    reasons.put(
                            name,
                            PlanText.RULE_SEATS.with(
                                    needed,
                                    kinds.get(k).role().with(),
                                    kinds.get(k).shift().name(),
                                    from.plusDays(d)));
                    demands.add(new Demand(name, d, Choice.duties(k), null, needed, 0, OVER, true));
                }
            }
        }
        return demands;
    }

    private void wishes(int p, List<CellCost> costs) {
        MemberId id = persons.get(p);
        for (int d = 0; d < days; d++) {
            for (int k = 0; k < kinds.size(); k++) {
                for (Slot slot : seats(d, k)) {
                    if (id.equals(wanted.preferred().get(slot.key()))) {
                        costs.add(new CellCost(p, d, k, -wanted.keep()));
                    }
                }
            }
        }
        long weight = weight(RuleId.REQUESTS, 0);
        for (Request r : scene.book().requests()) {
            long d = ChronoUnit.DAYS.between(from, r.day());
            if (weight > 0 && r.member().equals(id) && d >= 0 && d < days) {
                for (int k = 0; k < kinds.size(); k++) {
                    if (r.shift() == null
                            || r.shift().equals(kinds.get(k).shift().id())) {
                        long cost = weight * r.weight();
                        costs.add(new CellCost(p, (int) d, k, r.wanted() ? -cost : cost));
                    }
                }
            }
        }
    }

    private List<Category> categories(List<Measure> measures, Fairness fairness) {
        List<Category> categories = new ArrayList<>();
        for (Measure m : measures) {
            int[][] values = new int[days][kinds.size()];
            for (int d = 0; d < days; d++) {
                for (int k = 0; k < kinds.size(); k++) {
                    List<Slot> some = seats(d, k);
                    if (!some.isEmpty()) {
                        Slot slot = some.get(0);
                        values[d][k] = (int) units(m, fairness.worth(slot, slot.span())[m.ordinal()]);
                    }
                }
            }
            categories.add(new Category(m.id(), weight(m.rule(), 1), values));
        }
        return categories;
    }

    private static long units(Measure m, double amount) {
        return Math.round(m == Measure.HOURS ? amount / 60 : amount * TENTHS);
    }

    private boolean soft(RuleId rule) {
        return scene.book().rules().of(rule, null).mode() == RuleMode.SOFT;
    }

    /** Hard fairness is the heaviest: it has no bound that could be kept. */
    private long weight(RuleId rule, long unsaid) {
        for (Rule r : scene.book().rules().all()) {
            if (r.id() == rule && r.member() == null) {
                return switch (r.mode()) {
                    case OFF -> 0;
                    case SOFT -> r.weight();
                    case HARD -> 1000;
                };
            }
        }
        return unsaid;
    }
}
