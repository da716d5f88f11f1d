package vn.vigil.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a quarter once more, from the raw rows of the store alone and by other means: sums in SQL, minutes in a bitmap, entries read
 * one by one. Shares no code with what it is held against. A figure is {@code part/whole}; what is not known is absent.
 */
final class SecondCount implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long DAY = 86_400;

    /** When the core team was to meet in the two years: the first Monday, and after Giỗ Tổ on 7 April 2025 the day after. */
    private static final List<String> CORE_DAYS = List.of(
            "2025-01-06",
            "2025-04-08",
            "2025-07-07",
            "2025-10-06",
            "2026-01-05",
            "2026-04-06",
            "2026-07-06",
            "2026-10-05");

    private final Connection connection;
    private LocalDate from;
    private LocalDate to;
    private final Map<String, String> figures = new TreeMap<>();

    SecondCount(Path store) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + store);
    }

    Map<String, String> of(LocalDate first, LocalDate last) throws SQLException {
        from = first;
        to = last.plusDays(1);
        figures.clear();
        cameras();
        outages();
        watch();
        incidents();
        meetings();
        actions();
        proposals();
        house();
        extractions();
        return figures;
    }

    private List<String[]> rows(String sql, Object... args) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                s.setObject(i + 1, args[i]);
            }
            try (ResultSet r = s.executeQuery()) {
                int n = r.getMetaData().getColumnCount();
                while (r.next()) {
                    String[] row = new String[n];
                    for (int i = 0; i < n; i++) {
                        row[i] = r.getString(i + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static long us(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond() * 1_000_000;
    }

    private boolean in(long us) {
        return us >= us(from) && us < us(to);
    }

    private boolean in(LocalDate day) {
        return day != null && !day.isBefore(from) && day.isBefore(to);
    }

    private static LocalDate day(long us) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(us / 1_000_000), ZONE);
    }

    private void put(String id, long part, long whole) {
        figures.put(id, part + "/" + whole);
    }

    private void share(String id, long part, long whole) {
        if (whole > 0) {
            put(id, part, whole);
        }
    }

    private void median(String id, List<Long> values) {
        Collections.sort(values);
        int n = values.size();
        if (n > 0) {
            long sum = values.get((n - 1) / 2) + values.get(n / 2);
            put(id, n % 2 == 1 ? values.get(n / 2) : sum, n % 2 == 1 ? 1 : 2);
        }
    }

    private void cameras() throws SQLException {
        String sums =
                "select sum(d.up_s + d.degraded_s), sum(d.up_s + d.degraded_s + d.down_s), count(distinct d.camera_no)"
                        + " from camera_day d join camera c on c.no = d.camera_no where d.day >= ? and d.day < ? and c.essential >= ?";
        for (int essential = 0; essential <= 1; essential++) {
            String[] r =
                    rows(sums, from.toEpochDay(), to.toEpochDay(), essential).get(0);
            put(essential == 1 ? "availability-essential" : "availability", Long.parseLong(r[0]), Long.parseLong(r[1]));
            if (essential == 0) {
                put("checked", Long.parseLong(r[1]), Long.parseLong(r[2]) * ChronoUnit.DAYS.between(from, to) * DAY);
            }
        }
    }

    private void outages() throws SQLException {
        Map<String, BitSet> planned = new HashMap<>();
        long zero = us(LocalDate.of(2025, 1, 1));
        for (String[] w : rows("select c.camera_id, m.from_us, m.to_us from maintenance m join maintenance_camera c"
                + " on c.maintenance_id = m.id where m.cancelled_at_us is null")) {
            planned.computeIfAbsent(w[0], k -> new BitSet())
                    .set((int) ((Long.parseLong(w[1]) - zero) / 60_000_000), (int)
                            ((Long.parseLong(w[2]) - zero) / 60_000_000));
        }
        long began = 0;
        long open = 0;
        List<Long> restored = new ArrayList<>();
        for (String[] s : rows("select 'cam-' || camera_no, from_ms, to_ms from camera_span where state = 'down'")) {
            long a = Long.parseLong(s[1]) * 1000;
            long b = s[2] == null ? Long.MAX_VALUE : Long.parseLong(s[2]) * 1000;
            long cut = Math.min(b, us(to));
            if (a >= us(to) || cut <= us(from)) {
                continue;
            }
            long minutes = 0;
            BitSet windows = planned.getOrDefault(s[0], new BitSet());
            for (long m = a; m < cut; m += 60_000_000) {
                minutes += windows.get((int) ((m - zero) / 60_000_000)) ? 0 : 1;
            }
            if (minutes == 0) {
                continue;
            }
            began += in(a) ? 1 : 0;
            // Restored with the period's last moment is restored in it.
            if (b <= us(to)) {
                if (in(b)) {
                    restored.add(minutes * 60);
                }
            } else {
                open++;
            }
        }
        put("outages", began, 1);
        put("open-faults", open, 1);
        long sum = restored.stream().mapToLong(Long::longValue).sum();
        share("repair-mean", sum, restored.size());
        if (!restored.isEmpty()) {
            put("repair-longest", Collections.max(restored), 1);
        }
        median("repair-median", restored);
    }

    private void watch() throws SQLException {
        int minutes = (int) ChronoUnit.DAYS.between(from, to) * 1440;
        BitSet kept = new BitSet();
        long late = 0;
        for (String[] a : rows("select in_us, out_us, due_us from watch_attendance where corrected_us is null")) {
            int x = (int) ((Long.parseLong(a[0]) - us(from)) / 60_000_000);
            int y = (int) ((Long.parseLong(a[1]) - us(from)) / 60_000_000);
            if (y > 0 && x < minutes) {
                kept.set(Math.max(0, x), Math.min(minutes, y));
            }
            late += in(Long.parseLong(a[2])) && Long.parseLong(a[0]) - Long.parseLong(a[2]) >= 60_000_000 ? 1 : 0;
        }
        BitSet planned = new BitSet();
        long duties = 0;
        long missed = 0;
        for (String[] c : rows(
                "select c.day, s.start_time, c.member_id, (select count(*) from watch_attendance a where a.day = c.day"
                        + " and a.shift_id = c.shift_id and a.member_id = c.member_id) from roster_cell c join roster_shift s"
                        + " on s.id = c.shift_id")) {
            Instant begin = LocalDate.parse(c[0])
                    .atTime(LocalTime.parse(c[1]))
                    .atZone(ZONE)
                    .toInstant();
            int x = (int) (Duration.between(from.atStartOfDay(ZONE).toInstant(), begin)
                    .toMinutes());
            if (x + 480 > 0 && x < minutes) {
                planned.set(Math.max(0, x), Math.min(minutes, x + 480));
            }
            if (x >= 0 && x < minutes) {
                duties++;
                missed += c[3].equals("0") ? 1 : 0;
            }
        }
        put("watch-kept", kept.cardinality(), minutes);
        put("watch-planned", planned.cardinality(), minutes);
        long gaps = 0;
        for (int i = kept.nextClearBit(0); i < minutes; ) {
            int end = kept.nextSetBit(i);
            end = end < 0 || end > minutes ? minutes : end;
            gaps += end - i >= 5 ? 1 : 0;
            i = kept.nextClearBit(end);
        }
        put("watch-gaps", gaps, 1);
        put("duties", duties, 1);
        put("no-shows", missed, 1);
        put("no-show-share", missed, duties);
        put("late-duties", late, 1);
    }

    private void incidents() throws SQLException {
        long all = 0;
        long watch = 0;
        long breaches = 0;
        long open = 0;
        long inTime = 0;
        long police = 0;
        List<Long> first = new ArrayList<>();
        List<Long> board = new ArrayList<>();
        List<Long> over = new ArrayList<>();
        for (String[] i : rows("select id, kind, source, happened_at_us, detected_us, opened_at_us from incident")) {
            long detected = Long.parseLong(i[4]);
            Long action = least(i[0], "kind in ('action', 'dispatch')");
            Long told = least(i[0], "kind = 'told' and ref = 'board'");
            Long policed = least(i[0], "kind = 'told' and ref = 'police'");
            Long closed = least(i[0], "kind = 'closed'");
            police += policed != null && in(policed) ? 1 : 0;
            open += Long.parseLong(i[5]) < us(to) && (closed == null || closed >= us(to)) ? 1 : 0;
            if (!in(Long.parseLong(i[3]))) {
                continue;
            }
            all++;
            watch += i[2].equals("watch") ? 1 : 0;
            breaches += i[1].equals("regulation-breach") ? 1 : 0;
            if (action != null) {
                first.add((action - detected) / 1_000_000);
                inTime += action - detected <= 15 * 60_000_000L ? 1 : 0;
            }
            if (told != null) {
                board.add((told - detected) / 1_000_000);
            }
            if (closed != null) {
                over.add((closed - detected) / 1_000_000);
            }
        }
        put("incidents", all, 1);
        put("breaches", breaches, 1);
        put("incidents-open", open, 1);
        put("police-notices", police, 1);
        share("found-by-watch", watch, all);
        share("first-action-in-time", inTime, all);
        median("first-action", first);
        median("board-told", board);
        median("closed-after", over);
        if (!first.isEmpty()) {
            // Sorted by the median: the smallest value that nine tenths do not exceed.
            int rank = (int) Math.ceil(first.size() * 0.9);
            put("first-action-p90", first.get(rank - 1), 1);
        }
        long tips = 0;
        long settled = 0;
        for (String[] t : rows("select received_day, state from incident_tip")) {
            boolean now = in(LocalDate.parse(t[0]));
            tips += now ? 1 : 0;
            settled += now && t[1].equals("closed") ? 1 : 0;
        }
        put("tips", tips, 1);
        put("tips-settled", settled, 1);
    }

    private Long least(String incident, String which) throws SQLException {
        // What came after the period's end had not happened then.
        String at = rows(
                        "select min(at_us) from incident_event where incident_id = ? and at_us < ? and " + which,
                        incident,
                        us(to))
                .get(0)[0];
        return at == null ? null : (Long) Long.parseLong(at);
    }

    private String field(String subject, String act, String name) throws SQLException {
        List<String[]> found = rows(
                "select f.value from meeting_field f join meeting_entry e on e.subject = f.subject and e.number = f.entry"
                        + " where f.subject = ? and e.act = ? and f.name = ? order by e.number desc",
                subject,
                act,
                name);
        return found.isEmpty() ? null : found.get(0)[0];
    }

    private Long when(String subject, String act) throws SQLException {
        List<String[]> found =
                rows("select at_us from meeting_entry where subject = ? and act = ? order by number", subject, act);
        return found.isEmpty() ? null : (Long) Long.parseLong(found.get(0)[0]);
    }

    private List<String> subjects(String series) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String[] r : rows("select id from meeting_subject where series = ? order by id", series)) {
            all.add(r[0]);
        }
        return all;
    }

    private void meetings() throws SQLException {
        List<LocalDate> core = new ArrayList<>();
        List<LocalDate> steering = new ArrayList<>();
        long there = 0;
        long asked = 0;
        for (String id : subjects("MTG")) {
            LocalDate opened = day(when(id, "opened"));
            if (!in(opened)) {
                continue;
            }
            (field(id, "planned", "kind").equals("core") ? core : steering).add(opened);
            for (String[] who : rows(
                    "select (select value from meeting_field f where f.subject = e.subject and f.entry = e.number and f.name = 'how')"
                            + " from meeting_entry e where e.subject = ? and e.act = 'attended'",
                    id)) {
                asked++;
                there += who[0].equals("present") ? 1 : 0;
            }
            // Chair and secretary are there without being entered.
            for (String office : List.of("chair", "secretary")) {
                String who = field(id, "opened", office);
                boolean entered = rows(
                                        "select 1 from meeting_field f join meeting_entry e on e.subject = f.subject and e.number"
                                                + " = f.entry where f.subject = ? and e.act = 'attended' and f.name = 'who'"
                                                + " and f.value = ?",
                                        id,
                                        who)
                                .size()
                        > 0;
                asked += entered ? 0 : 1;
                there += entered ? 0 : 1;
            }
        }
        long yearEnd = to.getMonthValue() == 1 ? 1 : 0;
        put("meetings-held", (core.isEmpty() ? 0 : 1) + (steering.isEmpty() ? 0 : 1), 2 + yearEnd);
        boolean onDay = !core.isEmpty() && CORE_DAYS.contains(core.get(0).toString());
        put("meetings-on-day", onDay ? 1 : 0, 1);
        share("attendance", there, asked);
    }

    private void actions() throws SQLException {
        long set = 0;
        long closed = 0;
        long overdue = 0;
        long due = 0;
        long inTime = 0;
        List<Long> ages = new ArrayList<>();
        for (String id : subjects("ACT")) {
            LocalDate begun = day(when(id, "set"));
            LocalDate until = LocalDate.parse(field(id, "set", "due"));
            Long done = when(id, "done");
            Long dropped = when(id, "dropped");
            Long end = done != null ? done : dropped;
            boolean open = end == null || !day(end).isBefore(to);
            if (!begun.isBefore(to)) {
                continue;
            }
            set += in(begun) ? 1 : 0;
            closed += end != null && in(day(end)) ? 1 : 0;
            if (open) {
                ages.add(ChronoUnit.DAYS.between(begun, to) * DAY);
                overdue += until.isBefore(to.minusDays(1)) ? 1 : 0;
            }
            boolean judged = in(until) && (!open || until.isBefore(to.minusDays(1)));
            if (judged && !(dropped != null && !open)) {
                due++;
                inTime += !open && !day(end).isAfter(until) ? 1 : 0;
            }
        }
        put("actions-set", set, 1);
        put("actions-closed", closed, 1);
        put("actions-overdue", overdue, 1);
        share("actions-in-time", inTime, due);
        median("action-age", ages);
    }

    private void proposals() throws SQLException {
        long made = 0;
        long answered = 0;
        long refused = 0;
        long cameras = 0;
        boolean ever = false;
        List<Long> took = new ArrayList<>();
        for (String id : subjects("PRO")) {
            LocalDate begun = day(when(id, "proposed"));
            Long at = when(id, "answered");
            made += in(begun) ? 1 : 0;
            ever |= begun.isBefore(to) && field(id, "proposed", "kind").equals("camera");
            if (at != null && in(day(at))) {
                answered++;
                boolean no = field(id, "answered", "result").equals("refused");
                refused += no ? 1 : 0;
                cameras += !no && field(id, "proposed", "kind").equals("camera") ? 1 : 0;
                took.add(ChronoUnit.DAYS.between(begun, day(at)) * DAY);
            }
        }
        put("proposals", made, 1);
        put("proposals-answered", answered, 1);
        put("proposals-refused", refused, 1);
        put("proposals-accepted", answered - refused, 1);
        if (ever) {
            put("cameras-accepted", cameras, 1);
        }
        median("answer-time", took);
        long petitions = 0;
        for (String id : subjects("PET")) {
            petitions += in(day(when(id, "received"))) ? 1 : 0;
        }
        put("petitions", petitions, 1);
    }

    private void house() throws SQLException {
        long due = 0;
        long kept = 0;
        long repaired = 0;
        long planned = 0;
        long spent = 0;
        for (String[] m : rows("select kind, from_us, done_at_us, planned_cost, cost from maintenance")) {
            Long done = m[2] == null ? null : (Long) Long.parseLong(m[2]);
            if (m[0].equals("preventive") && in(Long.parseLong(m[1]))) {
                due++;
                kept += done != null && done < us(to) ? 1 : 0;
            }
            if (done != null && in(done)) {
                repaired += m[0].equals("corrective") ? 1 : 0;
                planned += Long.parseLong(m[3]);
                spent += Long.parseLong(m[4]);
            }
        }
        share("maintenance-done", kept, due);
        put("faults-repaired", repaired, 1);
        if (planned > 0) {
            put("cost-planned", planned, 1);
            put("cost-spent", spent, 1);
            put("cost-overrun", spent - planned, planned);
        }
        long surveys = 0;
        boolean surveyed = false;
        for (String[] s : rows("select surveyed_day from survey")) {
            surveys += in(LocalDate.parse(s[0])) ? 1 : 0;
            surveyed |= LocalDate.parse(s[0]).isBefore(to);
        }
        // What was never kept is not nought.
        if (surveyed) {
            put("surveys", surveys, 1);
        }
        long sessions = 0;
        long legal = 0;
        long reminders = 0;
        long fresh = 0;
        boolean counted = false;
        for (String[] a :
                rows("select json_extract(body, '$.day'), json_extract(body, '$.kind'), json_extract(body, '$.fresh')"
                        + " from report_entry where subject like 'ACV-%'")) {
            if (in(LocalDate.parse(a[0]))) {
                sessions += a[1].equals("propaganda") || a[1].equals("mobilisation") ? 1 : 0;
                legal += a[1].equals("legal-education") ? 1 : 0;
                reminders += a[1].equals("reminder") ? 1 : 0;
                fresh += a[2] == null ? 0 : Long.parseLong(a[2]);
                counted |= a[2] != null;
            }
        }
        put("outreach-sessions", sessions, 1);
        put("legal-sessions", legal, 1);
        put("reminders", reminders, 1);
        if (counted) {
            put("reach", fresh, 120);
        }
        long pledges = 0;
        for (String[] p : rows("select json_extract(body, '$.day'), json_extract(body, '$.year') from report_entry"
                + " where subject like 'PLG-%'")) {
            boolean holds = Integer.parseInt(p[1]) == from.getYear();
            pledges += holds && LocalDate.parse(p[0]).isBefore(to) ? 1 : 0;
        }
        put("pledges", pledges, 120);
    }

    private void extractions() throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        List<Long> lasted = new ArrayList<>();
        boolean ever = false;
        for (String[] r : rows(
                "select r.id, r.state, r.filed_at_us, r.decided_at_us, json_extract(r.request_json, '$.crime'),"
                        + " (select min(delivered_us) from extract_delivery d where d.request_id = r.id),"
                        + " (select count(*) from extract_delivery d where d.request_id = r.id and d.scan_sha256 is null),"
                        + " (select min(entered_us) from extract_outcome o where o.request_id = r.id) from extract_request r")) {
            long filed = Long.parseLong(r[2]);
            if (filed >= us(to)) {
                continue;
            }
            ever = true;
            Long decided = r[3] == null ? null : (Long) Long.parseLong(r[3]);
            count(counts, "extractions", in(filed));
            count(counts, "extract-pending", decided == null || decided >= us(to));
            boolean now = decided != null && in(decided);
            count(counts, "extract-refused", now && r[1].equals("refused"));
            count(counts, "extract-withdrawn", now && r[1].equals("withdrawn"));
            count(counts, "extract-approved", now && !r[1].equals("refused") && !r[1].equals("withdrawn"));
            boolean guided = "1".equals(r[4]) || "true".equals(r[4]);
            count(counts, "police-guidance", in(filed) && guided);
            boolean handed = r[5] != null && in(Long.parseLong(r[5]));
            count(counts, "extract-delivered", handed);
            count(counts, "signed", handed && r[6].equals("0"));
            count(counts, "intact", handed && (r[1].equals("received") || r[1].equals("closed")));
            count(counts, "known", handed && r[7] != null && Long.parseLong(r[7]) < us(to));
            if (handed) {
                lasted.add((Long.parseLong(r[5]) - filed) / 1_000_000);
            }
        }
        if (!ever) {
            return;
        }
        for (String id : List.of(
                "extractions",
                "extract-pending",
                "extract-refused",
                "extract-withdrawn",
                "extract-approved",
                "extract-delivered",
                "police-guidance")) {
            put(id, counts.getOrDefault(id, 0L), 1);
        }
        long handed = counts.getOrDefault("extract-delivered", 0L);
        share("delivery-signed", counts.getOrDefault("signed", 0L), handed);
        share("custody-intact", counts.getOrDefault("intact", 0L), handed);
        share("outcome-known", counts.getOrDefault("known", 0L), handed);
        median("delivery-time", lasted);
    }

    private static void count(Map<String, Long> counts, String name, boolean one) {
        counts.merge(name, one ? 1L : 0L, Long::sum);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
