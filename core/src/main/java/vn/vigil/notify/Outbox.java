package vn.vigil.notify;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * The site's outbox. A message is {@linkplain #put written} in the transaction of what it tells, so that neither is there
 * without the other, and {@linkplain #deliver sent} afterwards, by whichever process comes first.
 *
 * <p>At least once: a process that dies between the sending of a message and the note of it leaves the message queued, and it
 * is sent again after the usual wait. A mail then has the same Message-ID, a webhook the same {@code X-Vigil-Message}. The
 * ledger holds what the messages tell, not their sending. For one thread.
 */
public final class Outbox {
    /** How long a message is tried. */
    public static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

    /** How long one attempt may take. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30);

    /** Outlasts an attempt and the notes around it; renewed before each. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final World world;
    private final Store store;
    private final Targets targets;
    private final Map<Channel, Messenger> messengers = new EnumMap<>(Channel.class);

    /** @param targets each asked once, when something is to be sent there */
    public Outbox(World world, Store store, Targets targets) {
        this.world = world;
        this.store = store;
        this.targets = targets;
    }

    /**
     * Writes a message, to be sent once the transaction is done.
     *
     * @return false when its key is known already: nothing is written, whatever became of the first
     */
    public boolean put(Tx tx, OutboxMessage message) throws SQLException {
        return put(tx, message, List.of());
    }

    /**
     * Writes a mail with files, as {@link #put(Tx, OutboxMessage)}. They are kept until it was sent.
     *
     * @throws IllegalArgumentException for files with what is no mail
     */
    public boolean put(Tx tx, OutboxMessage message, List<Attachment> files) throws SQLException {
        if (message.channel() != Channel.MAIL && !files.isEmpty()) {
            throw new IllegalArgumentException(
                    "files with a " + message.channel().word());
        }
        return SqlOutboxStore.insert(tx, message, files, world.now());
    }

    /**
     * Sends what is due, oldest first, each channel for itself, until the deadline. Not inside a transaction. A channel that is
     * down is tried once a call. While another process delivers, or in a rehearsal, nothing is done.
     *
     * @param limit most messages of one channel
     * @throws VigilException when the store cannot be written; nothing else: what a channel's settings or its other side do
     *     wrong is noted with the message
     */
    public Delivery deliver(Deadline deadline, int limit) {
        if (store.isRehearsal()) {
            return Delivery.NOTHING;
        }
        Instant now = world.now();
        Map<Channel, List<OutboxEntry>> due = store.read(tx -> {
            Map<Channel, List<OutboxEntry>> all = new EnumMap<>(Channel.class);
            for (Channel channel : Channel.values()) {
                all.put(channel, SqlOutboxStore.due(tx, channel, now, limit));
            }
            return all;
        });
        due.values().removeIf(List::isEmpty);
        if (due.isEmpty()) {
            return Delivery.NOTHING;
        }
        try (Lease lease = Lease.tryTake(store, "outbox", LEASE)) {
            if (lease == null) {
                return Delivery.BUSY;
            }
            Delivery done = Delivery.NOTHING;
            for (Map.Entry<Channel, List<OutboxEntry>> channel : due.entrySet()) {
                done = deliver(channel.getKey(), channel.getValue(), lease, deadline, done);
            }
            return done;
        }
    }

    private Delivery deliver(Channel channel, List<OutboxEntry> due, Lease lease, Deadline deadline, Delivery before) {
        Delivery done = before;
        Messenger messenger = messengers.computeIfAbsent(channel, this::messenger);
        String login = messenger.loginMark();
        String refused = store.read(tx -> SqlOutboxStore.refusedLogin(tx, channel));
        if (refused != null && refused.equals(login)) {
            return done; // until a person changes the login or resends something
        }
        for (OutboxEntry message : due) {
            if (deadline.passed() || !lease.renew(LEASE)) {
                return done;
            }
            Instant now = world.now();
            Instant next = now.plus(Backoff.after(message.attempts() + 1));
            if (!store.write(tx -> SqlOutboxStore.claim(tx, message, now, next))) {
                continue; // sent by another since we looked
            }
            List<Attachment> files = store.read(tx -> SqlOutboxStore.files(tx, message.id()));
            Outcome outcome = attempt(messenger, message.with(files), deadline);
            done = done.and(note(message, channel, login, outcome));
            if (outcome.kind() == Outcome.Kind.DOWN || outcome.kind() == Outcome.Kind.LOGIN_REFUSED) {
                return done;
            }
        }
        return done;
    }

    /** A fault of ours with one message must not keep the others from going out. */
    private static Outcome attempt(Messenger messenger, OutboxEntry message, Deadline deadline) {
        try {
            return messenger.send(message, deadline.within(ATTEMPT));
        } catch (RuntimeException e) {
            return Outcome.later(SendFault.INTERNAL, 0);
        }
    }

    private OutboxState note(OutboxEntry message, Channel channel, String login, Outcome outcome) {
        Instant now = world.now();
        return store.write(tx -> {
            if (outcome.kind() == Outcome.Kind.SENT) {
                SqlOutboxStore.sent(tx, message.id(), now);
                SqlOutboxStore.go(tx, channel);
                return OutboxState.SENT;
            }
            if (outcome.kind() == Outcome.Kind.LOGIN_REFUSED) {
                SqlOutboxStore.stop(tx, channel, login, now);
            }
            boolean forGood = outcome.kind() == Outcome.Kind.NEVER
                    || !now.isBefore(message.queued().plus(GIVE_UP_AFTER));
            SqlOutboxStore.failed(tx, message.id(), outcome.fault(), forGood);
            return forGood ? OutboxState.FAILED : OutboxState.QUEUED;
        });
    }

    private Messenger messenger(Channel channel) {
        try {
            Messenger found = configured(channel);
            return found == null ? new NoMessenger(SendFault.NOT_CONFIGURED) : found;
        } catch (VigilException e) {
            return new NoMessenger(SendFault.BAD_SETTING);
        }
    }

    private Messenger configured(Channel channel) {
        switch (channel) {
            case MAIL -> {
                MailServer mail = targets.mail();
                return mail == null ? null : new MailMessenger(world, mail);
            }
            case WEBHOOK -> {
                Webhook webhook = targets.webhook();
                return webhook == null ? null : new WebhookMessenger(world, webhook);
            }
            case COMMAND -> {
                CommandHook command = targets.command();
                return command == null ? null : new CommandMessenger(world, command);
            }
        }
        throw new IllegalStateException(channel.word());
    }

    /**
     * Stands for a channel without usable settings: its messages wait, and are given up in the end, like those of a channel that
     * is down.
     */
    private record NoMessenger(SendFault fault) implements Messenger {
        @Override
        public Outcome send(OutboxEntry message, Deadline deadline) {
            return Outcome.down(fault);
        }

        @Override
        public String loginMark() {
            return "";
        }
    }

    /** How the outbox stands; its oldest age is for the caller to judge. */
    public OutboxStatus status() {
        Instant now = world.now();
        return store.read(tx -> SqlOutboxStore.status(tx, now));
    }

    /** Messages, newest first. */
    public List<OutboxEntry> list(OutboxFilter filter) {
        return store.read(tx -> SqlOutboxStore.list(tx, filter));
    }

    /**
     * Queues a message anew that waits or was given up, and lets its channel go on if a refused login had stopped it. The caller
     * enters who asked for it in the ledger, in the same transaction.
     *
     * @throws VigilException NOT_FOUND; CONFLICT when it was sent
     */
    public OutboxEntry resend(Tx tx, long id) throws SQLException {
        OutboxEntry entry = SqlOutboxStore.get(tx, id);
        if (entry == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-NOTIFY-NOT-FOUND", NotifyText.NOT_FOUND.with(id))
                    .next(NotifyText.NOT_FOUND_NEXT.with());
        }
        if (entry.state() == OutboxState.SENT) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-NOTIFY-SENT", NotifyText.ALREADY_SENT.with(id));
        }
        SqlOutboxStore.queueAgain(tx, id, world.now());
        SqlOutboxStore.go(tx, entry.channel());
        return SqlOutboxStore.get(tx, id);
    }
}
