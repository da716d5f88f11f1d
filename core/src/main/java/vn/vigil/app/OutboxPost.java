package vn.vigil.app;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.AlertCamera;
import vn.vigil.camera.alert.Delivery;
import vn.vigil.camera.alert.Post;
import vn.vigil.camera.alert.PostedMessage;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.notify.Outbox;
import vn.vigil.notify.OutboxEntry;
import vn.vigil.notify.OutboxFilter;
import vn.vigil.notify.OutboxMessage;
import vn.vigil.notify.OutboxState;
import vn.vigil.store.Tx;
import vn.vigil.text.Neutral;

/**
 * Puts what alerts tell into the outbox. A person's copy goes by mail to their address, and by the command with their telephone
 * number as its argument; the site's copy goes to the webhook, and by the command without an argument. What has no settings has
 * no messages: nothing waits for a channel that nobody set up.
 */
final class OutboxPost implements Post {
    /** Somebody waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int AT_ONCE = 200;

    /** So many cameras are named to programs; a body has its limit, and the store knows the rest. */
    private static final int NAMED = 150;

    private final World world;
    private final Config config;
    private final Outbox outbox;

    OutboxPost(World world, Config config, Outbox outbox) {
        this.world = world;
        this.config = config;
        this.outbox = outbox;
    }

    @Override
    public void put(Tx tx, PostedMessage m) throws SQLException {
        boolean site = m.to() == null;
        if (!site && m.to().mail() != null && config.text(Setting.MAIL_HOST) != null) {
            outbox.put(tx, OutboxMessage.mail(m.key() + "/mail", m.to().mail(), m.subject(), m.body()));
        }
        if (site && config.text(Setting.WEBHOOK_URL) != null) {
            outbox.put(tx, OutboxMessage.webhook(m.key() + "/webhook", json(m)));
        }
        String argument = site ? "" : m.to().phone();
        if (argument != null && config.path(Setting.NOTIFY_COMMAND) != null) {
            outbox.put(tx, OutboxMessage.command(m.key() + "/command", argument, json(m)));
        }
    }

    @Override
    public Instant oldestWaiting(Tx tx) {
        return outbox.status().oldestQueued();
    }

    @Override
    public List<Delivery> deliver(Set<String> keys) {
        outbox.deliver(Deadline.in(world, PATIENCE), AT_ONCE);
        List<Delivery> answers = new ArrayList<>();
        for (OutboxEntry e : outbox.list(OutboxFilter.newest(AT_ONCE))) {
            if (keys.contains(e.key().substring(0, e.key().lastIndexOf('/')))) {
                boolean sent = e.state() == OutboxState.SENT;
                answers.add(new Delivery(
                        e.key().substring(0, e.key().lastIndexOf('/')),
                        e.channel().word(),
                        e.recipient(),
                        sent,
                        e.fault() == null ? null : e.fault().sentence()));
            }
        }
        return answers;
    }

    /** Facts for programs, and the letter as it stands. Times in UTC. */
    private static String json(PostedMessage m) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", "vigil.camera.alert.message/1");
        all.put("key", m.key());
        all.put("what", m.what());
        all.put("at", m.at().toString());
        all.put("alert", m.alert() == null ? null : facts(m.alert()));
        all.put("member", m.to() == null ? null : m.to().member().value());
        all.put("subject", m.subject());
        all.put("text", m.body());
        return CanonicalJson.text(all);
    }

    private static Map<String, Object> facts(Alert a) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", a.id().toString());
        facts.put("kind", a.kind().word());
        facts.put("name", Neutral.line(a.name()));
        facts.put("severity", a.severity().name().toLowerCase(Locale.ROOT));
        facts.put("since", a.since().toString());
        facts.put("closedAt", a.closing() == null ? null : a.closing().at().toString());
        facts.put("level", a.told().level());
        facts.put("bad", a.bad().size());
        List<Object> cameras = new ArrayList<>();
        for (AlertCamera c : a.bad()) {
            if (cameras.size() < NAMED) {
                cameras.add(Map.of("id", c.camera().value(), "essential", c.essential(), "findings", c.findings()));
            }
        }
        facts.put("cameras", cameras);
        return facts;
    }
}
