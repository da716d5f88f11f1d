package vn.vigil.report;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.vigil.app.Vigil;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.calendar.DayClass;
import vn.vigil.evidence.ApprovalSheet;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Requester;
import vn.vigil.evidence.Wanted;
import vn.vigil.incident.Addressee;
import vn.vigil.incident.Gravity;
import vn.vigil.incident.NewTelling;
import vn.vigil.incident.NewTip;
import vn.vigil.incident.OpenIncident;
import vn.vigil.incident.Source;
import vn.vigil.incident.Way;
import vn.vigil.incident.Zone;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.meeting.Answer;
import vn.vigil.meeting.Attend;
import vn.vigil.meeting.MeetingKind;
import vn.vigil.meeting.NewAction;
import vn.vigil.meeting.NewProposal;
import vn.vigil.meeting.PlanMeeting;
import vn.vigil.meeting.Presence;
import vn.vigil.meeting.ProposalKind;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.SiteProfile;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.Shift;
import vn.vigil.store.Tx;
import vn.vigil.testkit.TestWorld;
import vn.vigil.upkeep.AddSurvey;
import vn.vigil.upkeep.DoneWork;
import vn.vigil.upkeep.PlanWork;
import vn.vigil.upkeep.WorkKind;

/**
 * A site that was run for two years, 2025 and 2026: cameras with outages, faults and unchecked time, a watch with gaps, absences and late
 * comers, incidents, meetings, money. The same seed makes the same site. What people do goes through the rooms' facades in the order of time;
 * what machines write (looks, attendance) goes into the tables.
 */
