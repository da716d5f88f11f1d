package vn.vigil.camera.alert;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.text.TimeText;

/** What persons do about alerts. Each act is a ledger entry of the same transaction. */
final class Answers {
    private static final int LONGEST = 500;

    private final World world;
    private final ZoneId zone;
    private final Store store;
    private final Ledger ledger;
    private final Ladder ladder;
    private final Telling telling;
    private final Post post;
    private final Lang site;

    Answers(
            World world,
            ZoneId zone,
            Store store,
            Ledger ledger,
            Ladder ladder,
            Telling telling,
            Post post,
            Lang site) {
        this.world = world;
        this.zone = zone;
        this.store = store;
        this.ledger = ledger;
        this.ladder = ladder;
        this.telling = telling;
        this.post = post;
        this.site = site;
    }

    static Alert need(Tx tx, CaseId id) throws SQLException {
        Alert alert = id.series().equals(Alerts.SERIES) ? SqlAlertStore.find(tx, id) : null;
        if (alert == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-ALERT-NOT-FOUND", AlertText.UNKNOWN_ALERT.with(id))
                    .next(AlertText.LIST_NEXT.with());
        }
        return alert;
    }

    Answered acknowledge(Actor actor, CaseId id, String note, Duration length, boolean replace) {
        Instant now = Alerts.millis(world.now());
        String words = checked(note);
        String by = by(actor);
        return store.write(tx -> {
            Alert alert = need(tx, id);
            if (alert.closing() != null) {
                throw new VigilException(ErrorKind.REFUSED, "VG-ALERT-CLOSED", AlertText.IS_CLOSED.with(id))
                        .why(AlertText.IS_CLOSED_WHY.with(time(alert.closing().at())))
                        .next(AlertText.SHOW_NEXT.with(id));
            }
            Alert.Ack there = alert.ack();
            if (there != null && there.holds(now)) {
                if (there.by().equals(by) && there.note().equals(words) && Objects.equals(length(there), length)) {
                    return new Answered(alert, false);
                }
                if (!replace) {
                    throw new VigilException(
                                    ErrorKind.CONFLICT, "VG-ALERT-ACKED", AlertText.ACKED_BY_OTHER.with(id, there.by()))
                            .why(AlertText.ACKED_BY_OTHER_WHY.with(
                                    time(there.at()), there.until() == null ? "…" : time(there.until()), there.note()))
                            .next(AlertText.REPLACE_NEXT.with(id));
                }
            }
            Alert acked = alert.with(new Alert.Ack(now, by, length == null ? null : now.plus(length), words));
            SqlAlertStore.update(tx, acked);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("note", words);
            details.put("until", length == null ? null : acked.ack().until().toString());
            ledger.append(tx, new Entry(actor.who(), "alert.ack", id.toString(), details));
            return new Answered(acked, true);
        });
    }

    private static Duration length(Alert.Ack ack) {
        return ack.until() == null ? null : Duration.between(ack.at(), ack.until());
    }

    Answered close(Actor actor, CaseId id, String reason) {
        Instant now = Alerts.millis(world.now());
        String words = checked(reason);
        if (words.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-ALERT-NO-REASON", AlertText.NO_REASON.with());
        }
        return store.write(tx -> {
            Alert alert = need(tx, id);
            Alert.Closing there = alert.closing();
            if (there != null) {
                if (there.by() == null || there.reason().equals(words)) {
                    return new Answered(alert, false);
                }
                throw new VigilException(ErrorKind.CONFLICT, "VG-ALERT-CLOSED", AlertText.CLOSED_OTHERWISE.with(id))
                        .why(AlertText.CLOSED_OTHERWISE_WHY.with(there.by(), time(there.at()), there.reason()))
                        .next(AlertText.SHOW_NEXT.with(id));
            }
            Alert closed = alert.with(new Alert.Closing(now, by(actor), words, null));
            SqlAlertStore.update(tx, closed);
            ledger.append(tx, new Entry(actor.who(), "alert.close", id.toString(), Map.of("reason", words)));
            return new Answered(closed, true);
        });
    }

    Mailed resend(Actor actor, CaseId id) {
        Instant now = Alerts.millis(world.now());
        List<Alert> about = new ArrayList<>();
        Telling.Sent sent = store.write(tx -> {
            Alert alert = need(tx, id);
            about.clear();
            about.add(alert);
            if (alert.kind() == Alert.Kind.MAIL_STUCK) {
                throw new VigilException(ErrorKind.REFUSED, "VG-ALERT-MAIL", AlertText.NOT_BY_MESSAGE.with(id))
                        .why(AlertText.NOT_BY_MESSAGE_WHY.with());
            }
            Telling.Sent put = telling.put(tx, new Notice(what(alert), alert, 0), minute(now), now);
            if (put.news()) {
                ledger.append(tx, new Entry(actor.who(), "alert.resend", id.toString(), Map.of()));
            }
            return put;
        });
        return new Mailed(about.get(0), sent.persons(), deliver(sent), sent.news());
    }

    private static Notice.What what(Alert alert) {
        Alert.Closing closing = alert.closing();
        boolean recovered = closing != null && closing.by() == null && closing.mergedInto() == null;
        if (alert.kind() == Alert.Kind.NOT_RUN) {
            return Notice.What.NOT_RUN;
        }
        return recovered ? Notice.What.RECOVERED : Notice.What.RESENT;
    }

    Mailed test(Actor actor, Recipient one) {
        Instant now = Alerts.millis(world.now());
        List<Recipient> persons = one != null ? List.of(one) : ladder.at(1, now);
        if (persons.isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-ALERT-NOBODY", AlertText.NOBODY_TO_TELL.with())
                    .next(AlertText.OFFICE_NEXT.with());
        }
        String by = actor.member() == null ? actor.account() : actor.member().name();
        Telling.Sent sent = store.write(tx -> {
            List<Recipient> all = new ArrayList<>(persons);
            all.add(null);
            Set<String> keys = new LinkedHashSet<>();
            boolean news = false;
            for (Recipient to : all) {
                String key = Telling.key("v1:test:" + by(actor) + ":" + minute(now), to);
                Letters.Letter letter = Letters.test(by, now, zone, to == null ? site : to.lang());
                keys.add(key);
                news |= telling.put(tx, key, null, Notice.What.TEST, to, letter, now);
            }
            if (news) {
                ledger.append(tx, new Entry(actor.who(), "alert.test", "alert", Map.of()));
            }
            return new Telling.Sent(keys, persons, news);
        });
        return new Mailed(null, persons, deliver(sent), sent.news());
    }

    private List<Delivery> deliver(Telling.Sent sent) {
        return store.isRehearsal() || !sent.news() ? List.of() : post.deliver(sent.keys());
    }

    private static String checked(String text) {
        String words = Alerts.words(text);
        if (words.length() > LONGEST) {
            throw new VigilException(ErrorKind.USAGE, "VG-ALERT-TEXT", AlertText.LONG_TEXT.with(LONGEST));
        }
        return words;
    }

    /** A call repeated within a minute is the same call. */
    private static String minute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }

    private String time(Instant t) {
        return TimeText.print(t.truncatedTo(ChronoUnit.SECONDS), zone);
    }
}
