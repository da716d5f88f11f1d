package vn.vigil.roster.watch;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.store.Tx;

/** The SQL of rounds. Stateless. */
final class SqlRoundStore {
    private SqlRoundStore() {}

    static void insert(Tx tx, Round r) throws SQLException {
        tx.run(
                "insert into watch_round (id, camera_id, at_us, member_id, found, note, entered_us, entered_by)"
                        + " values ((select coalesce(max(id), 0) + 1 from watch_round), ?, ?, ?, ?, ?, ?, ?)",
                r.camera().value(),
                SqlAttendanceStore.micros(r.at()),
                r.member().value(),
                r.found(),
                r.note(),
                SqlAttendanceStore.micros(r.enteredAt()),
                r.enteredBy());
    }

    /** Those within a span, by time and number. */
    static List<Round> within(Tx tx, TimeSpan span) throws SQLException {
        return read(
                tx,
                "at_us >= ? and at_us < ?",
                SqlAttendanceStore.micros(span.from()),
                SqlAttendanceStore.micros(span.to()));
    }

    /** The last check of each camera. */
    static List<Round> last(Tx tx) throws SQLException {
        return read(
                tx,
                "id in (select max(w.id) from watch_round w where w.at_us ="
                        + " (select max(v.at_us) from watch_round v where v.camera_id = w.camera_id) group by w.camera_id)");
    }

    private static List<Round> read(Tx tx, String where, Object... values) throws SQLException {
        List<Round> all = new ArrayList<>();
        String sql =
                "select id, camera_id, at_us, member_id, found, note, entered_us, entered_by from watch_round where "
                        + where + " order by at_us, id";
        try (PreparedStatement s = tx.prepare(sql, values);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                Instant at = SqlAttendanceStore.instant(r, 3);
                all.add(new Round(
                        r.getLong(1),
                        new CameraId(r.getString(2)),
                        at,
                        new MemberId(r.getString(4)),
                        r.getString(5),
                        r.getString(6),
                        SqlAttendanceStore.instant(r, 7),
                        r.getString(8)));
            }
        }
        return all;
    }
}
