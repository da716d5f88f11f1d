package vn.vigil.roster.book;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.calendar.DayClass;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.store.Tx;

/** The SQL of what a roster is made of. Stateless. */
final class SqlBookStore {
    private SqlBookStore() {}

    // Posts

    static void insert(Tx tx, Post p) throws SQLException {
        tx.run(
                "insert into post (id, name, zone, from_day, until_day) values (?, ?, ?, ?, ?)",
                p.id(),
                p.name(),
                p.zone(),
                p.from().toString(),
                text(p.until()));
    }

    static void update(Tx tx, Post p) throws SQLException {
        tx.run(
                "update post set name = ?, zone = ?, from_day = ?, until_day = ? where id = ?",
                p.name(),
                p.zone(),
                p.from().toString(),
                text(p.until()),
                p.id());
    }

    static List<Post> posts(Tx tx) throws SQLException {
        List<Post> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare("select id, name, zone, from_day, until_day from post order by id");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Post(
                        r.getString(1), r.getString(2), r.getString(3), day(r.getString(4)), day(r.getString(5))));
            }
        }
        return all;
    }

    // Shifts

    static void insert(Tx tx, Shift t) throws SQLException {
        tx.run(
                "insert into roster_shift (post_id, name, start_time, end_time, next_day, kind, watchers, leads, days,"
                        + " handover_minutes, counts, body_id, from_day, until_day, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                columns(t));
    }

    static void update(Tx tx, Shift t) throws SQLException {
        tx.run(
                "update roster_shift set post_id = ?, name = ?, start_time = ?, end_time = ?, next_day = ?, kind = ?,"
                        + " watchers = ?, leads = ?, days = ?, handover_minutes = ?, counts = ?, body_id = ?, from_day = ?,"
                        + " until_day = ? where id = ?",
                columns(t));
    }

    private static Object[] columns(Shift t) {
        return new Object[] {
            t.post(),
            t.name(),
            t.start().toString(),
            t.end().toString(),
            t.nextDay() ? 1 : 0,
            t.kind().id(),
            t.watchers(),
            t.leads(),
            words(t.days()),
            t.handoverMinutes(),
            t.counts() ? 1 : 0,
            t.body(),
            t.from().toString(),
            text(t.until()),
            t.id()
        };
    }

    /** By post, start and id. */
    static List<Shift> shifts(Tx tx) throws SQLException {
        List<Shift> all = new ArrayList<>();
        String sql =
                "select id, post_id, name, start_time, end_time, next_day, kind, watchers, leads, days, handover_minutes,"
                        + " counts, body_id, from_day, until_day from roster_shift order by post_id, start_time, id";
        try (PreparedStatement s = tx.prepare(sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Shift(
                        r.getString(1),
                        r.getString(2),
                        r.getString(3),
                        LocalTime.parse(r.getString(4)),
                        LocalTime.parse(r.getString(5)),
                        r.getInt(6) == 1,
                        DutyKind.of(r.getString(7)),
                        r.getInt(8),
                        r.getInt(9),
                        dayClasses(r.getString(10)),
                        r.getInt(11),
                        r.getInt(12) == 1,
                        r.getString(13),
                        day(r.getString(14)),
                        day(r.getString(15))));
            }
        }
        return all;
    }

    static String words(Set<DayClass> days) {
        StringBuilder out = new StringBuilder();
        for (DayClass day : DayClass.values()) {
            if (days.contains(day)) {
                out.append(out.length() == 0 ? "" : " ").append(day.name().toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }

    private static Set<DayClass> dayClasses(String words) {
        EnumSet<DayClass> days = EnumSet.noneOf(DayClass.class);
        for (String word : list(words)) {
            days.add(DayClass.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return days;
    }

    // Patterns

    static void insert(Tx tx, Pattern p) throws SQLException {
        List<String> cycle = new ArrayList<>();
        for (String shift : p.cycle()) {
            cycle.add(shift == null ? "-" : shift);
        }
        tx.run(
                "insert into roster_pattern (id, cycle, anchor_day, from_day, until_day) values (?, ?, ?, ?, ?)",
                p.id(),
                String.join(" ", cycle),
                p.anchor().toString(),
                p.from().toString(),
                text(p.until()));
        int place = 1;
        for (Pattern.Crew crew : p.crews()) {
            List<String> members = new ArrayList<>();
            for (MemberId member : crew.members()) {
                members.add(member.value());
            }
            tx.run(
                    "insert into roster_crew (pattern_id, place, name, offset_days, members) values (?, ?, ?, ?, ?)",
                    p.id(),
                    place++,
                    crew.name(),
                    crew.offset(),
                    String.join(" ", members));
        }
    }

    static void deletePattern(Tx tx, String id) throws SQLException {
        tx.run("delete from roster_crew where pattern_id = ?", id);
        tx.run("delete from roster_pattern where id = ?", id);
    }

    static List<Pattern> patterns(Tx tx) throws SQLException {
        Map<String, List<Pattern.Crew>> crews = new HashMap<>();
        String sql = "select pattern_id, name, offset_days, members from roster_crew order by pattern_id, place";
        try (PreparedStatement s = tx.prepare(sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                List<MemberId> members = new ArrayList<>();
                for (String id : list(r.getString(4))) {
                    members.add(new MemberId(id));
                }
                List<Pattern.Crew> of = crews.get(r.getString(1));
                if (of == null) {
                    of = new ArrayList<>();
                    crews.put(r.getString(1), of);
                }
                of.add(new Pattern.Crew(r.getString(2), r.getInt(3), members));
            }
        }
        List<Pattern> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select id, cycle, anchor_day, from_day, until_day from roster_pattern order by id");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                List<String> cycle = new ArrayList<>();
                for (String word : list(r.getString(2))) {
                    cycle.add(word.equals("-") ? null : word);
                }
                List<Pattern.Crew> of = crews.get(r.getString(1));
                all.add(new Pattern(
                        r.getString(1),
                        cycle,
                        day(r.getString(3)),
                        of == null ? List.of() : of,
                        day(r.getString(4)),
                        day(r.getString(5))));
            }
        }
        return all;
    }

    // Watchers

    /** How a member takes part, as written down. */
    record Part(boolean watches, boolean leads, LocalDate shadowUntil, Set<String> posts) {}

    static void put(Tx tx, MemberId member, Part p) throws SQLException {
        tx.run("delete from roster_watcher where member_id = ?", member.value());
        tx.run(
                "insert into roster_watcher (member_id, watches, leads, shadow_until_day, posts) values (?, ?, ?, ?, ?)",
                member.value(),
                p.watches() ? 1 : 0,
                p.leads() ? 1 : 0,
                text(p.shadowUntil()),
                String.join(" ", new TreeSet<>(p.posts())));
    }

    static Map<MemberId, Part> parts(Tx tx) throws SQLException {
        Map<MemberId, Part> all = new LinkedHashMap<>();
        String sql = "select member_id, watches, leads, shadow_until_day, posts from roster_watcher order by member_id";
        try (PreparedStatement s = tx.prepare(sql);
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.put(
                        new MemberId(r.getString(1)),
                        new Part(
                                r.getInt(2) == 1,
                                r.getInt(3) == 1,
                                day(r.getString(4)),
                                Set.copyOf(list(r.getString(5)))));
            }
        }
        return all;
    }

    /**
     * Members with a part in the watch: as written down; else who holds an office of the team takes watcher seats, leader and
     * deputy lead seats too.
     */
    static List<Watcher> watchers(List<Member> members, Map<MemberId, Part> parts) {
        List<Watcher> all = new ArrayList<>();
        for (Member member : members) {
            Part part = part(member, parts);
            if (part.watches() || part.leads()) {
                all.add(new Watcher(member, part.watches(), part.leads(), part.shadowUntil(), part.posts()));
            }
        }
        return all;
    }

    /** How a member takes part: as written down, else as the offices say. */
    static Part part(Member member, Map<MemberId, Part> parts) {
        Part part = parts.get(member.id());
        if (part != null) {
            return part;
        }
        boolean head = held(member, Office.TEAM_LEADER) || held(member, Office.TEAM_DEPUTY);
        return new Part(held(member, Office.TEAM_MEMBER) || head, head, null, Set.of());
    }

    private static boolean held(Member member, Office office) {
        for (var holding : member.holdings()) {
            if (holding.office() == office) {
                return true;
            }
        }
        return false;
    }

    // Leave

    static CaseId nextId(Tx tx, String table, String series, int year) throws SQLException {
        try (PreparedStatement s =
                        tx.prepare("select coalesce(max(number), 0) + 1 from " + table + " where year = ?", year);
                ResultSet r = s.executeQuery()) {
            r.next();
            return new CaseId(series, year, r.getInt(1));
        }
    }

    static void insert(Tx tx, Leave l, Instant now, String by) throws SQLException {
        tx.run(
                "insert into roster_leave (id, year, number, member_id, from_us, to_us, kind, note, approved_by, entered_us,"
                        + " entered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                l.id().toString(),
                l.id().year(),
                l.id().number(),
                l.member().value(),
                micros(l.span().from()),
                micros(l.span().to()),
                l.kind().id(),
                l.note(),
                l.approvedBy() == null ? null : l.approvedBy().value(),
                micros(now),
                by);
    }

    static void withdrawLeave(Tx tx, CaseId id, Instant now, String why) throws SQLException {
        tx.run(
                "update roster_leave set withdrawn_us = ?, withdrawn_why = ? where id = ?",
                micros(now),
                why,
                id.toString());
    }

    /** What holds and touches a span, by beginning, member and number; null: all that holds. */
    static List<Leave> leaves(Tx tx, TimeSpan within) throws SQLException {
        List<Leave> all = new ArrayList<>();
        String sql = "select id, member_id, from_us, to_us, kind, note, approved_by from roster_leave"
                + " where withdrawn_us is null and from_us < ? and to_us > ? order by from_us, member_id, year, number";
        try (PreparedStatement s = tx.prepare(
                        sql,
                        within == null ? Long.MAX_VALUE : micros(within.to()),
                        within == null ? Long.MIN_VALUE : micros(within.from()));
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String approvedBy = r.getString(7);
                all.add(new Leave(
                        CaseId.parse(r.getString(1)),
                        new MemberId(r.getString(2)),
                        new TimeSpan(instant(r.getLong(3)), instant(r.getLong(4))),
                        LeaveKind.of(r.getString(5)),
                        r.getString(6),
                        approvedBy == null ? null : new MemberId(approvedBy)));
            }
        }
        return all;
    }

    // Requests

    static void insert(Tx tx, Request q, Instant now, String by) throws SQLException {
        tx.run(
                "insert into roster_request (id, year, number, member_id, day, shift_id, wanted, weight, entered_us, entered_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                q.id().toString(),
                q.id().year(),
                q.id().number(),
                q.member().value(),
                q.day().toString(),
                q.shift(),
                q.wanted() ? 1 : 0,
                q.weight(),
                micros(now),
                by);
    }

    /** Whether there ever was one of that number, and whether it was withdrawn; null for none. */
    static Boolean withdrawn(Tx tx, String table, CaseId id) throws SQLException {
        try (PreparedStatement s = tx.prepare("select withdrawn_us from " + table + " where id = ?", id.toString());
                ResultSet r = s.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            r.getLong(1);
            return !r.wasNull();
        }
    }

    static void withdrawRequest(Tx tx, CaseId id, Instant now) throws SQLException {
        tx.run("update roster_request set withdrawn_us = ? where id = ?", micros(now), id.toString());
    }

    /** What holds about the days from first to last, by day, member and number. */
    static List<Request> requests(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Request> all = new ArrayList<>();
        String sql = "select id, member_id, day, shift_id, wanted, weight from roster_request"
                + " where withdrawn_us is null and day >= ? and day <= ? order by day, member_id, year, number";
        try (PreparedStatement s = tx.prepare(sql, first.toString(), last.toString());
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                all.add(new Request(
                        CaseId.parse(r.getString(1)),
                        new MemberId(r.getString(2)),
                        day(r.getString(3)),
                        r.getString(4),
                        r.getInt(5) == 1,
                        r.getInt(6)));
            }
        }
        return all;
    }

    // Rules

    static void put(Tx tx, Rule rule) throws SQLException {
        String member = rule.member() == null ? "" : rule.member().value();
        tx.run(
                "delete from roster_rule where rule = ? and member_id = ?",
                rule.id().id(),
                member);
        tx.run(
                "insert into roster_rule (rule, member_id, mode, weight, bound, article) values (?, ?, ?, ?, ?, ?)",
                rule.id().id(),
                member,
                rule.mode().id(),
                rule.weight(),
                rule.bound(),
                rule.article());
    }

    static void profile(Tx tx, String name) throws SQLException {
        tx.run("delete from roster_rule_profile");
        tx.run("insert into roster_rule_profile (id, name) values (1, ?)", name);
    }

    /** Takes away what binds everybody; people's own rules stay. */
    static void deleteCommonRules(Tx tx) throws SQLException {
        tx.run("delete from roster_rule where member_id = ''");
    }

    /** Null when no profile was ever chosen. */
    static Rules rules(Tx tx) throws SQLException {
        String profile = null;
        try (PreparedStatement s = tx.prepare("select name from roster_rule_profile");
                ResultSet r = s.executeQuery()) {
            if (r.next()) {
                profile = r.getString(1);
            }
        }
        List<Rule> all = new ArrayList<>();
        try (PreparedStatement s = tx.prepare(
                        "select rule, member_id, mode, weight, bound, article from roster_rule order by rule, member_id");
                ResultSet r = s.executeQuery()) {
            while (r.next()) {
                String member = r.getString(2);
                all.add(new Rule(
                        RuleId.of(r.getString(1)),
                        member.isEmpty() ? null : new MemberId(member),
                        RuleMode.of(r.getString(3)),
                        r.getInt(4),
                        r.getLong(5),
                        r.getString(6)));
            }
        }
        return profile == null ? null : new Rules(profile, all);
    }

    // Values

    private static List<String> list(String words) {
        List<String> all = new ArrayList<>();
        int from = 0;
        while (from < words.length()) {
            int to = words.indexOf(' ', from);
            to = to < 0 ? words.length() : to;
            if (to > from) {
                all.add(words.substring(from, to));
            }
            from = to + 1;
        }
        return all;
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    private static Instant instant(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
    }
}
