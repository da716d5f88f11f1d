package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.Message;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.notify.Attachment;
import vn.vigil.notify.Outbox;
import vn.vigil.notify.OutboxMessage;
import vn.vigil.people.Member;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.text.Neutral;
import vn.vigil.text.Texts;

/**
 * Puts what people are told into the outbox, in each reader's language. A person's copy goes by mail to their address, and by the
 * command with their telephone number as its argument; the site's copy goes to the webhook, and by the command without an
 * argument. A channel without settings gets nothing.
 */
public final class Letterbox {
    private final World world;
    private final Config config;
    private final Supplier<Outbox> outbox;
    private final String schema;

    /** @param schema of what programs get */
    public Letterbox(World world, Config config, Supplier<Outbox> outbox, String schema) {
        this.world = world;
        this.config = config;
        this.outbox = outbox;
        this.schema = schema;
    }

    /**
     * Something to be told.
     *
     * @param key names it for good: the same key is the same message
     * @param what {@code no-show}, {@code remind}, …
     * @param facts for programs
     */
    public record Letter(
            String key,
            String what,
            Message subject,
            List<Message> body,
            Map<String, Object> facts,
            List<Attachment> files) {
        public Letter(String key, String what, Message subject, List<Message> body, Map<String, Object> facts) {
            this(key, what, subject, body, facts, List.of());
        }

        /** The same with files, which go with mails only. */
        public Letter with(List<Attachment> more) {
            return new Letter(key, what, subject, body, facts, more);
        }
    }

    /**
     * Puts a letter to one person, in the transaction of what it tells.
     *
     * @return the channels it goes by; empty when there is none for this person
     */
    public List<String> put(Tx tx, Letter letter, Member to) throws SQLException {
        List<String> channels = new ArrayList<>();
        Lang lang = to.lang() == null ? config.lang() : to.lang();
        String key = letter.key + "/" + to.id();
        if (to.email() != null && config.text(Setting.MAIL_HOST) != null) {
            outbox.get()
                    .put(
                            tx,
                            OutboxMessage.mail(
                                    key + "/mail", to.email(), line(letter.subject, lang), body(letter, lang)),
                            letter.files);
            channels.add("mail");
        }
        if (to.phone() != null && config.path(Setting.NOTIFY_COMMAND) != null) {
            outbox.get().put(tx, OutboxMessage.command(key + "/command", to.phone(), json(letter, to, lang)));
            channels.add("command");
        }
        return channels;
    }

    /** Puts the site's own copy. */
    void put(Tx tx, Letter letter) throws SQLException {
        Lang lang = config.lang();
        String key = letter.key + "/site";
        if (config.text(Setting.WEBHOOK_URL) != null) {
            outbox.get().put(tx, OutboxMessage.webhook(key + "/webhook", json(letter, null, lang)));
        }
        if (config.path(Setting.NOTIFY_COMMAND) != null) {
            outbox.get().put(tx, OutboxMessage.command(key + "/command", "", json(letter, null, lang)));
        }
    }

    /** To each leader, and the site's own copy. */
    void tellLeaders(Tx tx, Letter letter, List<Member> leaders) throws SQLException {
        for (Member leader : leaders) {
            put(tx, letter, leader);
        }
        put(tx, letter);
    }

    private static String body(Letter letter, Lang lang) {
        StringBuilder text = new StringBuilder();
        for (Message message : letter.body) {
            text.append(line(message, lang)).append('\n');
        }
        return text.toString();
    }

    private static String line(Message message, Lang lang) {
        return Neutral.line(Texts.render(message, lang));
    }

    private String json(Letter letter, Member to, Lang lang) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", schema);
        all.put("key", letter.key);
        all.put("what", letter.what);
        all.put("at", world.now().truncatedTo(ChronoUnit.MICROS).toString());
        all.put("member", to == null ? null : to.id().value());
        all.put("facts", letter.facts);
        all.put("subject", line(letter.subject, lang));
        all.put("text", body(letter, lang));
        return CanonicalJson.text(all);
    }
}
