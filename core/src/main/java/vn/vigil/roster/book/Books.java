package vn.vigil.roster.book;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.roster.holiday.Holidays;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

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
