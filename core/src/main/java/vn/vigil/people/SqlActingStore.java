package vn.vigil.people;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;

/** The SQL of absences, delegations and outside bodies. Stateless. */
final class SqlActingStore {
    private SqlActingStore() {}

    /** The next number of a year in {@code absence} or {@code delegation}. */
    static int next(Tx tx, String table, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from " + table + " where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return r.getInt(1);
        }
    }

    /** All, by number. */
    static List<Absence> absences(Tx tx) throws SQLException {
        List<Absence> all = new ArrayList<>();
        try (PreparedStatement s =
                        tx.prepare("select id, member_id, from_us, to_us, kind, reason, entered_us, entered_by"
                                + " from absence order by year, number");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                long to = r.getLong(4);
                Instant end = r.wasNull() ? null : Ground.instant(to);
                all.add(new Absence(
                        CaseId.parse(r.getString(1)),
                        new MemberId(r.getString(2)),
                        Ground.instant(r.getLong(3)),
                        end,
                        AbsenceKind.of(r.getString(5)),
                        r.getString(6),
                        Ground.instant(r.getLong(7)),
                        r.getString(8)));
            }
        }
        return all;
    }

    static void insert(Tx tx, Absence a) throws SQLException {
        tx.run(
                "insert into absence (id, year, number, member_id, from_us, to_us, kind, reason, entered_us, entered_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                a.id().toString(),
                a.id().year(),
                a.id().number(),
                a.member().value(),
                Ground.micros(a.from()),
                a.to() == null ? null : Ground.micros(a.to()),
                a.kind().word(),
                a.reason(),
                Ground.micros(a.enteredAt()),
                a.enteredBy());
    }

    static void update(Tx tx, Absence a) throws SQLException {
        tx.run(
                "update absence set from_us = ?, to_us = ?, kind = ?, reason = ? where id = ?",
                Ground.micros(a.from()),
                a.to() == null ? null : Ground.micros(a.to()),
                a.kind().word(),
                a.reason(),
                a.id().toString());
    }

    /** All, by number; also those that are over. */
    static List<Delegation> delegations(Tx tx) throws SQLException {
        List<Delegation> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare("select id, office, from_member, to_member, scope, from_day, until_day,"
                        + " basis from delegation order by year, number");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Delegation(
                        CaseId.parse(r.getString(1)),
                        Office.of(r.getString(2)),
                        new MemberId(r.getString(3)),
                        new MemberId(r.getString(4)),
                        List.of(r.getString(5).split(" ")),
                        LocalDate.parse(r.getString(6)),
                        LocalDate.parse(r.getString(7)),
                        r.getString(8)));
            }
        }
        return all;
    }

    static void insert(Tx tx, Delegation d, long nowUs, String by) throws SQLException {
        tx.run(
                "insert into delegation (id, year, number, office, from_member, to_member, scope, from_day, until_day,"
                        + " basis, entered_us, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                d.id().toString(),
                d.id().year(),
                d.id().number(),
                d.office().id(),
                d.from().value(),
                d.to().value(),
                String.join(" ", d.scope()),
                d.fromDay().toString(),
                d.untilDay().toString(),
                d.basis(),
                nowUs,
                by);
    }

    static void update(Tx tx, Delegation d) throws SQLException {
        tx.run(
                "update delegation set scope = ?, from_day = ?, until_day = ?, basis = ? where id = ?",
                String.join(" ", d.scope()),
                d.fromDay().toString(),
                d.untilDay().toString(),
                d.basis(),
                d.id().toString());
    }

    static void end(Tx tx, CaseId id, LocalDate lastDay, long nowUs) throws SQLException {
        tx.run(
                "update delegation set until_day = ?, ended_us = ? where id = ?",
                lastDay.toString(),
                nowUs,
                id.toString());
    }

    /** All rows, by id and first day. */
    static List<OutsideBody> bodies(Tx tx) throws SQLException {
        List<OutsideBody> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select id, name, phone, kind, from_day, until_day from outside_body order by id, from_day");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String until = r.getString(6);
                all.add(new OutsideBody(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        BodyKind.of(r.getString(4)),
                        LocalDate.parse(r.getString(5)),
                        until == null ? null : LocalDate.parse(until)));
            }
        }
        return all;
    }

    static void insert(Tx tx, OutsideBody b) throws SQLException {
        tx.run(
                "insert into outside_body (id, from_day, until_day, name, phone, kind) values (?, ?, ?, ?, ?, ?)",
                b.id(),
                b.from().toString(),
                b.until() == null ? null : b.until().toString(),
                b.name(),
                b.phone(),
                b.kind().word());
    }

    static void update(Tx tx, OutsideBody b) throws SQLException {
        tx.run(
                "update outside_body set name = ?, phone = ?, kind = ?, until_day = ? where id = ? and from_day = ?",
                b.name(),
                b.phone(),
                b.kind().word(),
                b.until() == null ? null : b.until().toString(),
                b.id(),
                b.from().toString());
    }
}
