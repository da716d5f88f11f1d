package vn.vigil.camera.alert;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;

/** Turns what is to be told into messages, and hands each to the post once. */
final class Telling {
    private final Ladder ladder;
    private final Letters letters;
    private final Post post;
    private final Lang site;
    private final Duration repeat;

    Telling(Ladder ladder, Letters letters, Post post, Lang site, Duration repeat) {
        this.ladder = ladder;
        this.letters = letters;
        this.post = post;
        this.site = site;
        this.repeat = repeat;
    }

    /**
     * Puts the messages of one notice, one a person and one for the site's own channels.
     *
     * @return false when nobody is there to be told
     */
    boolean tell(Tx tx, Notice notice, Instant now) throws SQLException {
        return !put(tx, notice, Integer.toString(notice.alert().told().rounds()), now)
                .persons()
                .isEmpty();
    }

    /** The messages that were put, and for whom. */
    record Sent(Set<String> keys, List<Recipient> persons, boolean news) {}

    /**
     * @param round tells this telling of the alert from every other
     */
    Sent put(Tx tx, Notice notice, String round, Instant now) throws SQLException {
        Alert a = notice.alert();
        int level = a.told().level();
        List<Recipient> persons =
                notice.what() == Notice.What.ESCALATED ? ladder.at(level, now) : ladder.upTo(level, now);
        List<Recipient> all = new ArrayList<>(persons);
        all.add(null);
        Set<String> keys = new LinkedHashSet<>();
        boolean news = false;
        for (Recipient to : all) {
            String key = key(a.key() + ":" + notice.what().word() + "-" + round, to);
            Lang lang = to == null ? site : to.lang();
            keys.add(key);
            news |= put(tx, key, a, notice.what(), to, letters.write(notice, lang, now, repeat), now);
        }
        return new Sent(keys, persons, news);
    }

    /** One message, unless it was put before. */
    boolean put(Tx tx, String key, Alert alert, Notice.What what, Recipient to, Letters.Letter letter, Instant now)
            throws SQLException {
        boolean news = SqlAlertStore.note(tx, key, alert == null ? null : alert.id(), what, to, now);
        if (news) {
            post.put(tx, new PostedMessage(key, what.word(), alert, to, letter.subject(), letter.body(), now));
        }
        return news;
    }

    static String key(String what, Recipient to) {
        return what + ":" + (to == null ? "site" : "member:" + to.member());
    }
}
