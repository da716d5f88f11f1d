package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** Incidents as typed, from the first report to the end of the case. */
class IncidentStoryTest {
    private static final String ID = "INC-2026-0001";
    private static final TimeSpan RECORDED =
            new TimeSpan(Instant.parse("2026-03-02T05:00:00Z"), Instant.parse("2026-03-02T07:05:00Z"));

    @TempDir
    Path folder;

    private Story story;
    private SimulatedSite site;

    @BeforeEach
    void open() {
        story = new Story(folder.resolve("site"));
        story.world().environment("VIGIL_INCIDENT_HOLD_BEFORE", "1s").environment("VIGIL_INCIDENT_HOLD_AFTER", "2s");
        site = SimulatedSite.start(
                story.world(),
                SiteSpec.of(CameraSpec.of("gate")
                        .with(new PictureSpec(320, 180, 10, 1, 10))
                        .withRecording(RECORDED)));
        run("init", "--no-input").ends(ExitCode.OK);
        member("lan", "Nguyễn Thị Lan", "team-leader");
        member("dung", "Phạm Văn Dũng", "team-deputy");
        member("binh", "Trần Văn Bình", "board");
        member("hoa", "Lê Thị Hoa", "team-member");
        run(
                        "camera",
                        "add",
                        "gate",
                        "--onvif",
                        site.camera("gate").onvifAddress(),
                        "--place",
                        "Cổng chính",
                        "--as",
                        "lan")
                .ends(ExitCode.OK);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void member(String id, String name, String office) {
        run("roster", "member", "add", id, "--name", name, "--office", office, "--from", "2026-01-01")
                .ends(ExitCode.OK);
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    private Story.Run as(String who, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--as", who));
        return run(all.toArray(new String[0]));
    }

    private Story.Run opened(String kind, String title, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "incident",
                "open",
                "--kind",
                kind,
                "--title",
                title,
                "--place",
                "cong chinh",
                "--at",
                "2026-03-02T06:00:00Z",
                "--as",
                "hoa"));
        all.addAll(List.of(more));
        return run(all.toArray(new String[0]));
    }

