package vn.vigil.roster.watch;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.ledger.Proof;
import vn.vigil.store.Tx;

/** The SQL of handovers and notes. Stateless. */
final class SqlHandoverStore {
    static final String SERIES = "HO";

    private SqlHandoverStore() {}

    static void insert(Tx tx, Handover h) throws SQLException {
        tx.run(
                "insert into watch_handover (id, year, number, post_id, day, shift_id, role, seat, from_member, from_us, due_us,"
                        + " overlap_minutes, opened_us, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                h.id().toString(),
                h.id().year(),
                h.id().number(),
                h.post(),
                h.slot().day().toString(),
                h.slot().shift(),
                h.slot().role().id(),
                h.slot().seat(),
                h.from() == null ? null : h.from().value(),
                micros(h.began()),
                micros(h.due()),
                h.overlapMinutes(),
                micros(h.openedAt()),
                h.openedBy());
        int line = 1;
        for (Matter m : h.facts()) {
            tx.run(
                    "insert into watch_handover_fact (handover_id, line, kind, subject, words, since_us)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    h.id().toString(),
                    line++,
                    m.kind().id(),
                    m.subject(),
                    m.words(),
                    m.since() == null ? null : (Long) micros(m.since()));
        }
    }

    static void accept(Tx tx, CaseId id, Handover.Accepted a) throws SQLException {
        tx.run(
                "update watch_handover set to_member = ?, accepted_us = ?, accepted_by = ?, proof = ?, sheet = ?, scan_sha256 = ?"
                        + " where id = ?",
                a.by() == null ? null : a.by().value(),
                micros(a.at()),
                a.enteredBy(),
                a.proof().word(),
                a.sheet(),
                a.scanSha256(),
                id.toString());
    }

    static void close(Tx tx, CaseId id, Handover.Closed c) throws SQLException {
        tx.run(
                "update watch_handover set closed_us = ?, closed_by = ?, closed_why = ? where id = ?",
                micros(c.at()),
                c.by(),
                c.why(),
                id.toString());
    }

