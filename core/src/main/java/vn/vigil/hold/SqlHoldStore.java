package vn.vigil.hold;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.Sheet;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.store.Tx;

/** Rows of holds. All times in the store are microseconds since 1970, UTC. Stateless. */
final class SqlHoldStore {
    private static final String COLUMNS =
            "select h.id, h.camera_id, h.from_us, h.to_us, h.state, h.due_us, h.keep_day, h.archived,"
                    + " h.released_us, h.released_by, h.released_why from hold h ";

    private SqlHoldStore() {}

    static CaseId nextId(Tx tx, String series, int year) throws SQLException {
        String table = series.equals(Calls.SERIES) ? "hold_call" : "hold";
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from " + table + " where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(series, year, r.getInt(1));
        }
    }

    /** A new hold, pending, of which nothing is here. */
    static void insert(Tx tx, CaseId id, CameraId camera, TimeSpan span, Instant due, LocalDate keep, HoldReason why)
            throws SQLException {
        tx.run(
                "insert into hold (id, year, number, camera_id, from_us, to_us, state, due_us, keep_day, archived)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                id.toString(),
                id.year(),
                id.number(),
                camera.value(),
                micros(span.from()),
                micros(span.to()),
                HoldState.PENDING.id(),
                micros(due),
                keep == null ? null : keep.toString());
        missing(tx, id, List.of(new Missing(span, why)));
    }

    static void cause(Tx tx, CaseId id, Cause cause) throws SQLException {
        tx.run(
                "insert into hold_cause (hold_id, cause, reason, placed_us, placed_by) values (?, ?, ?, ?, ?)",
                id.toString(),
                cause.id() == null ? "" : cause.id().toString(),
                cause.reason(),
                micros(cause.at()),
                cause.by());
    }

    static void clip(Tx tx, CaseId id, HeldClip c) throws SQLException {
        tx.run(
                "insert into hold_clip (hold_id, number, from_us, to_us, sheet_json, size_bytes, sha256, audio_sha256, copied_us)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                c.number(),
                micros(c.span().from()),
                micros(c.span().to()),
                CanonicalJson.text(c.sheet().members()),
                c.bytes(),
                c.sha256(),
                c.audioSha256(),
                micros(c.copiedAt()));
    }

    /** What is missing from now on. */
    static void missing(Tx tx, CaseId id, List<Missing> missing) throws SQLException {
        tx.run("delete from hold_missing where hold_id = ?", id.toString());
        for (Missing m : missing) {
            tx.run(
                    "insert into hold_missing (hold_id, from_us, to_us, why) values (?, ?, ?, ?)",
                    id.toString(),
                    micros(m.span().from()),
                    micros(m.span().to()),
                    m.why().id());
        }
    }

    /** @param due null unless pending */
    static void state(Tx tx, CaseId id, HoldState state, Instant due) throws SQLException {
        tx.run(
                "update hold set state = ?, due_us = ? where id = ?",
                state.id(),
                due == null ? null : micros(due),
                id.toString());
    }

    static void keep(Tx tx, CaseId id, LocalDate until, boolean archived) throws SQLException {
        tx.run(
                "update hold set keep_day = ?, archived = ? where id = ?",
                until.toString(),
                archived ? 1 : 0,
                id.toString());
    }

    static void release(Tx tx, CaseId id, Cause released) throws SQLException {
        tx.run(
                "update hold set state = 'released', due_us = null, released_us = ?, released_by = ?, released_why = ? where id = ?",
                micros(released.at()),
                released.by(),
                released.reason(),
                id.toString());
    }

    /** Null when there is none. */
    static Held get(Tx tx, CaseId id) throws SQLException {
        List<Held> found = select(tx, COLUMNS + "where h.id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    /** What is held of exactly this span; null when nothing is. */
    static Held of(Tx tx, CameraId camera, TimeSpan span) throws SQLException {
        List<Held> found = select(
                tx,
                COLUMNS + "where h.camera_id = ? and h.from_us = ? and h.to_us = ? and h.released_us is null",
                camera.value(),
                micros(span.from()),
                micros(span.to()));
        return found.isEmpty() ? null : found.get(0);
    }

    static List<Held> all(Tx tx, HoldFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder(COLUMNS).append("where 1 = 1");
        List<Object> values = new ArrayList<>();
        if (filter.cause() != null) {
            sql.append(" and exists (select 1 from hold_cause c where c.hold_id = h.id and c.cause = ?)");
            values.add(filter.cause().toString());
        }
        if (filter.camera() != null) {
            sql.append(" and h.camera_id = ?");
            values.add(filter.camera().value());
        }
        if (filter.state() != null) {
            sql.append(" and h.state = ?");
            values.add(filter.state().id());
        } else if (!filter.all()) {
            sql.append(" and h.released_us is null");
        }
        return select(tx, sql.append(" order by h.year, h.number").toString(), values.toArray());
    }

    private static List<Held> select(Tx tx, String sql, Object... parameters) throws SQLException {
        List<Held> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(sql, parameters);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String id = r.getString(1);
                boolean due = r.getObject(6) != null;
                boolean released = r.getObject(9) != null;
                found.add(new Held(
                        CaseId.parse(id),
                        new CameraId(r.getString(2)),
                        span(r.getLong(3), r.getLong(4)),
                        HoldState.of(r.getString(5)),
                        causes(tx, id),
                        clips(tx, id),
                        missing(tx, id),
                        due ? instant(r.getLong(6)) : null,
                        r.getString(7) == null ? null : LocalDate.parse(r.getString(7)),
                        r.getInt(8) == 1,
                        released ? new Cause(null, r.getString(11), r.getString(10), instant(r.getLong(9))) : null));
            }
        }
        return found;
    }

    private static List<Cause> causes(Tx tx, String id) throws SQLException {
        List<Cause> causes = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select cause, reason, placed_by, placed_us from hold_cause where hold_id = ? order by placed_us, cause",
                        id);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String cause = r.getString(1);
                causes.add(new Cause(
                        cause.isEmpty() ? null : CaseId.parse(cause),
                        r.getString(2),
                        r.getString(3),
                        instant(r.getLong(4))));
            }
        }
        return causes;
    }

    private static List<HeldClip> clips(Tx tx, String id) throws SQLException {
        List<HeldClip> clips = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select number, from_us, to_us, sheet_json, size_bytes, sha256, audio_sha256, copied_us from hold_clip"
                                + " where hold_id = ? order by from_us, number",
                        id);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                clips.add(new HeldClip(
                        r.getInt(1),
                        span(r.getLong(2), r.getLong(3)),
                        sheet(r.getString(4)),
                        r.getLong(5),
                        r.getString(6),
                        r.getString(7),
                        instant(r.getLong(8))));
            }
        }
        return clips;
    }

    private static ClipSheet sheet(String json) {
        try {
            return Sheet.read(json.getBytes(StandardCharsets.UTF_8), ClipSheet::of);
        } catch (Sheet.SheetException e) {
            throw new IllegalStateException("a clip sheet in the store cannot be read", e);
        }
    }

    private static List<Missing> missing(Tx tx, String id) throws SQLException {
        List<Missing> missing = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select from_us, to_us, why from hold_missing where hold_id = ? order by from_us", id);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                missing.add(new Missing(span(r.getLong(1), r.getLong(2)), HoldReason.of(r.getString(3))));
            }
        }
        return missing;
    }

    static void insert(Tx tx, Call call) throws SQLException {
        tx.run(
                "insert into hold_call (id, year, number, caller, phone, called_us, taken_by) values (?, ?, ?, ?, ?, ?, ?)",
                call.id().toString(),
                call.id().year(),
                call.id().number(),
                call.caller(),
                call.phone(),
                micros(call.at()),
                call.takenBy());
    }

    /** Calls of a caller since a moment, newest first. */
    static List<Call> calls(Tx tx, String caller, Instant since) throws SQLException {
        List<Call> found = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select id, caller, phone, called_us, taken_by from hold_call where caller = ? and called_us >= ?"
                                + " order by called_us desc",
                        caller,
                        micros(since));
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                found.add(new Call(
                        CaseId.parse(r.getString(1)),
                        r.getString(2),
                        r.getString(3),
                        instant(r.getLong(4)),
                        r.getString(5)));
            }
        }
        return found;
    }

    private static TimeSpan span(long from, long to) {
        return new TimeSpan(instant(from), instant(to));
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
