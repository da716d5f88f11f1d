package vn.vigil.roster.watch;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Tx;

/** The SQL of swaps. Stateless. */
final class SqlSwapStore {
    static final String SERIES = "SWP";

    private SqlSwapStore() {}

    static void insert(Tx tx, Swap s) throws SQLException {
        SlotKey back = s.back();
        tx.run(
                "insert into watch_swap (id, year, number, day, shift_id, role, seat, member_id, with_member, back_day, back_shift,"
                        + " back_role, back_seat, state, asked_us, asked_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s.id().toString(),
                s.id().year(),
                s.id().number(),
                s.slot().day().toString(),
                s.slot().shift(),
                s.slot().role().id(),
                s.slot().seat(),
                s.member().value(),
                s.with().value(),
                back == null ? null : back.day().toString(),
                back == null ? null : back.shift(),
                back == null ? null : back.role().id(),
                back == null ? null : (Integer) back.seat(),
                s.state().id(),
                SqlAttendanceStore.micros(s.askedAt()),
                s.askedBy());
    }

    static void accept(Tx tx, CaseId id, Instant at, String by) throws SQLException {
        tx.run(
                "update watch_swap set state = 'accepted', accepted_us = ?, accepted_by = ? where id = ?",
                SqlAttendanceStore.micros(at),
                by,
                id.toString());
    }

    static void apply(Tx tx, CaseId id, Instant at, String by) throws SQLException {
        tx.run(
                "update watch_swap set state = 'applied', approved_us = ?, approved_by = ? where id = ?",
                SqlAttendanceStore.micros(at),
                by,
                id.toString());
    }

    static void end(Tx tx, CaseId id, Swap.State state, Swap.Ended e) throws SQLException {
        tx.run(
                "update watch_swap set state = ?, ended_us = ?, ended_by = ?, ended_why = ? where id = ?",
                state.id(),
                SqlAttendanceStore.micros(e.at()),
                e.by(),
                e.why(),
                id.toString());
    }

    /** By number. */
    static List<Swap> all(Tx tx) throws SQLException {
        List<Swap> all = new ArrayList<>();
        String sql =
                "select id, day, shift_id, role, seat, member_id, with_member, back_day, back_shift, back_role, back_seat,"
                        + " state, asked_us, asked_by, accepted_us, accepted_by, approved_us, approved_by, ended_us, ended_by, ended_why"
                        + " from watch_swap order by year, number";
        try (PreparedStatement s = tx.prepare(sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                Instant ended = SqlAttendanceStore.instant(r, 19);
                all.add(new Swap(
                        CaseId.parse(r.getString(1)),
                        SqlAttendanceStore.slot(r, 2),
                        new MemberId(r.getString(6)),
                        new MemberId(r.getString(7)),
                        r.getString(8) == null ? null : SqlAttendanceStore.slot(r, 8),
                        Swap.State.of(r.getString(12)),
                        SqlAttendanceStore.instant(r, 13),
                        r.getString(14),
                        SqlAttendanceStore.instant(r, 15),
                        r.getString(16),
                        SqlAttendanceStore.instant(r, 17),
                        r.getString(18),
                        ended == null ? null : new Swap.Ended(ended, r.getString(20), r.getString(21))));
            }
        }
        return all;
    }
}