    /** Null when there is none. */
    static Handover get(Tx tx, CaseId id) throws SQLException {
        List<Handover> found = read(tx, "id = ?", id.toString());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Those due at a moment or later, and those that still wait; by number. */
    static List<Handover> since(Tx tx, Instant due) throws SQLException {
        return read(tx, "due_us >= ? or accepted_us is null and closed_us is null", micros(due));
    }

    private static List<Handover> read(Tx tx, String where, Object... values) throws SQLException {
        List<Handover> bare = new ArrayList<>();
        String sql =
                "select id, post_id, day, shift_id, role, seat, from_member, from_us, due_us, overlap_minutes, opened_us,"
                        + " opened_by, to_member, accepted_us, accepted_by, proof, sheet, scan_sha256, closed_us, closed_by, closed_why"
                        + " from watch_handover where " + where + " order by year, number";
        try (PreparedStatement s = tx.prepare(sql, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                Instant accepted = SqlAttendanceStore.instant(r, 14);
                Instant closed = SqlAttendanceStore.instant(r, 19);
                bare.add(new Handover(
                        CaseId.parse(r.getString(1)),
                        r.getString(2),
                        SqlAttendanceStore.slot(r, 3),
                        member(r.getString(7)),
                        SqlAttendanceStore.instant(r, 8),
                        SqlAttendanceStore.instant(r, 9),
                        r.getInt(10),
                        SqlAttendanceStore.instant(r, 11),
                        r.getString(12),
                        accepted == null
                                ? null
                                : new Handover.Accepted(
                                        accepted,
                                        member(r.getString(13)),
                                        r.getString(15),
                                        Proof.valueOf(r.getString(16).toUpperCase(Locale.ROOT)),
                                        r.getString(17),
                                        r.getString(18)),
                        closed == null ? null : new Handover.Closed(closed, r.getString(20), r.getString(21)),
                        List.of(),
                        List.of()));
            }
        }
        List<Handover> all = new ArrayList<>();
        for (Handover h : bare) {
            all.add(with(h, facts(tx, h.id()), notes(tx, h)));
        }
        return all;
    }

    private static Handover with(Handover h, List<Matter> facts, List<Note> notes) {
        return new Handover(
                h.id(),
                h.post(),
                h.slot(),
                h.from(),
                h.began(),
                h.due(),
                h.overlapMinutes(),
                h.openedAt(),
                h.openedBy(),
                h.accepted(),
                h.closed(),
                facts,
                notes);
    }

    private static List<Matter> facts(Tx tx, CaseId id) throws SQLException {
        List<Matter> facts = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select kind, subject, words, since_us from watch_handover_fact where handover_id = ? order by line",
                        id.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                facts.add(new Matter(
                        Matter.Kind.of(r.getString(1)),
                        r.getString(2),
                        r.getString(3),
                        SqlAttendanceStore.instant(r, 4)));
            }
        }
        return facts;
    }

    /** What was written on that duty until it was taken over, and what was open then. */
    private static List<Note> notes(Tx tx, Handover h) throws SQLException {
        Instant end = h.accepted() != null
                ? h.accepted().at()
                : h.closed() != null ? h.closed().at() : Instant.parse("2200-01-01T00:00:00Z");
        List<Note> notes = new ArrayList<>();
        for (Note note : notes(tx, "post_id = ? and entered_us <= ?", h.post(), micros(end))) {
            boolean written = !note.enteredAt().isBefore(h.began());
            boolean open =
                    note.carried() && (note.doneAt() == null || !note.doneAt().isBefore(h.began()));
            if (written || open) {
                notes.add(note);
            }
        }
        return notes;
    }

    private static MemberId member(String id) {
        return id == null ? null : new MemberId(id);
    }

    // Notes

    static long insert(Tx tx, Note n) throws SQLException {
        tx.run(
                "insert into watch_note (id, post_id, words, carried, entered_us, entered_by)"
                        + " values ((select coalesce(max(id), 0) + 1 from watch_note), ?, ?, ?, ?, ?)",
                n.post(),
                n.words(),
                n.carried() ? 1 : 0,
                micros(n.enteredAt()),
                n.enteredBy());
        try (PreparedStatement s = tx.prepare("select max(id) from watch_note");
                ResultSet r = s.executeQuery()) {
            r.next();
            return r.getLong(1);
        }
    }

    static void done(Tx tx, long id, Instant at, String by) throws SQLException {
        tx.run("update watch_note set done_us = ?, done_by = ? where id = ?", micros(at), by, id);
    }

    /** Null when there is none. */
    static Note note(Tx tx, long id) throws SQLException {
        List<Note> found = notes(tx, "id = ?", id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The notes of a post since a moment. */
    static List<Note> notes(Tx tx, String post, Instant since) throws SQLException {
        return notes(tx, "post_id = ? and entered_us >= ?", post, micros(since));
    }

    /** The open matters of a post, or of all posts for null. */
    static List<Note> open(Tx tx, String post) throws SQLException {
        return post == null
                ? notes(tx, "carried = 1 and done_us is null")
                : notes(tx, "carried = 1 and done_us is null and post_id = ?", post);
    }

    private static List<Note> notes(Tx tx, String where, Object... values) throws SQLException {
        List<Note> notes = new ArrayList<>();
        String sql =
                "select id, post_id, words, carried, entered_us, entered_by, done_us, done_by from watch_note where "
                        + where + " order by id";
        try (PreparedStatement s = tx.prepare(sql, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                notes.add(new Note(
                        r.getLong(1),
                        r.getString(2),
                        r.getString(3),
                        r.getInt(4) == 1,
                        SqlAttendanceStore.instant(r, 5),
                        r.getString(6),
                        SqlAttendanceStore.instant(r, 7),
                        r.getString(8)));
            }
        }
        return notes;
    }

    private static long micros(Instant t) {
        return SqlAttendanceStore.micros(t);
    }
}
