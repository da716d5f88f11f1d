package vn.vigil.roster.book;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.roster.holiday.Holidays;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;
import vn.vigil.text.Viet;

/**
 * What a roster is made of. Every change is a ledger entry of the same transaction. Safe for several threads.
 */
public final class Books {
    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Holidays holidays;

    public Books(World world, Config config, Store store, Ledger ledger, People people, Holidays holidays) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.holidays = holidays;
    }

    /** Everything that bears on the rosters of the days from first to last. */
    public Book book(LocalDate first, LocalDate last) {
        return store.read(tx -> book(tx, first, last));
    }

    /** The same, within an open transaction. */
    public Book book(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        TimeSpan span = new TimeSpan(
                first.atStartOfDay(config.zone()).toInstant(),
                last.plusDays(2).atStartOfDay(config.zone()).toInstant());
        Rules rules = SqlBookStore.rules(tx);
        return new Book(
                config.zone(),
                new CalendarDays(holidays.calendar(tx)),
                SqlBookStore.posts(tx),
                SqlBookStore.shifts(tx),
                SqlBookStore.patterns(tx),
                SqlBookStore.watchers(people.members(tx), SqlBookStore.parts(tx)),
                SqlBookStore.leaves(tx, span),
                SqlBookStore.requests(tx, first, last),
                rules == null ? new Rules("none", List.of()) : rules);
    }

    public Post addPost(Actor actor, Post post) {
        people.require(actor, Power.MANAGE_ROSTER);
        return store.write(tx -> {
            SqlBookStore.insert(tx, post);
            enter(tx, actor, "roster.post.add", "post/" + post.id(), Map.of("name", post.name()));
            return post;
        });
    }

    public Shift addShift(Actor actor, Shift shift) {
        people.require(actor, Power.MANAGE_ROSTER);
        return store.write(tx -> {
            SqlBookStore.insert(tx, shift);
            enter(tx, actor, "roster.shift.add", "shift/" + shift.id(), Map.of("post", shift.post()));
            return shift;
        });
    }

    public Pattern addPattern(Actor actor, Pattern pattern) {
        people.require(actor, Power.MANAGE_ROSTER);
        return store.write(tx -> {
            SqlBookStore.insert(tx, pattern);
            enter(tx, actor, "roster.pattern.add", "pattern/" + pattern.id(), Map.of());
            return pattern;
        });
    }

    /** Writes down how a member takes part. */
    public void setWatcher(
            Actor actor, MemberId member, boolean watches, boolean leads, LocalDate shadowUntil, Set<String> posts) {
        people.require(actor, Power.MANAGE_ROSTER);
        store.write(tx -> {
            SqlBookStore.put(tx, member, new SqlBookStore.Part(watches, leads, shadowUntil, posts));
            enter(tx, actor, "roster.watcher", "member/" + member.value(), Map.of("watches", watches, "leads", leads));
            return null;
        });
    }

    public Leave addLeave(
            Actor actor, MemberId member, TimeSpan span, LeaveKind kind, String note, MemberId approvedBy) {
        Instant now = now();
        return store.write(tx -> {
            CaseId id = SqlBookStore.nextId(
                    tx, "roster_leave", "LV", now.atZone(config.zone()).getYear());
            Leave leave = new Leave(id, member, span, kind, note, approvedBy);
            SqlBookStore.insert(tx, leave, now, by(actor));
            enter(tx, actor, "roster.leave.add", id.toString(), Map.of("member", member.value()));
            return leave;
        });
    }

    public Request addRequest(Actor actor, MemberId member, LocalDate day, String shift, boolean wanted, int weight) {
        Instant now = now();
        return store.write(tx -> {
            CaseId id = SqlBookStore.nextId(
                    tx, "roster_request", "RQ", now.atZone(config.zone()).getYear());
            Request request = new Request(id, member, day, shift, wanted, weight);
            SqlBookStore.insert(tx, request, now, by(actor));
            enter(tx, actor, "roster.request.add", id.toString(), Map.of("member", member.value()));
            return request;
        });
    }

    /** Sets one rule, beside those of the profile. */
    public void setRule(Actor actor, Rule rule) {
        people.require(actor, Power.MANAGE_ROSTER);
        store.write(tx -> {
            if (SqlBookStore.rules(tx) == null) {
                SqlBookStore.profile(tx, "none");
            }
            SqlBookStore.put(tx, rule);
            enter(
                    tx,
                    actor,
                    "roster.rule.set",
                    "rule/" + rule.id().id(),
                    Map.of("mode", rule.mode().id()));
            return null;
        });
    }

    // What people write

    /** Everything of a kind, in the book's order; leave and requests that hold. Watchers: everybody who was ever a member. */
    public List<BookRow> rows(BookKind kind) {
        return store.read(tx -> {
            List<BookRow> rows = new ArrayList<>();
            switch (kind) {
                case POST -> rows(tx, new PostShelf(), rows);
                case SHIFT -> rows(tx, new ShiftShelf(), rows);
                case PATTERN -> rows(tx, new PatternShelf(), rows);
                case WATCHER -> rows(tx, new WatcherShelf(people), rows);
                case RULE -> rows(tx, new RuleShelf(), rows);
                case LEAVE -> {
                    for (Leave leave : SqlBookStore.leaves(tx, null)) {
                        rows.add(Leaves.row(leave, config.zone()));
                    }
                }
                case REQUEST -> {
                    for (Request request : SqlBookStore.requests(tx, LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1))) {
                        rows.add(Requests.row(request));
                    }
                }
            }
            return rows;
        });
    }

    private static <T> void rows(Tx tx, Shelf<T> shelf, List<BookRow> rows) throws SQLException {
        for (T thing : shelf.all(tx).values()) {
            rows.add(shelf.row(thing));
        }
    }

    /** The name of the rule profile in force. */
    public String profile() {
        Rules rules = store.read(SqlBookStore::rules);
        return rules == null ? Profiles.NONE : rules.profile();
    }

    /**
     * Enters one thing. The same again changes nothing; what was not said counts by its usual value.
     *
     * @throws VigilException USAGE with all faults; NOT_FOUND when only names are unknown; CONFLICT with each difference when it
     *     is there otherwise; DENIED
     */
    public BookSaved add(Actor actor, BookKind kind, Written told) {
        return save(actor, kind, List.of(told), Manner.ADD, null, null);
    }

    /**
     * Changes what was said of one thing; the ledger keeps what it was, and why.
     *
     * @throws VigilException as {@link #add}; NOT_FOUND when it is not there; USAGE without a reason
     */
    public BookSaved edit(Actor actor, BookKind kind, Written told, String reason) {
        return save(actor, kind, List.of(told), Manner.EDIT, reason(reason), null);
    }

    /** Says how a member takes part, or what a rule is, whatever it was before. */
    public BookSaved set(Actor actor, BookKind kind, Written told) {
        return save(actor, kind, List.of(told), Manner.SET, null, null);
    }

    /**
     * Enters the things of a CSV file, all or none.
     *
     * @throws VigilException NOT_FOUND when there is no file; USAGE with all faults by line and column; CONFLICT; DENIED
     */
    public BookSaved importFile(Actor actor, BookKind kind, Path file) {
        return importRows(actor, kind, file.toString(), BookCsv.read(file, kind));
    }

    /**
     * As {@link #importFile}, for rows that somebody else has read. May join an open transaction.
     *
     * @param source what is named as the file
     */
    public BookSaved importRows(Actor actor, BookKind kind, String source, List<Written> rows) {
        return save(actor, kind, rows, Manner.ADD, null, source);
    }

    private BookSaved save(
            Actor actor, BookKind kind, List<Written> rows, Manner manner, String reason, String source) {
        boolean own = kind == BookKind.LEAVE || kind == BookKind.REQUEST;
        boolean leader = !own || leads(actor);
        if (!own) {
            people.require(actor, Power.MANAGE_ROSTER);
        }
        Message what = source == null ? BookText.NOT_ENTERED.with(kind.with()) : BookText.NOT_IMPORTED.with(source);
        return store.write(tx -> {
            Reading r = reading();
            BookSaved saved =
                    switch (kind) {
                        case POST -> keeper(new PostShelf(), actor, reason).save(tx, rows, manner, r);
                        case SHIFT -> keeper(new ShiftShelf(), actor, reason).save(tx, rows, manner, r);
                        case PATTERN ->
                            keeper(new PatternShelf(), actor, reason).save(tx, rows, manner, r);
                        case WATCHER ->
                            keeper(new WatcherShelf(people), actor, reason).save(tx, rows, manner, r);
                        case LEAVE -> new Leaves(ledger, actor, leader, by(actor)).save(tx, rows, r);
                        case REQUEST -> new Requests(ledger, actor, leader, by(actor)).save(tx, rows, r);
                        case RULE -> {
                            if (SqlBookStore.rules(tx) == null) {
                                SqlBookStore.profile(tx, Profiles.NONE);
                            }
                            yield keeper(new RuleShelf(), actor, reason).save(tx, rows, manner, r);
                        }
                    };
            r.refuse(what, source != null);
            return saved;
        });
    }

    private <T> Keeper<T> keeper(Shelf<T> shelf, Actor actor, String reason) {
        return new Keeper<>(shelf, ledger, actor, reason);
    }

    private Reading reading() {
        boolean dayFirst = Lang.of(config.text(Setting.LANG)) == Lang.VI;
        return new Reading(people, now(), config.zone(), dayFirst);
    }

    /** May the actor write leave and requests of anybody? Whoever may not writes their own, and must be a person. */
    private boolean leads(Actor actor) {
        try {
            people.require(actor, Power.MANAGE_ROSTER);
            return true;
        } catch (VigilException e) {
            if (actor.member() == null) {
                throw e;
            }
            return false;
        }
    }

    private static String reason(String reason) {
        String text = reason == null ? "" : Viet.nfc(reason.strip());
        if (text.isEmpty() || text.length() > Reading.LINE) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-NO-REASON", BookText.NO_REASON.with(Reading.LINE));
        }
        return text;
    }

    /**
     * Takes a pattern out of use for good; rosters made by it stay.
     *
     * @return null when there is none: it is gone already
     */
    public BookRow removePattern(Actor actor, String id, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        String why = reason(reason);
        return store.write(tx -> {
            PatternShelf shelf = new PatternShelf();
            Pattern there = shelf.all(tx).get(id);
            if (there == null) {
                return null;
            }
            SqlBookStore.deletePattern(tx, id);
            BookRow row = shelf.row(there);
            enter(
                    tx,
                    actor,
                    "roster.pattern.remove",
                    "pattern/" + id,
                    Map.of("crews", row.text(BookColumn.CREWS), "cycle", row.text(BookColumn.CYCLE), "reason", why));
            return row;
        });
    }

    /**
     * Withdraws leave or a request.
     *
     * @param kind {@link BookKind#LEAVE} or {@link BookKind#REQUEST}
     * @param reason why; demanded for leave, else null is allowed
     * @return false when it was withdrawn already
     * @throws VigilException NOT_FOUND with the nearest; DENIED when it is another's; USAGE without a reason
     */
    public boolean withdraw(Actor actor, BookKind kind, CaseId id, String reason) {
        boolean leave = kind == BookKind.LEAVE;
        String why = leave || reason != null ? reason(reason) : null;
        boolean leader = leads(actor);
        return store.write(tx -> {
            List<String> known = new ArrayList<>();
            MemberId member = null;
            for (BookRow row : rows(kind)) {
                known.add(row.key());
                if (row.key().equals(id.toString())) {
                    member = new MemberId(row.text(BookColumn.PERSON));
                }
            }
            if (member == null) {
                if (Boolean.TRUE.equals(SqlBookStore.withdrawn(tx, leave ? "roster_leave" : "roster_request", id))) {
                    return false;
                }
                String near = Nearest.of(id.toString(), known);
                throw new VigilException(
                        ErrorKind.NOT_FOUND,
                        "VG-ROSTER-UNKNOWN",
                        near == null
                                ? BookText.UNKNOWN.with(kind.with(), id)
                                : BookText.UNKNOWN_NEAR.with(kind.with(), id, near));
            }
            if (!leader && !member.equals(actor.memberId())) {
                throw new VigilException(ErrorKind.DENIED, "VG-ROSTER-NOT-YOURS", BookText.NOT_YOURS.with(member));
            }
            if (leave) {
                SqlBookStore.withdrawLeave(tx, id, now(), why);
            } else {
                SqlBookStore.withdrawRequest(tx, id, now());
            }
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("member", member.value());
            details.put("reason", why);
            enter(tx, actor, "roster." + kind.id() + ".withdraw", id.toString(), details);
            return true;
        });
    }

    /**
     * Takes a profile's rules into force for everybody, instead of those there are. Rules of single people stay.
     *
     * @param nameOrFile {@code vn-labour-2019}, {@code none}, or a CSV file as {@code rule export} writes it
     * @return what the rules now are; none of them changed when they were so already
     * @throws VigilException NOT_FOUND; USAGE with all faults; DENIED
     */
    public BookSaved useRules(Actor actor, String nameOrFile) {
        people.require(actor, Power.MANAGE_ROSTER);
        Profiles.Profile profile = Profiles.read(nameOrFile);
        return store.write(tx -> {
            RuleShelf shelf = new RuleShelf();
            Map<String, Rule> before = shelf.all(tx);
            Rules rules = SqlBookStore.rules(tx);
            String was = rules == null ? null : rules.profile();
            SqlBookStore.deleteCommonRules(tx);
            SqlBookStore.profile(tx, profile.name());
            Reading r = reading();
            List<BookRow> changed = new ArrayList<>();
            List<BookRow> unchanged = new ArrayList<>();
            Set<String> keys = new HashSet<>();
            for (Written w : profile.rules()) {
                String key = shelf.key(w, r);
                Rule rule = key == null ? null : shelf.read(tx, w, key, null, r);
                if (rule == null) {
                    continue;
                }
                if (!keys.add(key)) {
                    r.fault(w, BookColumn.RULE, BookText.TWICE.with(key, key));
                    continue;
                }
                shelf.update(tx, rule);
                (rule.equals(before.get(key)) ? unchanged : changed).add(shelf.row(rule));
            }
            r.refuse(BookText.NOT_IMPORTED.with(nameOrFile), true);
            boolean gone = false;
            for (Rule rule : before.values()) {
                gone |= rule.member() == null && !keys.contains(rule.id().id());
            }
            List<Message> told = new ArrayList<>();
            if (!changed.isEmpty() || gone || !profile.name().equals(was)) {
                told.add(BookText.PROFILE_CHOSEN.with(profile.name(), was == null ? BookText.NOTHING.with() : was));
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("is", profile.name());
                details.put("was", was);
                enter(tx, actor, "roster.rule.use", "rules", details);
            }
            return new BookSaved(BookKind.RULE, List.of(), changed, unchanged, told);
        });
    }

    /**
     * The usual beginning for a department of about twelve: one post, watched on site within office hours in place of office work,
     * in the evening by telephone, at night and on free days by the building's guards with a duty lead by telephone. Chooses
     * the rules of the Labour Code when no rules were chosen.
     *
     * @param guards outside body of the guards; null: nights and free days by telephone
     * @param from first day; null: today, or as it is
     * @throws VigilException NOT_FOUND for an unknown body; CONFLICT when one of the shifts is there otherwise; DENIED
     */
    public SetUp setUp(Actor actor, String guards, LocalDate from) {
        people.require(actor, Power.MANAGE_ROSTER);
        return store.write(tx -> {
            List<BookSaved> saved = new ArrayList<>();
            saved.add(importRows(actor, BookKind.POST, Usual.NAME, List.of(Usual.post(from))));
            Reading r = reading();
            saved.add(keeper(new ShiftShelf(), actor, null).save(tx, Usual.shifts(guards, from), Manner.ADD, r));
            r.refuse(BookText.NOT_ENTERED.with(BookKind.SHIFT.with()), false);
            boolean choose = SqlBookStore.rules(tx) == null;
            if (choose) {
                useRules(actor, Profiles.LABOUR);
            }
            return new SetUp(saved, profile(), choose);
        });
    }

    private void enter(Tx tx, Actor actor, String act, String subject, Map<String, ?> details) throws SQLException {
        ledger.append(tx, new Entry(actor.who(), act, subject, details));
    }

    private Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }
}
