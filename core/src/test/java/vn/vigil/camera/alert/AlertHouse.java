package vn.vigil.camera.alert;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vigil.base.CameraId;
import vn.vigil.base.MemberId;
import vn.vigil.base.Severity;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;
import vn.vigil.text.Lang;

/** A site whose cameras fail and recover at the test's word, and whose post keeps its messages in a table of the store. */
final class AlertHouse implements AutoCloseable {
    static final Duration INTERVAL = Duration.ofMinutes(5);

    final TestWorld world;
    final Config config;
    final Store store;
    final Ledger ledger;
    final People people;
    final Alerts alerts;
    final Map<String, Condition> bad = new TreeMap<>();
    final Set<String> all = new TreeSet<>();

    private AlertHouse(TestWorld world, Config config, Store store) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = new Ledger(store, world);
        this.people = new People(store, ledger, config, world);
        this.alerts = new Alerts(world, config, store, ledger, people, at -> List.of(), new TablePost(), w -> null);
    }

    static AlertHouse open(Databases database, Path folder) {
        TestWorld world = TestWorld.create();
        Config config = database.config(world, folder);
        Store store = Store.create(config.home(), config, world);
        AlertHouse house = new AlertHouse(world, config, store);
        store.write(tx -> tx.run(
                "create table post_box (message_key text primary key, who text, subject text, body text, put_ms bigint,"
                        + " sent bigint not null)"));
        return house;
    }

    /** The same site, opened once more: another machine, or the next process. */
    AlertHouse again() {
        AlertHouse other = new AlertHouse(world, config, Store.open(config.home(), config, world));
        other.bad.putAll(bad);
        other.all.addAll(all);
        return other;
    }

    AlertHouse member(String id, Office office, Lang lang) {
        NewMember m = new NewMember(
                new MemberId(id), "Nguyễn " + id, null, id + "@site.example", lang, null, Set.of(office), null, null);
        people.add(people.actor(null), m, false);
        return this;
    }

    Actor actor(String id) {
        return people.actor(id);
    }

    void cameras(String prefix, int count) {
        for (int i = 1; i <= count; i++) {
            all.add(prefix + i);
        }
    }

    void down(String id) {
        down(id, id, "", "", false);
    }

    void down(String id, String name, String uplink, String host, boolean essential) {
        all.add(id);
        bad.put(
                id,
                new Condition(
                        new CameraId(id),
                        name,
                        essential,
                        uplink,
                        host,
                        Severity.CRITICAL,
                        List.of("unreachable"),
                        world.now()));
    }

    void degraded(String id) {
        all.add(id);
        bad.put(
                id,
                new Condition(new CameraId(id), id, false, "", "", Severity.WARNING, List.of("frozen"), world.now()));
    }

    void up(String id) {
        bad.remove(id);
    }

    /** A run over all cameras. */
    Reconciled run() {
        Set<CameraId> looked = new TreeSet<>();
        for (String id : all) {
            looked.add(new CameraId(id));
        }
        return run(looked);
    }

    Reconciled run(Set<CameraId> looked) {
        return store.write(tx -> alerts.reconcile(tx, world.now(), List.copyOf(bad.values()), looked));
    }

    /** The next run by the timetable. */
    Reconciled next() {
        world.pass(INTERVAL);
        return run();
    }

    record Letter(String to, String subject, String body) {}

    /** What came into the post since the last call, by its order. */
    List<Letter> mail() {
        return store.write(tx -> {
            List<Letter> letters = new ArrayList<>();
            try (PreparedStatement s = tx.prepare(
                            "select who, subject, body from post_box where sent = 0 order by put_ms, message_key");
                    ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    letters.add(new Letter(r.getString(1), r.getString(2), r.getString(3)));
                }
            }
            tx.run("update post_box set sent = 1");
            return letters;
        });
    }

    /** The same, as {@code to: subject}, without the copies for the site's own channels. */
    List<String> subjects() {
        List<String> lines = new ArrayList<>();
        for (Letter l : mail()) {
            if (!l.to().equals("site")) {
                lines.add(l.to() + ": " + l.subject());
            }
        }
        return lines;
    }

    @Override
    public void close() {
        store.close();
    }

    /** A real outbox in small: a row in the same transaction. */
    private final class TablePost implements Post {
        @Override
        public void put(Tx tx, PostedMessage m) throws SQLException {
            tx.run(
                    "insert into post_box (message_key, who, subject, body, put_ms, sent) values (?, ?, ?, ?, ?, 0)",
                    m.key(),
                    m.to() == null ? "site" : m.to().member().value(),
                    m.subject(),
                    m.body(),
                    m.at().toEpochMilli());
        }

        @Override
        public Instant oldestWaiting(Tx tx) throws SQLException {
            try (PreparedStatement s = tx.prepare("select min(put_ms) from post_box where sent = 0");
                    ResultSet r = s.executeQuery()) {
                r.next();
                long ms = r.getLong(1);
                return r.wasNull() ? null : Instant.ofEpochMilli(ms);
            }
        }

        @Override
        public List<Delivery> deliver(Set<String> keys) {
            return store.write(tx -> {
                List<Delivery> answers = new ArrayList<>();
                for (String key : keys) {
                    if (tx.run("update post_box set sent = 1 where message_key = ? and sent = 0", key) == 1) {
                        answers.add(new Delivery(key, "mail", "box", true, null));
                    }
                }
                return answers;
            });
        }
    }
}
