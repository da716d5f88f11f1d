package vn.vigil.people;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.text.Viet;

/** The SQL of members, offices, certificates and site profiles. */
final class SqlPeopleStore {
    private static final String MEMBERS = "select m.id, m.full_name, m.phone, m.email, m.lang, m.os_login, m.from_day,"
            + " m.until_day, m.kind, m.consent_day, m.office_hours, (select c.fingerprint from member_certificate c where c.member_id = m.id"
            + " and c.revoked_us is null order by c.enrolled_us desc, c.fingerprint limit 1) as certificate"
            + " from member m";

    /**
     * A certificate as it was enrolled.
     *
     * @param keySha256 SHA-256 of the public key
     * @param member whose it is
     */
    record Enrolled(String sha256, String keySha256, String pem, MemberId member, boolean revoked) {}

    List<Member> members(Tx tx) throws SQLException {
        Map<String, List<Holding>> holdings = holdings(tx);
        List<Member> all = new ArrayList<>();
        try (PreparedStatement statement = tx.prepare(MEMBERS + " order by m.id");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<Holding> held = holdings.get(row.getString(1));
                all.add(new Member(
                        new MemberId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Lang.of(row.getString(5)),
                        row.getString(6),
                        LocalDate.parse(row.getString(7)),
                        day(row.getString(8)),
                        held == null ? List.of() : List.copyOf(held),
                        row.getString(12),
                        MemberKind.of(row.getString(9)),
                        day(row.getString(10)),
                        row.getString(11)));
            }
        }
        return all;
    }

    private static Map<String, List<Holding>> holdings(Tx tx) throws SQLException {
        Map<String, List<Holding>> all = new LinkedHashMap<>();
        String sql = "select member_id, office, from_day, until_day, title from office_holding"
                + " order by member_id, from_day, office";
        try (PreparedStatement statement = tx.prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<Holding> held = all.get(row.getString(1));
                if (held == null) {
                    held = new ArrayList<>();
                    all.put(row.getString(1), held);
                }
                held.add(new Holding(
                        Office.of(row.getString(2)),
                        LocalDate.parse(row.getString(3)),
                        day(row.getString(4)),
                        row.getString(5)));
            }
        }
        return all;
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    void insert(Tx tx, NewMember m, LocalDate from) throws SQLException {
        tx.run(
                "insert into member (id, full_name, folded_name, phone, email, lang, os_login, from_day,"
                        + " until_day, kind, consent_day) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                m.id().value(),
                m.name(),
                Viet.fold(m.name()),
                m.phone(),
                m.email(),
                m.lang() == null ? null : m.lang().tag(),
                m.osLogin(),
                text(from),
                text(m.until()),
                m.kind().word(),
                text(m.consentDay()));
    }

    /** What a correction may change. */
    void update(Tx tx, Member m) throws SQLException {
        tx.run(
                "update member set full_name = ?, folded_name = ?, phone = ?, email = ?, lang = ?, os_login = ?,"
                        + " kind = ?, consent_day = ? where id = ?",
                m.name(),
                Viet.fold(m.name()),
                m.phone(),
                m.email(),
                m.lang() == null ? null : m.lang().tag(),
                m.osLogin(),
                m.kind().word(),
                text(m.consentDay()),
                m.id().value());
    }

    void hours(Tx tx, MemberId id, String hours) throws SQLException {
        tx.run("update member set office_hours = ? where id = ?", hours, id.value());
    }

    void end(Tx tx, MemberId id, LocalDate lastDay) throws SQLException {
        tx.run("update member set until_day = ? where id = ?", text(lastDay), id.value());
    }

    void appoint(Tx tx, MemberId id, Office office, LocalDate from, LocalDate until, String title) throws SQLException {
        tx.run(
                "insert into office_holding (member_id, office, from_day, until_day, title) values (?, ?, ?, ?, ?)",
                id.value(),
                office.id(),
                text(from),
                text(until),
                title);
    }

    void relieve(Tx tx, MemberId id, Holding holding, LocalDate lastDay) throws SQLException {
        tx.run(
                "update office_holding set until_day = ? where member_id = ? and office = ? and from_day = ?",
                text(lastDay),
                id.value(),
                holding.office().id(),
                text(holding.from()));
    }

    List<Enrolled> certificates(Tx tx) throws SQLException {
        List<Enrolled> all = new ArrayList<>();
        String sql = "select fingerprint, key_fingerprint, pem, member_id, revoked_us is not null"
                + " from member_certificate order by enrolled_us desc, fingerprint";
        try (PreparedStatement statement = tx.prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(new Enrolled(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new MemberId(row.getString(4)),
                        row.getBoolean(5)));
            }
        }
        return all;
    }

    void enrol(Tx tx, Enrolled e, long nowUs) throws SQLException {
        tx.run(
                "insert into member_certificate (fingerprint, key_fingerprint, member_id, pem, enrolled_us)"
                        + " values (?, ?, ?, ?, ?)",
                e.sha256(),
                e.keySha256(),
                e.member().value(),
                e.pem(),
                nowUs);
    }

    /** The PEM form of the department's certificates that hold, newest first. */
    Map<String, String> departmentCertificates(Tx tx) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        String sql = "select fingerprint, pem from department_certificate where revoked_us is null"
                + " order by enrolled_us desc, fingerprint";
        try (PreparedStatement statement = tx.prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.put(row.getString(1), row.getString(2));
            }
        }
        return all;
    }

    void enrolDepartment(Tx tx, String sha256, String pem, long nowUs) throws SQLException {
        tx.run(
                "insert into department_certificate (fingerprint, pem, enrolled_us) values (?, ?, ?)",
                sha256,
                pem,
                nowUs);
    }

    /** The profile that holds on a day: the newest that had begun, else the first of all; null when there is none. */
    SiteProfile profile(Tx tx, LocalDate day) throws SQLException {
        String columns = "select from_day, body, superior_body, place, ward_police, track_from_day, confirmed"
                + " from site_profile ";
        SiteProfile begun = profile(tx, columns + "where from_day <= ? order by from_day desc limit 1", text(day));
        return begun != null ? begun : profile(tx, columns + "where from_day > ? order by from_day limit 1", text(day));
    }

    private static SiteProfile profile(Tx tx, String sql, String day) throws SQLException {
        try (PreparedStatement statement = tx.prepare(sql, day);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new SiteProfile(
                            LocalDate.parse(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            LocalDate.parse(row.getString(6)),
                            row.getInt(7) == 1)
                    : null;
        }
    }

    void saveProfile(Tx tx, SiteProfile p) throws SQLException {
        tx.run("delete from site_profile where from_day = ?", text(p.from()));
        tx.run(
                "insert into site_profile (from_day, body, superior_body, place, ward_police, track_from_day, confirmed)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                text(p.from()),
                p.body(),
                p.superiorBody(),
                p.place(),
                p.wardPolice(),
                text(p.trackFrom()),
                p.confirmed() ? 1 : 0);
    }
}
