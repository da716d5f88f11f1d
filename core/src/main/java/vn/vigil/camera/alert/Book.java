package vn.vigil.camera.alert;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.Severity;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.store.Tx;

/** Writes down what a run changes about alerts, and hands over what it tells; in one transaction, for one run. */
final class Book {
    private final Tx tx;
    private final Instant now;
    private final Who who;
    private final Ledger ledger;
    private final ZoneId zone;
    private final Telling telling;
    final List<Alert> opened = new ArrayList<>();
    final List<Alert> closed = new ArrayList<>();
    final List<Alert> told = new ArrayList<>();
    final List<Alert> untold = new ArrayList<>();

    Book(Tx tx, Instant now, Who who, Ledger ledger, ZoneId zone, Telling telling) {
        this.tx = tx;
        this.now = now;
        this.who = who;
        this.ledger = ledger;
        this.zone = zone;
        this.telling = telling;
    }

    void apply(List<AlertPlan.Change> changes) throws SQLException {
        // Cameras leave before they come under another alert: no fault stands under two at any moment.
        for (AlertPlan.Change change : changes) {
            if (change.before() != null) {
                cameras(change.before(), change.after(), false);
            }
        }
        for (AlertPlan.Change change : changes) {
            Alert after = change.after();
            if (change.before() == null) {
                after = open(after);
            } else if (!after.equals(change.before())) {
                SqlAlertStore.update(tx, after);
            }
            cameras(change.before(), after, true);
            boolean ended = change.before() != null && change.before().closing() == null && after.closing() != null;
            if (ended) {
                enter("alert.close", after);
            }
            if (ended && after.closing().mergedInto() == null) {
                closed.add(after);
            }
            say(change, after);
        }
    }

    private Alert open(Alert fresh) throws SQLException {
        // A fault that ended and is there again "since" the same moment is told again, under a key of its own.
        boolean again = SqlAlertStore.hasKey(tx, fresh.key());
        Alert numbered = (again ? fresh.with(fresh.key() + ":" + now) : fresh).with(id(), fresh.told());
        SqlAlertStore.insert(tx, numbered);
        enter("alert.open", numbered);
        opened.add(numbered);
        return numbered;
    }

    private void cameras(Alert before, Alert after, boolean bad) throws SQLException {
        Set<AlertCamera> known = before == null ? Set.of() : new LinkedHashSet<>(before.cameras());
        for (AlertCamera c : after.cameras()) {
            if (c.bad() == bad && !known.contains(c)) {
                SqlAlertStore.save(tx, after.id(), c, before != null && before.has(c.camera()));
            }
        }
    }

    private void say(AlertPlan.Change change, Alert after) throws SQLException {
        if (change.what() != null) {
            told.add(after);
            if (!telling.tell(tx, new Notice(change.what(), after, change.toldBefore()), now)) {
                untold.add(after);
            }
        }
    }

    /** Messages that do not leave are an alert that no message tells. */
    Alert mail(Instant oldest, Duration limit) throws SQLException {
        Alert there = null;
        for (Alert a : SqlAlertStore.open(tx)) {
            there = a.kind() == Alert.Kind.MAIL_STUCK ? a : there;
        }
        boolean stuck = oldest != null && oldest.plus(limit).isBefore(now);
        if (stuck && there == null) {
            Instant since = Alerts.millis(oldest);
            return open(alone(Alert.Kind.MAIL_STUCK, "v1:mail-stuck:" + since, Severity.CRITICAL, since));
        }
        if (!stuck && there != null) {
            Alert ended = there.with(new Alert.Closing(now, null, null, null));
            SqlAlertStore.update(tx, ended);
            enter("alert.close", ended);
            closed.add(ended);
            return null;
        }
        return there;
    }

    /** A span without checks, over when it is noticed: told once. Null when it was noticed before. */
    Alert gap(String key, Instant from) throws SQLException {
        if (SqlAlertStore.hasKey(tx, key)) {
            return null;
        }
        Alert alert = alone(Alert.Kind.NOT_RUN, key, Severity.WARNING, from)
                .with(new Alert.Closing(now, null, null, null))
                .with(id(), new Alert.Told(1, now, now, 1, 0));
        SqlAlertStore.insert(tx, alert);
        enter("alert.open", alert);
        telling.tell(tx, new Notice(Notice.What.NOT_RUN, alert, 0), now);
        return alert;
    }

    private CaseId id() throws SQLException {
        return SqlAlertStore.nextId(tx, now.atZone(zone).getYear());
    }

    private Alert alone(Alert.Kind kind, String key, Severity severity, Instant since) {
        Alert.Told nothing = new Alert.Told(1, now, now, 0, 0);
        return new Alert(null, key, kind, "", severity, since, now, nothing, null, null, List.of());
    }

    private void enter(String act, Alert a) throws SQLException {
        ledger.append(
                tx,
                new Entry(
                        who,
                        act,
                        a.id().toString(),
                        Map.of(
                                "key",
                                a.key(),
                                "kind",
                                a.kind().word(),
                                "cameras",
                                a.cameras().size())));
    }
}