    private String pin(String who) throws IOException {
        Path file = folder.resolve("pin-" + who);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "4917x\n");
        as(who, "roster", "member", "pin", "set", who, "--pin-file", file.toString())
                .ends(ExitCode.OK);
        return file.toString();
    }

    private void watch() {
        run("roster", "post", "add", "chinh", "--name", "Phòng trực", "--from", "2026-03-01", "--as", "lan")
                .ends(ExitCode.OK);
        run(
                        "roster",
                        "shift",
                        "add",
                        "ngay",
                        "--post",
                        "chinh",
                        "--name",
                        "Ca ngày",
                        "--start",
                        "06:00",
                        "--end",
                        "18:00",
                        "--from",
                        "2026-03-01",
                        "--as",
                        "lan")
                .ends(ExitCode.OK);
        run("roster", "override", "add", "2026-03-02/ngay", "--person", "hoa", "--reason", "xếp tay", "--as", "lan")
                .ends(ExitCode.OK);
    }

    @Test
    void aCaseGoesFromTheFirstReportToItsEnd() throws Exception {
        watch();
        opened("theft", "Mất xe đạp", "--severity", "high")
                .ends(ExitCode.OK)
                .says(ID)
                .says("On watch: Lê Thị Hoa, Phòng trực, Ca ngày")
                .says("Cameras: gate")
                .says("HLD-2026-0001");
        run("extract", "hold", "list").says("HLD-2026-0001\tcopied\tgate\t2026-03-02T12:59:59+07:00\t");
        opened("theft", "Mất xe đạp", "--severity", "high").ends(ExitCode.OK).says("on record already");
        as("hoa", "incident", "note", ID, "đóng cổng phụ", "--action", "--at", "2026-03-02T06:02:00Z")
                .ends(ExitCode.OK);
        as("hoa", "incident", "note", ID, "đóng cổng phụ", "--action", "--at", "2026-03-02T06:02:00Z")
                .ends(ExitCode.OK)
                .says("unchanged");
        as("hoa", "incident", "note", ID, "sớm quá", "--at", "2026-03-02T05:59:00Z")
                .ends(ExitCode.USAGE);
        as("hoa", "incident", "dispatch", ID, "--arrived").ends(ExitCode.NOT_FOUND);
        as("hoa", "incident", "dispatch", ID, "--to", "guard", "--at", "2026-03-02T06:03:00Z")
                .ends(ExitCode.OK)
                .says("sent: guards");
        as("hoa", "incident", "dispatch", ID, "--arrived", "--at", "2026-03-02T06:01:00Z")
                .ends(ExitCode.USAGE);
        as("hoa", "incident", "dispatch", ID, "--arrived", "--at", "2026-03-02T06:07:00Z")
                .ends(ExitCode.OK);
        as("hoa", "incident", "assign", ID, "dung").ends(ExitCode.OK);
        as("lan", "incident", "task", "add", ID, "xem lại khóa cổng", "--owner", "dung", "--due", "2026-03-09")
                .ends(ExitCode.OK);
        as("lan", "incident", "task", "add", ID, "xem lại khóa cổng", "--owner", "dung", "--due", "2026-03-10")
                .ends(ExitCode.CONFLICT);
        as("lan", "incident", "link", ID, "--person", "người mặc áo đỏ").ends(ExitCode.OK);
        as("lan", "incident", "link", ID, "--case", "INC-2026-0009").ends(ExitCode.NOT_FOUND);
        as("hoa", "incident", "close", ID, "--outcome", "xong").ends(ExitCode.DENIED);
        as("lan", "incident", "close", ID, "--outcome", "xong")
                .ends(ExitCode.REFUSED)
                .complains("nobody told: team leader")
                .complains("nobody told: board")
                .complains("task 5 of dung is open");
        as("hoa", "incident", "notify", ID).ends(ExitCode.REFUSED).complains("no message reaches");
        as(
                        "hoa",
                        "incident",
                        "notify",
                        ID,
                        "--to",
                        "leader,deputy,board",
                        "--by",
                        "phone",
                        "--at",
                        "2026-03-02T06:09:00Z")
                .ends(ExitCode.OK)
                .says("told: board, Trần Văn Bình – telephone");
        as("hoa", "incident", "notify", ID, "--to", "police", "--by", "phone", "--whom", "trực ban")
                .ends(ExitCode.OK);
        run("roster", "handover", "note", "x", "--as", "hoa").ends(ExitCode.OK);
        as("hoa", "roster", "handover", "open")
                .ends(ExitCode.OK)
                .says("xem lại khóa cổng")
                .says("Mất xe đạp");
        as("dung", "incident", "task", "done", ID, "5", "--outcome", "đã thay khóa")
                .ends(ExitCode.OK);
        as(
                        "lan",
                        "incident",
                        "correct",
                        ID,
                        "--title",
                        "Mất xe đạp điện",
                        "--event",
                        "1",
                        "--at",
                        "2026-03-02T06:01:00Z",
                        "--reason",
                        "ghi nhầm")
                .ends(ExitCode.OK);
        as("lan", "extract", "release", "HLD-2026-0001", "--reason", "x").ends(ExitCode.REFUSED);
        as("lan", "incident", "close", ID, "--outcome", "đã tìm thấy xe").ends(ExitCode.OK);
        as("lan", "incident", "close", ID, "--outcome", "đã tìm thấy xe")
                .ends(ExitCode.OK)
                .says("unchanged");
        as("lan", "incident", "close", ID, "--outcome", "khác").ends(ExitCode.CONFLICT);
        as("hoa", "incident", "note", ID, "muộn").ends(ExitCode.REFUSED).complains("--reopen");
        run("incident", "show", ID, "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.incident.show/1\"")
                .says("\"title\":\"Mất xe đạp điện\"")
                .says("\"original\":{\"kind\":\"theft\",\"severity\":\"high\",\"title\":\"Mất xe đạp\"")
                .says(
                        "{\"step\":\"first-action\",\"at\":\"2026-03-02T06:01:00Z\",\"by\":\"hoa\",\"whom\":\"\",\"afterSeconds\":60}")
                .says(
                        "{\"step\":\"board-told\",\"at\":\"2026-03-02T06:09:00Z\",\"by\":\"hoa\",\"whom\":\"Trần Văn Bình\"")
                .says(
                        "\"watch\":[{\"post\":\"Phòng trực\",\"shift\":\"Ca ngày\",\"role\":\"watcher\",\"member\":\"hoa\"")
                .says("\"holds\":[{\"id\":\"HLD-2026-0001\",\"state\":\"copied\"");
        run("incident", "show", ID, "--lang", "vi").says("báo Ban Giám đốc").says("(đã đính chính)");
        run("incident", "list", "--closed", "--text", "mat xe").says(ID);
        run("incident", "list", "--open").saysNot(ID);
        run("incident", "verify", ID).ends(ExitCode.OK).says("the ledger is unbroken");
        String report = exported("--to", "board,police");
        assertTrue(report.contains("Về sự việc " + ID + ": Mất xe đạp điện"), report);
        assertTrue(report.contains("| 13:03 02/03/2026 | điều động: bảo vệ |"), report);
        assertTrue(report.contains("- Ban Giám đốc: 13:09 02/03/2026."), report);
        String all = exported("--paper", "case-file", "--force");
        assertTrue(all.contains("Sự việc: Mất xe đạp."), all);
        assertTrue(all.contains("đính chính: mục 1 xảy ra lúc 13:01 02/03/2026 (lý do: ghi nhầm)"), all);
        assertTrue(all.contains("khớp với sổ cái"), all);
        tamper("update incident_event set words = 'đóng cổng chính' where number = 1");
        run("incident", "verify", ID).ends(ExitCode.NOT_GENUINE).says("entry 1 is not what the ledger has");
        tamper("update incident set title = 'Mất xe máy'");
        run("incident", "verify", ID).ends(ExitCode.NOT_GENUINE).says("what was told at the opening");
        tamper("delete from incident_event where number = 3");
        run("incident", "verify", ID).ends(ExitCode.NOT_GENUINE).says("entry 3 is missing");
    }

    private String exported(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "incident",
                "export",
                ID,
                "--format",
                "md,docx,pdf",
                "-o",
                folder.resolve("paper").toString()));
        all.addAll(List.of(more));
        run(all.toArray(new String[0])).ends(ExitCode.OK);
        return Files.readString(folder.resolve("paper.md"));
    }

    private void tamper(String sql) throws Exception {
        try (Connection c = DriverManager.getConnection(
                        "jdbc:sqlite:" + story.home().resolve("store").resolve("vigil.db"));
                Statement s = c.createStatement()) {
            for (String trigger : new String[] {"update", "delete"}) {
                s.execute("drop trigger if exists incident_event_no_" + trigger);
            }
            s.execute(sql);
        }
    }

    @Test
    void whatIsRestrictedIsMaskedUntilItsReaderProvesWhoTheyAre() throws Exception {
        String secret = "cãi nhau";
        opened("conflict", "Hai người " + secret, "--later").ends(ExitCode.OK);
        as("hoa", "incident", "note", ID, "ông X " + secret).ends(ExitCode.OK).saysNot(secret + "!");
        as("lan", "incident", "task", "add", ID, "gặp ông X " + secret, "--owner", "dung")
                .ends(ExitCode.OK);
        for (String[] words : List.of(
                new String[] {"incident", "list"},
                new String[] {"incident", "list", "--json"},
                new String[] {"incident", "show", ID},
                new String[] {"incident", "show", ID, "--json"},
                new String[] {"incident", "task", "list"},
                new String[] {"extract", "hold", "list", "--json"},
                new String[] {"ledger", "list"})) {
            Story.Run run = run(words).ends(ExitCode.OK);
            assertFalse((run.out() + run.err()).contains(secret), run.toString());
        }
        run("incident", "list", "--text", secret).saysNot(ID);
        assertFalse(exported().contains(secret));
        assertFalse(exported("--paper", "case-file", "--force").contains(secret));
        String pin = pin("lan");
        as("hoa", "incident", "show", ID, "--reveal", "--pin-file", pin("hoa")).ends(ExitCode.DENIED);
        as("lan", "incident", "show", ID, "--reveal", "--pin-file", pin)
                .ends(ExitCode.OK)
                .says("Hai người " + secret)
                .says("gặp ông X");
        assertTrue(run("ledger", "list").out().contains("incident.read"));
        as("hoa", "incident", "correct", ID, "--kind", "other", "--reason", "x").ends(ExitCode.DENIED);
        as("lan", "incident", "correct", ID, "--kind", "other", "--reason", "nhầm", "--pin-file", pin)
                .ends(ExitCode.OK);
        run("incident", "show", ID).says(secret);
        as("lan", "incident", "correct", ID, "--restricted", "yes", "--reason", "tế nhị")
                .ends(ExitCode.OK);
        run("incident", "show", ID).saysNot(secret);
    }

    @Test
    void aTipProtectsItsSource() throws Exception {
        String who = "Bà Tư, 0999";
        Path file = folder.resolve("source");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, who + "\n");
        as("hoa", "incident", "tip", "add", "tháo trộm pin xe", "--source-file", file.toString())
                .ends(ExitCode.OK)
                .says("TIP-2026-0001");
        as("hoa", "incident", "tip", "add", "tháo trộm pin xe")
                .ends(ExitCode.OK)
                .says("already");
        Story.Run second =
                as("hoa", "incident", "tip", "add", "bán hàng cấm", "--json").ends(ExitCode.OK);
        String code = second.out().replaceAll("(?s).*\"code\":\"([^\"]+)\".*", "$1");
        as("hoa", "incident", "tip", "more", code.toLowerCase(java.util.Locale.ROOT), "thường vào buổi tối")
                .ends(ExitCode.OK)
                .says("TIP-2026-0002");
        as("hoa", "incident", "tip", "more", "2222-2222-2222", "x").ends(ExitCode.NOT_FOUND);
        String pin = pin("lan");
        as("lan", "incident", "tip", "show", "TIP-2026-0002", "--reveal", "--pin-file", pin)
                .ends(ExitCode.OK)
                .says("bán hàng cấm")
                .says("thường vào buổi tối");
        as("lan", "incident", "tip", "source", "TIP-2026-0002", "--reason", "x", "--pin-file", pin)
                .ends(ExitCode.REFUSED);
        as("hoa", "incident", "tip", "source", "TIP-2026-0001", "--reason", "x", "--pin-file", pin("hoa"))
                .ends(ExitCode.DENIED);
        as("lan", "incident", "tip", "source", "TIP-2026-0001", "--reason", "cần xác minh", "--pin-file", pin)
                .ends(ExitCode.OK)
                .says(who);
        opened("theft", "Tháo trộm pin", "--no-hold", "--tip", "TIP-2026-0001").ends(ExitCode.OK);
        opened("theft", "Tháo trộm pin", "--no-hold", "--tip", "TIP-2026-0001").ends(ExitCode.OK);
        run("incident", "show", ID).says("TIP-2026-0001").saysNot(who);
        as("lan", "incident", "tip", "close", "TIP-2026-0001", "--outcome", "x").ends(ExitCode.CONFLICT);
        as("lan", "incident", "tip", "close", "TIP-2026-0002", "--outcome", "không có")
                .ends(ExitCode.OK);
        run("incident", "tip", "list")
                .says("TIP-2026-0001\t2026-03-02\traised\tno\tINC-2026-0001\thoa")
                .says("TIP-2026-0002\t2026-03-02\tclosed\tyes\t\thoa")
                .saysNot("pin xe");
        run("ledger", "list").saysNot("Tư").saysNot("hàng cấm").says("incident.tip-source");
        try (java.util.stream.Stream<Path> files = Files.walk(story.home())) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(f), java.nio.charset.StandardCharsets.UTF_8);
                assertFalse(bytes.contains("Bà Tư"), f.toString());
            }
        }
    }

    @Test
    void aRehearsalWritesNothing() {
        opened("fire", "Cháy thùng rác", "--no-hold").ends(ExitCode.OK);
        as("lan", "incident", "task", "add", ID, "x", "--owner", "dung").ends(ExitCode.OK);
        for (String[] words : List.of(
                new String[] {"note", ID, "a"},
                new String[] {"tip", "add", "tin"},
                new String[] {"dispatch", ID, "--to", "guard"},
                new String[] {"notify", ID, "--to", "leader", "--by", "phone"},
                new String[] {"assign", ID, "dung"},
                new String[] {"link", ID, "--document", "12/BC"},
                new String[] {"task", "add", ID, "y", "--owner", "dung"},
                new String[] {"task", "done", ID, "1", "--outcome", "z"},
                new String[] {"task", "drop", ID, "1", "--reason", "z"},
                new String[] {"hold", ID},
                new String[] {"correct", ID, "--title", "t", "--reason", "r"},
                new String[] {"close", ID, "--outcome", "o", "--anyway", "r"})) {
            List<String> all = new ArrayList<>(List.of("incident"));
            all.addAll(List.of(words));
            all.add("--dry-run");
            Map<String, String> before = story.files();
            Story.Run run = as("lan", all.toArray(new String[0])).ends(ExitCode.OK);
            assertFalse(run.out().isEmpty(), run.toString());
            assertEquals(before, story.files(), all.toString());
        }
    }

    @Test
    void theSiteAddsKindsOfItsOwnAndAllFaultsAreTold() throws IOException {
        Path kinds = folder.resolve("kinds.tsv");
        Files.writeString(kinds, "lost-child\trestricted\t\tlost child\ttrẻ lạc\n");
        story.world().environment("VIGIL_INCIDENT_KINDS", kinds.toString());
        opened("lost-child", "Bé trai ba tuổi", "--no-hold").ends(ExitCode.OK);
        run("incident", "list", "--json").says("\"kind\":\"lost-child\"").says("\"masked\":true");
        opened("thef", "x").ends(ExitCode.USAGE).complains("--kind theft");
        opened("theft", " ", "--detected", "2026-03-02T05:00:00Z", "--until", "2026-03-02T05:00:00Z")
                .ends(ExitCode.USAGE)
                .complains("--title")
                .complains("--detected")
                .complains("--until");
        Files.writeString(kinds, "a b\topen\t\tx\ty\nok\topen\t\tx\n");
        opened("theft", "x").ends(ExitCode.USAGE).complains("line 1").complains("line 2");
    }

    /** The table of docs/design/powers.md names each verb once. */
    @Test
    void theTableOfPowersNamesEachVerb() throws IOException {
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/design/powers.md"))) {
            if (line.startsWith("| incident ")) {
                for (String verb : line.substring("| incident ".length(), line.indexOf(" |", 2))
                        .split(", ")) {
                    told.add("incident " + verb);
                }
            }
        }
        List<String> there = new ArrayList<>();
        for (String verb : Commands.verbs()) {
            if (verb.startsWith("incident ")) {
                there.add(verb);
            }
        }
        Collections.sort(told);
        Collections.sort(there);
        assertEquals(there, told);
    }
}
