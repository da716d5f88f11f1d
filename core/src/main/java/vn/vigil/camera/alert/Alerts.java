package vn.vigil.camera.alert;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.Severity;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.ledger.Who;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.text.Viet;

/**
 * The alerts of the site: what people are told of, who answers, and whether checks run at all. Safe for several threads, and
 * for several machines on one store.
 */
public final class Alerts {
    static final String SERIES = "ALR";

    /** Faults this near each other are asked for a common cause, also where checks run more often. */
    private static final Duration TOGETHER = Duration.ofMinutes(5);

    /** However seldom checks run: what began an hour apart has no common beginning. */
    private static final Duration TOGETHER_AT_MOST = Duration.ofHours(1);

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final DutyDesk desk;
    private final Post post;
    private final Function<String, Message> findings;

    /**
     * Costs nothing.
     *
     * @param desk who is on watch
     * @param post what carries messages
     * @param findings the sentence for a finding's word; null for a word it does not know
     */
    public Alerts(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            People people,
            DutyDesk desk,
            Post post,
            Function<String, Message> findings) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.desk = desk;
        this.post = post;
        this.findings = findings;
    }

    // Runs of checks

    /**
     * Brings the alerts up to date after a run, in the run's own transaction: what it tells is put into the post, or nothing
     * of the run is on record. Cameras under maintenance stand in neither argument; their alerts stay as they are, and silent.
     *
     * @param now the run's time
     * @param conditions every camera that is bad, also one that this run could not look at
     * @param looked the cameras that this run did look at; one without a condition is well. A camera in neither is unknown and
     *     keeps its alert
     */
    public Reconciled reconcile(Tx tx, Instant now, List<Condition> conditions, Set<CameraId> looked)
            throws SQLException {
        Instant at = millis(now);
        Book book = book(tx, at);
        List<Condition> exact = new ArrayList<>(conditions.size());
        for (Condition c : conditions) {
            exact.add(new Condition(
                    c.camera(),
                    c.name(),
                    c.essential(),
                    c.uplink(),
                    c.host(),
                    c.severity(),
                    c.findings(),
                    millis(c.since())));
        }
        book.apply(AlertPlan.plan(at, rule(tx, looked.size()), SqlAlertStore.live(tx), exact, looked));
        Alert stuck = book.mail(post.oldestWaiting(tx), config.duration(Setting.ALERT_MAIL_AGE));
        return new Reconciled(book.opened, book.closed, book.told, book.untold, stuck);
    }

    /**
     * A whole run begins. Whoever checks single cameras does not say so.
     *
     * @param part which part of the cameras, from 1
     * @param parts of how many; 1 when one run looks at all
     * @param cameras how many cameras this part has
     * @return the alert about the span before it in which no checks ran, told now and once; null when all went by the usual
     *     interval
     */
    public Alert began(Tx tx, Instant now, int part, int parts, int cameras) throws SQLException {
        Instant at = millis(now);
        Heartbeat before = null;
        for (Heartbeat h : SqlAlertStore.heartbeats(tx)) {
            before = h.part() == part && h.parts() == parts ? h : before;
        }
        if (before == null) {
            SqlAlertStore.save(tx, new Heartbeat(part, parts, at, null, cameras, List.of()));
            return null;
        }
        SqlAlertStore.save(tx, before.began(at, cameras));
        if (!before.missed(at)) {
            return null;
        }
        return book(tx, at).gap("v1:not-run:" + part + "/" + parts + ":" + before.lastSign(), before.lastSign());
    }

    /** A whole run has come to its end and saved what it saw. */
    public void finished(Tx tx, Instant now, int part, int parts) throws SQLException {
        for (Heartbeat h : SqlAlertStore.heartbeats(tx)) {
            if (h.part() == part && h.parts() == parts) {
                SqlAlertStore.save(tx, h.finished(millis(now)));
            }
        }
    }

    /** Do whole runs still come to their end? CRITICAL when the part furthest behind is older than the limit, or never was. */
    public Freshness freshness(Duration limit) {
        Instant now = millis(world.now());
        List<Heartbeat> all = store.read(SqlAlertStore::heartbeats);
        int parts = all.isEmpty() ? 1 : all.get(0).parts();
        Heartbeat worst = null;
        for (int part = 1; part <= parts; part++) {
            Heartbeat here = null;
            for (Heartbeat h : all) {
                here = h.part() == part ? h : here;
            }
            if (here == null || here.finishedAt() == null) {
                return new Freshness(Severity.CRITICAL, null, null, limit, part, parts);
            }
            worst = worst == null || here.finishedAt().isBefore(worst.finishedAt()) ? here : worst;
        }
        Duration age = Duration.between(worst.finishedAt(), now);
        Severity severity = age.compareTo(limit) > 0 ? Severity.CRITICAL : Severity.OK;
        return new Freshness(severity, worst.finishedAt(), age, limit, worst.part(), parts);
    }

    // People

    /** Alerts as they stand, oldest first: open and acknowledged ones, or all. */
    public List<Alert> list(boolean all) {
        return store.read(all ? SqlAlertStore::all : SqlAlertStore::open);
    }

    /** @throws vn.vigil.base.VigilException NOT_FOUND */
    public Alert get(CaseId id) {
        return store.read(tx -> Answers.need(tx, id));
    }

    /** What was told of an alert, oldest first. */
    public List<ToldOnce> told(CaseId id) {
        return store.read(tx -> SqlAlertStore.told(tx, id));
    }

    /**
     * The actor says that they are on it: it is neither repeated nor escalated from now on.
     *
     * @param note in their words, may be null
     * @param length how long that counts; null for good
     * @param replace an answer that somebody else gave, or that was given for another time, is replaced
     * @throws vn.vigil.base.VigilException NOT_FOUND; DENIED; REFUSED when it is closed; CONFLICT when another answer stands
     */
    public Answered acknowledge(Actor actor, CaseId id, String note, Duration length, boolean replace) {
        people.require(actor, Power.ANSWER_ALERTS);
        return answers().acknowledge(actor, id, note, length, replace);
    }

    /**
     * A person ends an alert, though its cameras may be bad still. The same outage opens no other; a new one does.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND; DENIED; USAGE without a reason; CONFLICT when it was closed for another
     */
    public Answered close(Actor actor, CaseId id, String reason) {
        people.require(actor, Power.MANAGE_CAMERAS);
        return answers().close(actor, id, reason);
    }

    /**
     * Tells an alert again to everybody who has heard of it, now.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND; DENIED
     */
    public Mailed resend(Actor actor, CaseId id) {
        people.require(actor, Power.ANSWER_ALERTS);
        return answers().resend(actor, id);
    }

    /**
     * Sends a test through every channel, now.
     *
     * @param to one person; null for those who would hear of a new alert
     * @throws vn.vigil.base.VigilException NOT_FOUND for a person; DENIED
     */
    public Mailed test(Actor actor, String to) {
        people.require(actor, Power.ANSWER_ALERTS);
        Recipient one = to == null ? null : Recipient.of(people.show(to), site());
        return answers().test(actor, one);
    }

    /** What an alert is about, in the reader's words: {@code 12 cameras behind switch-a}. */
    public static Message what(Alert alert) {
        return Letters.what(alert);
    }

    private Book book(Tx tx, Instant at) {
        Who who = new Who(world.osUser(), null, Proof.SELECTED);
        return new Book(tx, at, who, ledger, config.zone(), telling());
    }

    private Answers answers() {
        return new Answers(world, config.zone(), store, ledger, ladder(), telling(), post, site());
    }

    private Ladder ladder() {
        return new Ladder(people, desk, site(), config.zone());
    }

    private Telling telling() {
        Letters letters = new Letters(config.zone(), findings);
        return new Telling(ladder(), letters, post, site(), config.duration(Setting.ALERT_REPEAT));
    }

    private Lang site() {
        return config.lang();
    }

    private AlertRule rule(Tx tx, int looked) throws SQLException {
        Duration together = TOGETHER;
        int total = 0;
        for (Heartbeat h : SqlAlertStore.heartbeats(tx)) {
            total += h.cameras();
            Duration usual = h.usual();
            if (usual != null && usual.multipliedBy(2).compareTo(together) > 0) {
                together = usual.multipliedBy(2);
            }
        }
        return new AlertRule(
                config.duration(Setting.ALERT_REPEAT),
                config.duration(Setting.ALERT_ESCALATE_AFTER),
                together.compareTo(TOGETHER_AT_MOST) > 0 ? TOGETHER_AT_MOST : together,
                Math.max(total, looked));
    }

    /** As precisely as the store keeps it. */
    static Instant millis(Instant t) {
        return t.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A person's words: NFC, one line's worth; empty for none. */
    static String words(String text) {
        return text == null ? "" : Viet.nfc(text.strip());
    }
}
