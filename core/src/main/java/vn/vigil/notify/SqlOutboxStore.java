package vn.vigil.notify;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.store.Tx;

/** Rows of the outbox. All times in the store are milliseconds since 1970, UTC. Stateless. */
final class SqlOutboxStore {
    private static final String COLUMNS = "id, dedup_key, channel, recipient, subject, body, created_ms, queued_ms,"
            + " not_before_ms, attempts, last_attempt_ms, last_error, state, sent_ms";

    private SqlOutboxStore() {}

    /** @return false when the key is there already; then nothing is written */
    static boolean insert(Tx tx, OutboxMessage m, List<Attachment> files, Instant now) throws SQLException {
        Instant due = m.notBefore() == null || m.notBefore().isBefore(now) ? now : m.notBefore();
        boolean fresh = tx.run(
                        "insert into outbox_message (" + COLUMNS + ") values ("
                                + "(select coalesce(max(id), 0) + 1 from outbox_message),"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, 0, null, null, 'queued', null)"
                                + " on conflict (dedup_key) do nothing",
                        m.key(),
                        m.channel().word(),
                        m.recipient(),
                        m.subject(),
                        m.body(),
                        now.toEpochMilli(),
                        due.toEpochMilli(),
                        due.toEpochMilli())
                == 1;
        for (int i = 0; fresh && i < files.size(); i++) {
            tx.run(
                    "insert into outbox_attachment (message_id, number, name, media_type, bytes)"
                            + " select id, ?, ?, ?, ? from outbox_message where dedup_key = ?",
                    i + 1,
                    files.get(i).name(),
                    files.get(i).mediaType(),
                    files.get(i).bytes(),
                    m.key());
        }
        return fresh;
    }

    /** The files that go with a message, in order. */
    static List<Attachment> files(Tx tx, long message) throws SQLException {
        List<Attachment> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select name, media_type, bytes from outbox_attachment where message_id = ? order by number",
                        message);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                found.add(new Attachment(r.getString(1), r.getString(2), r.getBytes(3)));
            }
        }
        return found;
    }

    /** Those to be tried now, oldest first. An attempt "in the future" was written under a clock that was wrong. */
    static List<OutboxEntry> due(Tx tx, Channel channel, Instant now, int limit) throws SQLException {
        return select(
                tx,
                "where state = 'queued' and channel = ? and (not_before_ms <= ? or last_attempt_ms > ?) order by id limit ?",
                channel.word(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                limit);
    }

    /** Counts an attempt before it is made. @return false when the message has changed meanwhile */
    static boolean claim(Tx tx, OutboxEntry m, Instant now, Instant next) throws SQLException {
        return tx.run(
                        "update outbox_message set attempts = attempts + 1, last_attempt_ms = ?, not_before_ms = ?,"
                                + " last_error = ? where id = ? and state = 'queued' and attempts = ?",
                        now.toEpochMilli(),
                        next.toEpochMilli(),
                        Fault.of(SendFault.INTERRUPTED).word(),
                        m.id(),
                        m.attempts())
                == 1;
    }

    static void sent(Tx tx, long id, Instant now) throws SQLException {
        tx.run(
                "update outbox_message set state = 'sent', sent_ms = ?, last_error = null where id = ?",
                now.toEpochMilli(),
                id);
        tx.run("delete from outbox_attachment where message_id = ?", id);
    }

    static void failed(Tx tx, long id, Fault fault, boolean forGood) throws SQLException {
        tx.run(
                "update outbox_message set state = ?, last_error = ? where id = ? and state <> 'sent'",
                (forGood ? OutboxState.FAILED : OutboxState.QUEUED).word(),
                fault.word(),
                id);
    }

    static void queueAgain(Tx tx, long id, Instant now) throws SQLException {
        tx.run(
                "update outbox_message set state = 'queued', queued_ms = ?, not_before_ms = ?, attempts = 0,"
                        + " last_attempt_ms = null, last_error = null where id = ?",
                now.toEpochMilli(),
                now.toEpochMilli(),
                id);
    }

    static OutboxEntry get(Tx tx, long id) throws SQLException {
        List<OutboxEntry> found = select(tx, "where id = ?", id);
        return found.isEmpty() ? null : found.get(0);
    }

    static List<OutboxEntry> list(Tx tx, OutboxFilter f) throws SQLException {
        String state = f.state() == null ? "%" : f.state().word();
        String channel = f.channel() == null ? "%" : f.channel().word();
        return select(tx, "where state like ? and channel like ? order by id desc limit ?", state, channel, f.limit());
    }

    static OutboxStatus status(Tx tx, Instant now) throws SQLException {
        String sql = "select coalesce(sum(case when state = 'queued' then 1 else 0 end), 0),"
                + " coalesce(sum(case when state = 'sent' then 1 else 0 end), 0),"
                + " coalesce(sum(case when state = 'failed' then 1 else 0 end), 0),"
                + " min(case when state = 'queued' and queued_ms <= ? then queued_ms end),"
                + " max(case when state = 'failed' then last_attempt_ms end) from outbox_message";
        try (PreparedStatement s = tx.prepare(sql, now.toEpochMilli());
                ResultSet r = s.executeQuery()) {
            r.next();
            return new OutboxStatus(
                    r.getLong(1), r.getLong(2), r.getLong(3), instant(r, 4), instant(r, 5), stopped(tx));
        }
    }

    /** The login that a channel's other side refused; null when none is. */
    static String refusedLogin(Tx tx, Channel channel) throws SQLException {
        try (PreparedStatement s = tx.prepare("select login from outbox_stop where channel = ?", channel.word());
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getString(1) : null;
        }
    }

    static void stop(Tx tx, Channel channel, String login, Instant now) throws SQLException {
        tx.run(
                "insert into outbox_stop (channel, login, refused_ms) values (?, ?, ?) on conflict (channel)"
                        + " do update set login = excluded.login, refused_ms = excluded.refused_ms",
                channel.word(),
                login,
                now.toEpochMilli());
    }

    static void go(Tx tx, Channel channel) throws SQLException {
        tx.run("delete from outbox_stop where channel = ?", channel.word());
    }

    private static Set<Channel> stopped(Tx tx) throws SQLException {
        Set<Channel> all = EnumSet.noneOf(Channel.class);
        try (PreparedStatement s = tx.prepare("select channel from outbox_stop");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(Channel.of(r.getString(1)));
            }
        }
        return all;
    }

    private static List<OutboxEntry> select(Tx tx, String where, Object... parameters) throws SQLException {
        List<OutboxEntry> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare("select " + COLUMNS + " from outbox_message " + where, parameters);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                found.add(new OutboxEntry(
                        r.getLong(1),
                        r.getString(2),
                        Channel.of(r.getString(3)),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        instant(r, 7),
                        instant(r, 8),
                        instant(r, 9),
                        r.getInt(10),
                        instant(r, 11),
                        Fault.parse(r.getString(12)),
                        OutboxState.of(r.getString(13)),
                        instant(r, 14),
                        List.of()));
            }
        }
        return found;
    }

    private static Instant instant(ResultSet r, int column) throws SQLException {
        long millis = r.getLong(column);
        return r.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