final class TwoYearSite implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    static final LocalDate LAST = LocalDate.parse("2026-12-31");
    private static final String[] WATCHERS = {"lan", "nam", "hoa", "dung"};
    private static final String[] KINDS = {"order", "theft", "fire", "traffic", "conflict", "regulation-breach"};

    final TestWorld world = TestWorld.at("2024-12-31T20:00:00Z");
    final Vigil vigil;
    private final Random random;
    private final int cameras;
    private final TreeMap<Instant, List<Runnable>> events = new TreeMap<>();
    /** Fingerprint of the second quarter of 2025 as it was reported on 10 July 2025. */
    String early;

    private Actor lan;
    private Actor binh;

    TwoYearSite(Path home, long seed, int cameras) {
        this.random = new Random(seed);
        this.cameras = cameras;
        world.environment("VIGIL_REPORT_HEADCOUNT", "120");
        vigil = Vigil.open(world, new Vigil.Options(home, null, null, null, false));
        vigil.createStore();
        people();
        cameras();
        watch();
        incidents();
        meetings();
        house();
        extractions();
        // A report of the second quarter, made ten days after it: what comes later must not change it.
        on(
                at(LocalDate.parse("2025-07-10"), 9, 0),
                () -> early =
                        vigil.reports().report(Period.parse("2025-Q2", false)).dataSha256());
        events.forEach((at, todo) -> {
            world.jumpClock(at);
            todo.forEach(Runnable::run);
        });
        world.jumpClock(at(LAST.plusDays(5), 9, 0));
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    private void on(Instant at, Runnable what) {
        events.computeIfAbsent(at, k -> new ArrayList<>()).add(what);
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(FIRST, LAST)));
    }

    private void people() {
        member("lan", "Trần Thị Lan", Office.TEAM_LEADER);
        lan = vigil.people().actor("lan");
        vigil.people()
                .setSite(
                        lan,
                        new SiteProfile(
                                FIRST,
                                "Sở Mẫu",
                                "Ủy ban nhân dân tỉnh",
                                "Thành phố Mẫu",
                                "Công an phường Mẫu",
                                FIRST,
                                true),
                        false);
        member("nam", "Lê Văn Nam", Office.TEAM_DEPUTY);
        member("hoa", "Phạm Thu Hoa", Office.TEAM_MEMBER);
        member("dung", "Ngô Tiến Dũng", Office.TEAM_MEMBER);
        member("binh", "Đỗ Quang Bình", Office.STEERING_HEAD);
        member("phu", "Hoàng Văn Phú", Office.STEERING_DEPUTY);
        member("chi", "Vũ Kim Chi", Office.SECRETARY);
        member("giang", "Bùi Thanh Giang", Office.BOARD);
        binh = vigil.people().actor("binh");
    }

    private void member(String id, String name, Office office) {
        vigil.people()
                .add(
                        lan == null ? vigil.people().actor(null) : lan,
                        new NewMember(new MemberId(id), name, null, null, null, null, EnumSet.of(office), FIRST, null),
                        false);
    }

    // --- what machines write ----------------------------------------------------------------------------------------

    private void cameras() {
        vigil.store().write(tx -> {
            for (int c = 1; c <= cameras; c++) {
                tx.run(
                        "insert into camera (id, no, name, driver, url, channel, login_version, basic_allowed, essential, place,"
                                + " group_names, site, purpose, retention_days, supplier, uplink, added_at_ms)"
                                + " values (?, ?, ?, 'rtsp', ?, 1, 0, 0, ?, '', '', '', '', 0, '', '', ?)",
                        "cam-" + c,
                        c,
                        "Camera " + c,
                        "rtsp://192.0.2." + c % 250 + "/1",
                        c % 4 == 0 ? 1 : 0,
                        at(FIRST, 0, 0).toEpochMilli());
                camera(tx, c);
            }
            return null;
        });
    }

    /** Outages drawn first, then each day's sums from them: a tenth of the days is looked at half the time only. */
    private void camera(Tx tx, int no) throws SQLException {
        Instant begin = at(FIRST, 0, 0);
        Instant end = at(LAST.plusDays(1), 0, 0);
        List<Instant[]> outages = new ArrayList<>();
        Instant from = begin.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
        while (from.isBefore(end)) {
            Instant to = from.plus(Duration.ofMinutes(10 + random.nextInt(60 * 20)));
            outages.add(new Instant[] {from, to.isBefore(end) ? to : null});
            from = to.plus(Duration.ofMinutes(60 + random.nextInt(60 * 24 * 50)));
        }
        Instant since = begin;
        for (Instant[] outage : outages) {
            span(tx, no, since, outage[0], "up", "");
            String finding = random.nextInt(3) == 0 ? "no-picture" : "unreachable";
            span(tx, no, outage[0], outage[1], "down", finding);
            since = outage[1];
        }
        if (since != null) {
            span(tx, no, since, null, "up", "");
        }
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            long down = 0;
            int began = 0;
            Instant a = at(day, 0, 0);
            Instant b = at(day.plusDays(1), 0, 0);
            for (Instant[] o : outages) {
                Instant f = o[0].isAfter(a) ? o[0] : a;
                Instant t = o[1] == null || o[1].isAfter(b) ? b : o[1];
                down += f.isBefore(t) ? Duration.between(f, t).toSeconds() : 0;
                began += !o[0].isBefore(a) && o[0].isBefore(b) ? 1 : 0;
            }
            long unseen = random.nextInt(10) == 0 ? Math.min(43_200, 86_400 - down) : 0;
            long degraded = random.nextInt(6) == 0 ? Math.min(1800, 86_400 - down - unseen) : 0;
            tx.run(
                    "insert into camera_day (day, camera_no, up_s, degraded_s, down_s, planned_s, planned_down_s, looks, outages,"
                            + " drift_ms, measured, fps10_sum, kbps_sum, packets, lost) values (?, ?, ?, ?, ?, 0, 0, ?, ?, null, 0, 0, 0, 0, 0)",
                    day.toEpochDay(),
                    no,
                    86_400 - down - unseen - degraded,
                    degraded,
                    down,
                    unseen > 0 ? 144 : 288,
                    began);
        }
    }

    private static void span(Tx tx, int no, Instant from, Instant to, String state, String findings)
            throws SQLException {
        if (to == null || from.isBefore(to)) {
            tx.run(
                    "insert into camera_span (camera_no, from_ms, state, findings, to_ms) values (?, ?, ?, ?, ?)",
                    no,
                    from.toEpochMilli(),
                    state,
                    findings,
                    to == null ? null : (Object) to.toEpochMilli());
        }
    }

    private void watch() {
        vigil.books().addPost(lan, new Post("truc", "Phòng trực", null, FIRST, null));
        String[][] shifts = {{"sang", "06:00", "14:00"}, {"chieu", "14:00", "22:00"}, {"dem", "22:00", "06:00"}};
        for (String[] s : shifts) {
            LocalTime from = LocalTime.parse(s[1]);
            LocalTime to = LocalTime.parse(s[2]);
            vigil.books()
                    .addShift(
                            lan,
                            new Shift(
                                    s[0],
                                    "truc",
                                    "Ca " + s[0],
                                    from,
                                    to,
                                    !to.isAfter(from),
                                    DutyKind.ON_SITE,
                                    1,
                                    0,
                                    EnumSet.allOf(DayClass.class),
                                    0,
                                    true,
                                    null,
                                    FIRST,
                                    null));
        }
        vigil.store().write(tx -> {
            int[] numbers = new int[2];
            int turn = 0;
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                for (String[] s : shifts) {
                    turn++;
                    if (random.nextInt(60) == 0) {
                        continue;
                    }
                    String member = WATCHERS[turn % WATCHERS.length];
                    tx.run(
                            "insert into roster_cell (day, shift_id, role, seat, member_id, source, locked)"
                                    + " values (?, ?, 'watcher', 1, ?, 'manual', 0)",
                            day.toString(),
                            s[0],
                            member);
                    if (random.nextInt(40) == 0) {
                        continue;
                    }
                    Instant due = day.atTime(LocalTime.parse(s[1])).atZone(ZONE).toInstant();
                    Instant end = due.plus(Duration.ofHours(8));
                    int late = random.nextInt(12) == 0 ? 6 + random.nextInt(40) : 0;
                    Instant in = due.plus(Duration.ofMinutes(late));
                    Instant out = random.nextInt(15) == 0 ? end.minus(Duration.ofMinutes(20)) : end;
                    int year = day.getYear();
                    int n = ++numbers[year - 2025];
                    tx.run(
                            "insert into watch_attendance (id, year, number, day, shift_id, role, seat, post_id, member_id, in_us,"
                                    + " out_us, due_us, end_us, how, entered_us, entered_by) values (?, ?, ?, ?, ?, 'watcher', 1,"
                                    + " 'truc', ?, ?, ?, ?, ?, 'self', ?, ?)",
                            "ATT-" + year + "-" + String.format("%04d", n),
                            year,
                            n,
                            day.toString(),
                            s[0],
                            member,
                            us(in),
                            us(out),
                            us(due),
                            us(end),
                            us(in),
                            member);
                }
            }
            return null;
        });
    }

    static long us(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    // --- what people do ---------------------------------------------------------------------------------------------

    private void incidents() {
        for (int i = 0; i < 90; i++) {
            Instant happened = at(day(), random.nextInt(24), random.nextInt(60));
            Instant detected = happened.plus(Duration.ofMinutes(random.nextInt(20)));
            String kind = KINDS[random.nextInt(KINDS.length)];
            Source source = random.nextInt(3) > 0 ? Source.WATCH : Source.GUARD;
            Gravity gravity = Gravity.values()[random.nextInt(3)];
            int action = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(30);
            boolean police = random.nextInt(4) == 0;
            int closes = random.nextInt(9) == 0 ? 0 : 2 + random.nextInt(400);
            String title = "Sự việc " + i + ", Phạm Thu Hoa phát hiện";
            CaseId[] id = new CaseId[1];
            on(detected.plus(Duration.ofMinutes(1)), () -> {
                OpenIncident told = new OpenIncident(
                        kind,
                        gravity,
                        title,
                        "Cổng " + source.id(),
                        Zone.INSIDE,
                        source,
                        happened,
                        null,
                        detected,
                        false,
                        List.of());
                id[0] = vigil.incidents().open(lan, told).file().incident().id();
            });
            if (action > 0) {
                Instant acted = detected.plus(Duration.ofMinutes(action)).plusSeconds(7);
                on(acted.plusSeconds(120), () -> vigil.incidents().note(lan, id[0], "Đã xử lý", true, acted, null));
            }
            Instant told = detected.plus(Duration.ofMinutes(45 + random.nextInt(60)));
            List<Addressee> whom = new ArrayList<>(List.of(Addressee.LEADER, Addressee.DEPUTY, Addressee.BOARD));
            if (police) {
                whom.add(Addressee.POLICE);
            }
            on(told, () -> vigil.incidents().tell(lan, id[0], new NewTelling(whom, Way.PHONE, null, told, "")));
            if (closes > 0) {
                Instant over = detected.plus(Duration.ofHours(closes)).plusSeconds(33);
                on(over.plusSeconds(60), () -> vigil.incidents().close(lan, id[0], "Đã xong", over, "đã hết"));
            }
        }
        for (int i = 0; i < 25; i++) {
            Instant when = at(day(), 10, i);
            String words = "Tin số " + i;
            boolean settled = random.nextBoolean();
            CaseId[] id = new CaseId[1];
            on(
                    when,
                    () -> id[0] = vigil.incidents()
                            .tips()
                            .add(lan, new NewTip(words, "", null, null))
                            .tip()
                            .id());
            if (settled) {
                on(when.plus(Duration.ofDays(3)), () -> vigil.incidents().tips().close(lan, id[0], "Đã giải quyết"));
            }
        }
    }

    private void meetings() {
        for (int year = 2025; year <= 2026; year++) {
            for (int month = 1; month <= 10; month += 3) {
                LocalDate first = LocalDate.of(year, month, 1);
                LocalDate monday = first.with(java.time.temporal.TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
                boolean onDay = random.nextInt(4) > 0;
                LocalDate day = onDay ? monday : monday.plusDays(2);
                if (random.nextInt(8) > 0) {
                    meeting(MeetingKind.CORE, day, lan);
                }
                if (random.nextInt(6) > 0) {
                    meeting(MeetingKind.STEERING, monday.plusDays(7), binh);
                }
            }
        }
        for (int i = 0; i < 40; i++) {
            LocalDate set = day();
            LocalDate due = set.plusDays(10 + random.nextInt(60));
            String words = "Việc số " + i + " của Lê Văn Nam";
            String owner = WATCHERS[random.nextInt(4)];
            int ends = random.nextInt(4) == 0 ? 0 : 5 + random.nextInt(90);
            boolean drops = random.nextInt(8) == 0;
            CaseId[] id = new CaseId[1];
            on(
                    at(set, 9, i),
                    () -> id[0] = vigil.meetings()
                            .actions()
                            .add(lan, new NewAction(words, owner, List.of(), due, null, 0, null, null))
                            .what()
                            .id());
            if (ends > 0) {
                on(at(set.plusDays(ends), 15, i), () -> {
                    if (drops) {
                        vigil.meetings().actions().drop(lan, id[0], "không cần nữa");
                    } else {
                        vigil.meetings().actions().done(lan, id[0], "đã làm");
                    }
                });
            }
        }
        ProposalKind[] kinds = {ProposalKind.BUDGET, ProposalKind.CAMERA, ProposalKind.COMMENDATION, ProposalKind.WISH};
        for (int i = 0; i < 24; i++) {
            LocalDate made = day();
            ProposalKind kind = kinds[i % kinds.length];
            String title = "Đề xuất số " + i;
            Answer answer = Answer.values()[random.nextInt(3)];
            int after = random.nextInt(4) == 0 ? 0 : 3 + random.nextInt(80);
            List<String> estimate = kind == ProposalKind.BUDGET ? List.of("Camera|cái|2|1500000") : List.of();
            List<String> whom = kind == ProposalKind.COMMENDATION ? List.of("Tập thể Tổ nòng cốt") : List.of();
            CaseId[] id = new CaseId[1];
            on(
                    at(made, 11, i),
                    () -> id[0] = vigil.meetings()
                            .proposals()
                            .add(
                                    lan,
                                    new NewProposal(
                                            kind,
                                            title,
                                            "Cần thiết",
                                            null,
                                            estimate,
                                            whom,
                                            List.of(),
                                            null,
                                            null,
                                            null))
                            .what()
                            .id());
            if (after > 0) {
                on(at(made.plusDays(after), 16, i), () -> vigil.meetings()
                        .proposals()
                        .answer(vigil.people().actor("chi"), id[0], answer, "Trả lời", null, null));
            }
        }
        for (int i = 0; i < 10; i++) {
            String words = "Nguyện vọng số " + i;
            on(at(day(), 13, i), () -> vigil.meetings().petitions().add(lan, words, null));
        }
    }

    private void meeting(MeetingKind kind, LocalDate day, Actor chair) {
        boolean absent = random.nextInt(3) == 0;
        on(at(day, 7, 0), () -> {
            CaseId id = vigil.meetings()
                    .plan(
                            chair,
                            new PlanMeeting(
                                    kind,
                                    vn.vigil.calendar.Quarter.of(day),
                                    day,
                                    null,
                                    null,
                                    "Hội trường",
                                    chair.memberId().value(),
                                    "chi",
                                    "theo lịch",
                                    null,
                                    List.of()))
                    .what()
                    .id();
            vigil.meetings().open(chair, id, null, null, null, null);
            for (MemberId member : vigil.meetings().expected(vigil.meetings().get(id))) {
                boolean away = absent
                        && (member.value().equals("dung") || member.value().equals("phu"));
                vigil.meetings()
                        .attend(
                                chair,
                                id,
                                new Attend(
                                        List.of(member.value()),
                                        List.of(),
                                        away ? Presence.EXCUSED : Presence.PRESENT,
                                        null,
                                        null,
                                        away ? "ốm" : null));
            }
            world.pass(Duration.ofMinutes(40));
            vigil.meetings().close(chair, id, null, null, true, new ArrayList<>());
        });
    }

    private void house() {
        for (int i = 0; i < 30; i++) {
            LocalDate day = day();
            Instant from = at(day, 8, 0);
            Instant to = at(day, 10, 0);
            CameraId camera = new CameraId("cam-" + (1 + random.nextInt(cameras)));
            boolean preventive = i % 3 > 0;
            int plan = 100_000 * (1 + random.nextInt(20));
            int spent = plan + 50_000 * (random.nextInt(7) - 3);
            int done = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(5);
            String what = "Việc bảo trì " + i;
            CaseId[] id = new CaseId[1];
            on(
                    from.minus(Duration.ofDays(3)).plusSeconds(i),
                    () -> id[0] = vigil.upkeep()
                            .plan(
                                    lan,
                                    new PlanWork(
                                            preventive ? WorkKind.PREVENTIVE : WorkKind.CORRECTIVE,
                                            what,
                                            List.of(camera),
                                            from,
                                            to,
                                            null,
                                            "Công ty Mẫu",
                                            Integer.toString(plan),
                                            null,
                                            null,
                                            false,
                                            List.of()))
                            .status()
                            .work()
                            .id());
            if (done > 0) {
                Instant at = to.plus(Duration.ofDays(done)).plusSeconds(i);
                on(at, () -> vigil.upkeep()
                        .done(
                                lan,
                                id[0],
                                new DoneWork(
                                        null, null, List.of(), Integer.toString(Math.max(0, spent)), null, List.of())));
            }
        }
        for (int i = 0; i < 6; i++) {
            String place = "Vị trí " + i;
            on(at(day(), 14, i), () -> vigil.upkeep()
                    .survey(lan, new AddSurvey(place, "Góc khuất", null, null, null, null, null, null, List.of())));
        }
        for (int i = 0; i < 20; i++) {
            LocalDate day = day();
            ActivityKind kind = ActivityKind.values()[random.nextInt(4)];
            Integer people = random.nextInt(4) == 0 ? null : (Integer) (10 + random.nextInt(50));
            Integer fresh = people == null ? null : (Integer) random.nextInt(5);
            Activity asked = new Activity(
                    null, kind, Theme.FIRE, "Buổi số " + i, "họp", "toàn đơn vị", day, people, fresh, "tờ rơi");
            on(at(day, 17, i), () -> vigil.reports().activities().add(lan, asked));
        }
        for (int year = 2025; year <= 2026; year++) {
            int y = year;
            for (int i = 0; i < 70; i++) {
                String name = "Người số " + i;
                LocalDate day = LocalDate.of(year, 1, 5).plusDays(random.nextInt(120));
                on(at(day, 12, i % 60), () -> vigil.reports().pledges().add(lan, y, day, "Phòng Mẫu", List.of(name)));
            }
        }
    }

    /** Filed, refused and withdrawn through the facade; approved, handed over and answered in the tables: no camera is there to run one. */
    private void extractions() {
        for (int i = 0; i < 24; i++) {
            LocalDate day = day();
            Instant filed = at(day, 9, i);
            boolean crime = random.nextInt(3) == 0;
            FileRequest asked = new FileRequest(
                    Requester.STATE_AGENCY,
                    "Công an phường Mẫu",
                    i + "/CV-CAP",
                    day,
                    "",
                    "xác minh " + i,
                    "Công an phường Mẫu",
                    null,
                    List.of(new Wanted(
                            new CameraId("cam-1"),
                            Asked.recorded(new TimeSpan(filed.minusSeconds(7200), filed.minusSeconds(3600))))),
                    crime,
                    crime ? "theo hướng dẫn" : null,
                    null,
                    false,
                    null,
                    null);
            CaseId[] id = new CaseId[1];
            on(
                    filed,
                    () -> id[0] = vigil.extracts().request(lan, asked).request().id());
            int fate = random.nextInt(8);
            Instant decided = filed.plus(Duration.ofHours(3 + random.nextInt(60)));
            Instant handed = decided.plus(Duration.ofHours(2 + random.nextInt(200)));
            boolean signed = random.nextInt(4) > 0;
            boolean coded = random.nextInt(4) > 0;
            boolean used = random.nextBoolean();
            if (fate == 0) {
                on(decided, () -> vigil.extracts().refuse(vigil.people().actor("giang"), id[0], "không đủ căn cứ"));
            } else if (fate == 1) {
                on(decided, () -> vigil.extracts().withdraw(lan, id[0], "không cần nữa"));
            } else if (fate > 2) {
                String state = fate == 3 ? "approved" : used && coded ? "closed" : coded ? "received" : "delivered";
                on(
                        handed,
                        () -> extraction(
                                id[0], asked, state, decided, fate == 3 ? null : handed, signed, used && coded));
            }
        }
    }

    private void extraction(
            CaseId id, FileRequest asked, String state, Instant decided, Instant handed, boolean signed, boolean used) {
        ApprovalSheet approval = new ApprovalSheet(
                ApprovalSheet.VERSION,
                id.toString(),
                "0123456789abcdef".repeat(4),
                "giang",
                "Bùi Thanh Giang",
                "0123456789abcdef".repeat(4),
                null,
                asked.wanted(),
                asked.purpose(),
                asked.recipient(),
                decided,
                decided.plus(Duration.ofDays(7)));
        vigil.store().write(tx -> {
            tx.run(
                    "update extract_request set state = ?, approval_json = ?, approval_p7s = ?, approved_by = 'giang',"
                            + " decided_at_us = ?, expires_at_us = ? where id = ?",
                    state,
                    CanonicalJson.text(approval.members()),
                    new byte[] {0},
                    us(decided),
                    us(decided.plus(Duration.ofDays(7))),
                    id.toString());
            if (handed != null) {
                tx.run(
                        "insert into extract_delivery (request_id, number, receiver, medium, delivered_us, delivered_by,"
                                + " record_sha256, scan_sha256) values (?, 1, 'Người nhận', 'USB', ?, 'lan', ?, ?)",
                        id.toString(),
                        us(handed),
                        "0123456789abcdef".repeat(4),
                        signed ? "fedcba9876543210".repeat(4) : null);
            }
            if (used) {
                tx.run(
                        "insert into extract_outcome (request_id, number, kind, note, document, entered_us, entered_by)"
                                + " values (?, 1, 'used', '', '', ?, 'lan')",
                        id.toString(),
                        us(handed.plusSeconds(60)));
            }
            return null;
        });
    }

    /** Every whole quarter of the two years. */
    static List<Period> quarters() {
        List<Period> all = new ArrayList<>();
        for (int year = 2025; year <= 2026; year++) {
            for (int q = 1; q <= 4; q++) {
                all.add(Period.parse(year + "-Q" + q, false));
            }
        }
        return all;
    }

    /** Texts of the two years that no report may show. */
    static Map<String, String> hidden() {
        return Map.of("a name within a title", "Phạm Thu Hoa", "a name within an action", "Lê Văn Nam");
    }

    @Override
    public void close() {
        vigil.close();
    }
}
