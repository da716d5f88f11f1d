package vn.vigil.roster.plan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Tx;

/** The SQL of rosters. Stateless. */
final class SqlPlanStore {
    private SqlPlanStore() {}

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

    /** Gives a seat to a holder, or empties it. */
    static void put(Tx tx, Cell cell) throws SQLException {
        SlotKey k = cell.slot();
        tx.run(
                "delete from roster_cell where day = ? and shift_id = ? and role = ? and seat = ?",
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat());
        if (cell.member() != null) {
            tx.run(
                    "insert into roster_cell (day, shift_id, role, seat, member_id, source, locked) values (?, ?, ?, ?, ?, ?, ?)",
                    k.day().toString(),
                    k.shift(),
                    k.role().id(),
                    k.seat(),
                    cell.member().value(),
                    cell.source().id(),
                    cell.locked() ? 1 : 0);
        }
    }

    /** What holds on the days from first to last, in the order of entering. */
    static List<Stretch> stretches(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Stretch> all = new ArrayList<>();
        String sql = "select day, shift_id, role, seat, from_us, to_us, member_id, source, reason from roster_stretch"
                + " where withdrawn_us is null and day >= ? and day <= ? order by id";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Stretch(
                        slot(r, 1),
                        new TimeSpan(instant(r.getLong(5)), instant(r.getLong(6))),
                        new MemberId(r.getString(7)),
                        Source.of(r.getString(8)),
                        r.getString(9)));
            }
        }
        return all;
    }

    static void insert(Tx tx, Stretch stretch, Instant now, String by) throws SQLException {
        SlotKey k = stretch.slot();
        tx.run(
                "insert into roster_stretch (id, day, shift_id, role, seat, from_us, to_us, member_id, source, reason,"
                        + " entered_us, entered_by)"
                        + " values ((select coalesce(max(id), 0) + 1 from roster_stretch), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat(),
                micros(stretch.span().from()),
                micros(stretch.span().to()),
                stretch.member().value(),
                stretch.source().id(),
                stretch.reason(),
                micros(now),
                by);
    }

    /** @param publication the published roster it changes, or null */
    static void change(
            Tx tx, Cell before, Cell after, String reason, String publication, boolean erratum, Instant now, String by)
            throws SQLException {
        SlotKey k = after.slot();
        tx.run(
                "insert into roster_change (number, day, shift_id, role, seat, before_member, after_member, source, reason,"
                        + " publication_id, erratum, entered_us, entered_by)"
                        + " values ((select coalesce(max(number), 0) + 1 from roster_change), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?)",
                k.day().toString(),
                k.shift(),
                k.role().id(),
                k.seat(),
                before == null || before.member() == null
                        ? null
                        : before.member().value(),
                after.member() == null ? null : after.member().value(),
                after.source().id(),
                reason,
                publication,
                erratum ? 1 : 0,
                micros(now),
                by);
    }

    /** Replaces what is free on the days from first to last. */
    static void free(Tx tx, LocalDate first, LocalDate last, List<FreeTime> free) throws SQLException {
        tx.run("delete from roster_free where day >= ? and day <= ?", first.toString(), last.toString());
        for (FreeTime f : free) {
            tx.run(
                    "insert into roster_free (member_id, day, from_us, to_us, slot) values (?, ?, ?, ?, ?)",
                    f.member().value(),
                    f.day().toString(),
                    micros(f.span().from()),
                    micros(f.span().to()),
                    f.slot().toString());
        }
    }

    /** What is free on the days from first to last, by member and time. */
    static List<FreeTime> free(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<FreeTime> all = new ArrayList<>();
        String sql = "select member_id, day, from_us, to_us, slot from roster_free where day >= ? and day <= ?"
                + " order by member_id, from_us";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new FreeTime(
                        new MemberId(r.getString(1)),
                        LocalDate.parse(r.getString(2)),
                        new TimeSpan(instant(r.getLong(3)), instant(r.getLong(4))),
                        SlotKey.parse(r.getString(5))));
            }
        }
        return all;
    }

    // Generations

    static void insert(Tx tx, Generation g, String by) throws SQLException {
        tx.run(
                "insert into roster_generation (number, from_day, to_day, inputs, cells, engine, seed, effort, generated_us,"
                        + " generated_by)"
                        + " values ((select coalesce(max(number), 0) + 1 from roster_generation), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                g.from().toString(),
                g.to().toString(),
                g.inputs(),
                g.cells(),
                g.engine().word(),
                g.seed(),
                g.effort(),
                micros(g.at()),
                by);
    }

    /** The last generation of exactly these days; null when there is none. */
    static Generation generation(Tx tx, LocalDate from, LocalDate to) throws SQLException {
        for (Generation g : generations(tx, from, to)) {
            if (g.from().equals(from) && g.to().equals(to)) {
                return g;
            }
        }
        return null;
    }

    /** The generations that touch the days from first to last, the latest first. */
    static List<Generation> generations(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Generation> all = new ArrayList<>();
        String sql = "select from_day, to_day, inputs, cells, engine, seed, effort, generated_us from roster_generation"
                + " where to_day >= ? and from_day <= ? order by number desc";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Generation(
                        LocalDate.parse(r.getString(1)),
                        LocalDate.parse(r.getString(2)),
                        r.getString(3),
                        r.getString(4),
                        Engine.valueOf(r.getString(5).toUpperCase(Locale.ROOT)),
                        r.getLong(6),
                        r.getLong(7),
                        instant(r.getLong(8))));
            }
        }
        return all;
    }

    // Publications

    private static final String PUBLICATION =
            "select id, revision, from_day, to_day, digest, document_number, reason, published_us, published_by"
                    + " from roster_publication";

    /** Publications that touch the days from first to last, the latest first. */
    static List<Publication> publications(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Publication> all = new ArrayList<>();
        String sql =
                PUBLICATION + " where to_day >= ? and from_day <= ? order by published_us desc, year desc, number desc";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Publication(
                        r.getString(1),
                        r.getInt(2),
                        LocalDate.parse(r.getString(3)),
                        LocalDate.parse(r.getString(4)),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        instant(r.getLong(8)),
                        r.getString(9)));
            }
        }
        return all;
    }

    /** The next number of the series {@code ROS}. */
    static CaseId nextPublication(Tx tx, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from roster_publication where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId("ROS", year, r.getInt(1));
        }
    }

    /** @param held every seat, with null for an empty one */
    static void insert(Tx tx, CaseId id, Publication p, Map<SlotKey, MemberId> held) throws SQLException {
        tx.run(
                "insert into roster_publication (id, year, number, revision, from_day, to_day, digest, document_number, reason,"
                        + " published_us, published_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                p.id(),
                id.year(),
                id.number(),
                p.revision(),
                p.from().toString(),
                p.to().toString(),
                p.digest(),
                p.documentNumber(),
                p.reason(),
                micros(p.at()),
                p.by());
        for (Map.Entry<SlotKey, MemberId> e : held.entrySet()) {
            SlotKey k = e.getKey();
            tx.run(
                    "insert into roster_published_cell (publication_id, day, shift_id, role, seat, member_id)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    p.id(),
                    k.day().toString(),
                    k.shift(),
                    k.role().id(),
                    k.seat(),
                    e.getValue() == null ? null : e.getValue().value());
        }
    }

    /** The seats of a publication; an empty one has null. */
    static Map<SlotKey, MemberId> published(Tx tx, String id) throws SQLException {
        Map<SlotKey, MemberId> all = new TreeMap<>();
        String sql = "select day, shift_id, role, seat, member_id from roster_published_cell where publication_id = ?";
        try (PreparedStatement s = tx.prepare(sql, id);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.put(slot(r, 1), r.getString(5) == null ? null : new MemberId(r.getString(5)));
            }
        }
        return all;
    }

    /** The last change of each seat of the days from first to last. */
    static Map<SlotKey, Difference> lastChanges(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        Map<SlotKey, Difference> all = new TreeMap<>();
        String sql =
                "select day, shift_id, role, seat, before_member, after_member, source, reason, publication_id, erratum,"
                        + " entered_us, entered_by from roster_change where day >= ? and day <= ? order by number";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                SlotKey slot = slot(r, 1);
                String before = r.getString(5);
                String after = r.getString(6);
                all.put(
                        slot,
                        new Difference(
                                r.getString(9),
                                slot,
                                null,
                                before == null ? null : new MemberId(before),
                                after == null ? null : new MemberId(after),
                                Source.of(r.getString(7)),
                                r.getString(8),
                                r.getInt(10) == 1,
                                instant(r.getLong(11)),
                                r.getString(12)));
            }
        }
        return all;
    }

    // The fairness ledger

    static void close(Tx tx, String quarter, List<Account> accounts, Instant now, String by) throws SQLException {
        tx.run("delete from roster_carry where quarter = ?", quarter);
        for (Account a : accounts) {
            for (Measure m : Measure.ALL) {
                Account.Entry e = a.of(m);
                tx.run(
                        "insert into roster_carry (quarter, member_id, measure, done_milli, target_milli, balance_milli,"
                                + " closed_us, closed_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        quarter,
                        a.member().id().value(),
                        m.id(),
                        Math.round(e.done() * 1000),
                        Math.round(e.target() * 1000),
                        Math.round(e.balance() * 1000),
                        micros(now),
                        by);
            }
        }
    }

    /** What closed quarters left over of each member, in {@link Measure} order, and the quarter; empty when none is closed. */
    static Map<MemberId, double[]> carry(Tx tx, String quarter) throws SQLException {
        Map<MemberId, double[]> carry = new TreeMap<>();
        String sql = "select member_id, measure, balance_milli from roster_carry where quarter = ?";
        try (PreparedStatement s = tx.prepare(sql, quarter);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                carry.computeIfAbsent(new MemberId(r.getString(1)), m -> new double[Measure.ALL.size()])[
                                Measure.of(r.getString(2)).ordinal()] =
                        r.getLong(3) / 1000.0;
            }
        }
        return carry;
    }

    /** The last closed quarter that ends before a day; null when there is none. */
    static String lastClosed(Tx tx, String beforeQuarter) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select max(quarter) from roster_carry where quarter < ?", beforeQuarter);
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getString(1) : null;
        }
    }

    /** The first day with a holder; null when no seat has one. */
    static LocalDate firstDay(Tx tx) throws SQLException {
        try (PreparedStatement s = tx.prepare("select min(day) from roster_cell");
                ResultSet r = s.executeQuery()) {
            String day = r.next() ? r.getString(1) : null;
            return day == null ? null : LocalDate.parse(day);
        }
    }

    private static SlotKey slot(ResultSet r, int column) throws SQLException {
        return new SlotKey(
                LocalDate.parse(r.getString(column)),
                r.getString(column + 1),
                SeatRole.of(r.getString(column + 2)),
                r.getInt(column + 3));
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }
}
