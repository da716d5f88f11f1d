package vn.vigil.roster.paper;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Source;
import vn.vigil.store.Tx;

/** Reads how rosters came to be as they are. Writes nothing. Stateless. */
final class SqlPaperStore {
    private SqlPaperStore() {}

    /** The seats with a holder on the days from first to last, by seat. */
    static Map<SlotKey, Cell> cells(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        Map<SlotKey, Cell> all = new TreeMap<>();
        String sql =
                "select day, shift_id, role, seat, member_id, source, locked from roster_cell where day >= ? and day <= ?";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                SlotKey slot = slot(r, 1);
                all.put(
                        slot,
                        new Cell(slot, new MemberId(r.getString(5)), Source.of(r.getString(6)), r.getInt(7) == 1));
            }
        }
        return all;
    }

    /** Everything that happened to the seats of the days from first to last, by seat; of one kind in the order of entering. */
    static Map<SlotKey, List<SeatChange>> changes(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        Map<SlotKey, List<SeatChange>> all = new HashMap<>();
        given(tx, first, last, all);
        stood(tx, first, last, all);
        String sql = "select c.day, c.shift_id, c.role, c.seat, p.published_us, p.id, c.member_id"
                + " from roster_published_cell c join roster_publication p on p.id = c.publication_id"
                + " where c.day >= ? and c.day <= ? order by p.published_us, p.number";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                add(
                        all,
                        new SeatChange.Published(
                                slot(r, 1), instant(r.getLong(5)), r.getString(6), member(r.getString(7))));
            }
        }
        return all;
    }

    private static void given(Tx tx, LocalDate first, LocalDate last, Map<SlotKey, List<SeatChange>> all)
            throws SQLException {
        String sql = "select day, shift_id, role, seat, entered_us, number, before_member, after_member"
                + " from roster_change where day >= ? and day <= ? order by number";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                add(
                        all,
                        new SeatChange.Given(
                                slot(r, 1),
                                instant(r.getLong(5)),
                                r.getLong(6),
                                member(r.getString(7)),
                                member(r.getString(8))));
            }
        }
    }

    private static void stood(Tx tx, LocalDate first, LocalDate last, Map<SlotKey, List<SeatChange>> all)
            throws SQLException {
        String sql = "select day, shift_id, role, seat, entered_us, id, from_us, to_us, member_id, withdrawn_us"
                + " from roster_stretch where day >= ? and day <= ? order by id";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                SlotKey slot = slot(r, 1);
                TimeSpan span = new TimeSpan(instant(r.getLong(7)), instant(r.getLong(8)));
                long id = r.getLong(6);
                add(all, new SeatChange.Stood(slot, instant(r.getLong(5)), id, span, member(r.getString(9))));
                long withdrawn = r.getLong(10);
                if (!r.wasNull()) {
                    add(all, new SeatChange.TakenBack(slot, instant(withdrawn), id));
                }
            }
        }
    }

    private static void add(Map<SlotKey, List<SeatChange>> all, SeatChange change) {
        List<SeatChange> of = all.get(change.slot());
        if (of == null) {
            of = new ArrayList<>();
            all.put(change.slot(), of);
        }
        of.add(change);
    }

    private static final String PUBLICATION =
            "select id, revision, from_day, to_day, digest, document_number, published_us from roster_publication";

    /** The published rosters that hold a day from first to last, the oldest first. */
    static List<Published> publications(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Published> all = new ArrayList<>();
        String sql = PUBLICATION + " where from_day <= ? and to_day >= ? order by published_us, year, number";
        try (PreparedStatement s = tx.prepare(sql, last.toString(), first.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(published(r));
            }
        }
        return all;
    }

    /** Null when there is none of that id. */
    static Published publication(Tx tx, String id) throws SQLException {
        try (PreparedStatement s = tx.prepare(PUBLICATION + " where id = ?", id);
                ResultSet r = s.executeQuery()) {
            return r.next() ? published(r) : null;
        }
    }

    /** Of every published roster, the latest first. */
    static List<String> publicationIds(Tx tx) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(PUBLICATION + " order by published_us desc, year desc, number desc");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                ids.add(r.getString(1));
            }
        }
        return ids;
    }

    private static Published published(ResultSet r) throws SQLException {
        return new Published(
                r.getString(1),
                r.getInt(2),
                LocalDate.parse(r.getString(3)),
                LocalDate.parse(r.getString(4)),
                r.getString(5),
                r.getString(6),
                instant(r.getLong(7)));
    }

    /** What tells this site from others and never changes: the beginning of the ledger's first hash; zeros before that. */
    static String siteMark(Tx tx) throws SQLException {
        try (PreparedStatement s = tx.prepare("select hash from ledger_entry where seq = 1");
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getString(1).substring(0, 12) : "000000000000";
        }
    }

    private static SlotKey slot(ResultSet r, int column) throws SQLException {
        return new SlotKey(
                LocalDate.parse(r.getString(column)),
                r.getString(column + 1),
                SeatRole.of(r.getString(column + 2)),
                r.getInt(column + 3));
    }

    private static MemberId member(String id) {
        return id == null ? null : new MemberId(id);
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }
}
