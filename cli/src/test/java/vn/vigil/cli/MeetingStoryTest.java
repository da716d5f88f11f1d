package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.document.Paper;
import vn.vigil.document.Papers;
import vn.vigil.document.PdfSignatures;
import vn.vigil.text.Lang;

/** A year of meetings as typed, with a holiday, an absence, a delegation, and what goes wrong. */
class MeetingStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void open() {
        story = new Story(folder.resolve("site"));
        clock("2026-12-28T01:00:00Z");
        run(
                        "init",
                        "--no-input",
                        "--body",
                        "Sở Mẫu",
                        "--superior",
                        "Ủy ban nhân dân tỉnh",
                        "--place",
                        "Thành phố",
                        "--ward-police",
                        "Công an phường Mẫu")
                .ends(ExitCode.OK);
        member("lan", "Trần Thị Lan", "team-leader");
        member("nam", "Lê Văn Nam", "team-deputy");
        member("hoa", "Phạm Thu Hoa", "team-member");
        member("dung", "Ngô Tiến Dũng", "team-member");
        member("binh", "Đỗ Quang Bình", "steering-head");
        member("chi", "Vũ Kim Chi", "steering-member");
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    private Story.Run ok(String... words) {
        Story.Run run = run(words);
        assertEquals(0, run.exit(), run.line() + "\n" + run.out() + run.err());
        return run;
    }

    private void clock(String instant) {
        story.world().jumpClock(Instant.parse(instant));
    }

    private void member(String id, String name, String office) {
        List<String> words = new ArrayList<>(
                List.of("roster", "member", "add", id, "--name", name, "--office", office, "--from", "2026-01-01"));
        if (!id.equals("lan")) {
            words.addAll(List.of("--as", "lan"));
        }
        ok(words.toArray(new String[0]));
    }

    @Test
    void theYearHasItsMeetingsAndAHolidayMovesOne() {
        String due = ok("meeting", "due", "--year", "2029", "--json").out();
        assertTrue(due.contains("\"schema\":\"vigil.meeting.due/1\""), due);
        assertTrue(due.contains("\"date\":\"2029-01-02\",\"kind\":\"core\",\"quarter\":\"2029-Q1\""), due);
        assertTrue(due.contains("moved from 01/01/2029"), due);
        List<String> days = new ArrayList<>();
        for (String line : ok("meeting", "due", "--year", "2025").out().split("\n")) {
            String[] cells = line.split("\t");
            days.add(cells[0] + " " + cells[1] + " " + cells[3]);
        }
        assertEquals(
                List.of(
                        "2025-01-06 core not-tracked",
                        "2025-01-13 steering not-tracked",
                        "2025-04-08 core not-tracked",
                        "2025-04-14 steering not-tracked",
                        "2025-07-07 core not-tracked",
                        "2025-07-14 steering not-tracked",
                        "2025-10-06 core not-tracked",
                        "2025-10-13 steering not-tracked",
                        "2025-12-31 year-end not-tracked"),
                days);
        String first = ok("meeting", "due", "--year", "2022").out();
        assertTrue(first.startsWith("2022-10-03\tcore\t2022-Q4"), first);
        assertEquals("", ok("meeting", "due", "--year", "2021").out());
        story.world().environment("VIGIL_MEETING_CORE_DAY", "first-working-day");
        assertTrue(ok("meeting", "due", "--year", "2024").out().contains("2024-10-01\tcore\t2024-Q4"));
    }

    @Test
    void aYearFromPlanToIssue() throws IOException {
        ok("meeting", "plan", "core", "--place", "Phòng 2", "--secretary", "hoa", "--as", "lan")
                .says("MTG-2026-0001")
                .says("2027-01-04");
        ok("meeting", "plan", "core", "--quarter", "2027-Q1", "--as", "lan").says("(unchanged)");
        run("meeting", "plan", "core", "--quarter", "2027-Q1", "--date", "2027-01-11", "--as", "lan")
                .ends(ExitCode.CONFLICT)
                .complains("VG-MEETING-PLANNED");
        run("meeting", "plan", "core", "--date", "2027-04-12", "--as", "lan")
                .ends(ExitCode.USAGE)
                .complains("VG-MEETING-OTHER-DAY");
        ok("meeting", "invite", "MTG-2026-0001", "--format", "docx,ics", "-o", path("gm"), "--as", "lan")
                .says("hand them the paper");
        String ics = Files.readString(folder.resolve("gm.ics"));
        assertTrue(ics.contains("METHOD:REQUEST") && ics.contains("UID:mtg-2026-0001@vigil\r\nSEQUENCE:0"), ics);
        ok("meeting", "invite", "MTG-2026-0001", "--as", "lan").says("told already");
        ok("meeting", "postpone", "MTG-2026-0001", "--date", "2027-01-05", "--reason", "Lễ", "--as", "lan");
        assertTrue(ok("meeting", "due", "--year", "2027").out().contains("2027-01-05\tcore\t2027-Q1\tpostponed"));
        ok("meeting", "invite", "MTG-2026-0001", "--format", "ics", "-o", path("gm2"), "--as", "lan");
        assertTrue(Files.readString(folder.resolve("gm2.ics")).contains("SEQUENCE:1"));

        clock("2027-01-05T01:05:00Z");
        run("meeting", "close", "MTG-2026-0001", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("was not opened");
        run("meeting", "open", "MTG-2026-0001", "--chair", "dung", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("VG-MEETING-CHAIR");
        run("meeting", "open", "MTG-2026-0001", "--secretary", "lan", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("VG-MEETING-SECRETARY");
        run("meeting", "open", "MTG-2026-0001", "--secretary", "nobody", "--as", "lan")
                .ends(ExitCode.NOT_FOUND);
        ok("meeting", "open", "MTG-2026-0001", "--as", "lan").says("going on");
        ok("meeting", "attend", "MTG-2026-0001", "dung", "--from", "08:20", "--as", "hoa");
        run("meeting", "attend", "MTG-2026-0001", "nam", "--excused", "--as", "hoa")
                .ends(ExitCode.USAGE)
                .complains("VG-MEETING-EXCUSE");
        ok("meeting", "attend", "MTG-2026-0001", "nam", "--excused", "--reason", "công tác", "--as", "hoa");
        ok("meeting", "note", "MTG-2026-0001", "Thêm đèn", "--item", "2", "--by", "dung", "--as", "hoa");
        ok(
                "meeting",
                "decide",
                "MTG-2026-0001",
                "Khóa cổng phụ",
                "--item",
                "2",
                "--for",
                "2",
                "--abstain",
                "1",
                "--as",
                "hoa");
        run("meeting", "decide", "MTG-2026-0001", "Khóa cổng phụ", "--item", "2", "--for", "3", "--as", "hoa")
                .ends(ExitCode.CONFLICT);
        run(
                        "meeting",
                        "action",
                        "add",
                        "Thay khóa",
                        "--meeting",
                        "MTG-2026-0001",
                        "--owner",
                        "dung",
                        "--due",
                        "2027-01-04",
                        "--as",
                        "hoa")
                .ends(ExitCode.USAGE)
                .complains("VG-MEETING-DUE");
        ok(
                        "meeting",
                        "action",
                        "add",
                        "Thay khóa",
                        "--meeting",
                        "MTG-2026-0001",
                        "--item",
                        "2",
                        "--owner",
                        "dung",
                        "--due",
                        "2027-01-31",
                        "--as",
                        "hoa")
                .says("ACT-2027-0001");
        run("meeting", "note", "MTG-2026-0001", "x", "--as", "dung").ends(ExitCode.DENIED);
        clock("2027-01-05T02:30:00Z");
        ok("meeting", "close", "MTG-2026-0001", "--as", "hoa").says("held");
        run("meeting", "approve", "MTG-2026-0001", "--as", "hoa")
                .ends(ExitCode.REFUSED)
                .complains("VG-MEETING-APPROVE");
        ok("meeting", "approve", "MTG-2026-0001", "--as", "lan").says("minutes approved");
        run("meeting", "issue", "MTG-2026-0001", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("not signed");
        ok("meeting", "sign", "MTG-2026-0001", "--paper", "--scan", scan("a"), "--as", "hoa")
                .says("signed");
        run("meeting", "sign", "MTG-2026-0001", "--paper", "--scan", scan("b"), "--as", "hoa")
                .ends(ExitCode.CONFLICT);
        ok("meeting", "issue", "MTG-2026-0001", "--as", "lan").says("01/BB-TNC");
        ok("meeting", "issue", "MTG-2026-0001", "--as", "lan").says("(unchanged)");
        run("meeting", "decide", "MTG-2026-0001", "y", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("erratum");
        run("meeting", "erratum", "MTG-2026-0001", "--was", "không có", "--is", "x", "--reason", "y", "--as", "lan");
        ok(
                "meeting",
                "erratum",
                "MTG-2026-0001",
                "--was",
                "Khóa cổng phụ",
                "--is",
                "Khóa cổng sau",
                "--reason",
                "ghi nhầm",
                "--as",
                "lan");
        ok("meeting", "export", "MTG-2026-0001", "--paper", "erratum", "--format", "md", "-o", path("dc"));
        String errata = Files.readString(folder.resolve("dc.md"));
        assertTrue(errata.contains("01/BB-TNC") && errata.contains("Khóa cổng sau"), errata);
        ok("meeting", "diff", "MTG-2026-0001").says("+ ").says("Khóa cổng sau");
        ok("meeting", "verify", "MTG-2026-0001").says("agrees with the ledger");

        ok("meeting", "minutes", "MTG-2026-0001", "--format", "md,docx,pdf", "-o", path("bb"));
        String md = Files.readString(folder.resolve("bb.md"));
        assertTrue(md.contains("number: 01/BB-TNC") && md.contains("Khóa cổng phụ"), md);
        assertTrue(md.contains("chưa ban hành") && md.contains("Điểm chốt sổ nhật ký"), md);
        assertTrue(md.contains("từ 08:20 đến") && md.contains("vắng có lý do (công tác)"), md);
        Paper paper = Paper.read(folder.resolve("bb.md"), Lang.VI);
        assertEquals(Papers.docx(paper).length, Files.size(folder.resolve("bb.docx")));
        assertEquals(
                -1,
                Files.mismatch(Files.write(folder.resolve("again.pdf"), Papers.pdf(paper)), folder.resolve("bb.pdf")));

        // The action is late, and comes back on top of the next agenda.
        clock("2027-03-30T01:00:00Z");
        ok("meeting", "actions", "--late").says("ACT-2027-0001\tlate");
        ok("report", "status").says("task\tACT-2027-0001").says("Thay khóa");
        ok("meeting", "plan", "core", "--place", "Phòng 2", "--secretary", "hoa", "--as", "lan")
                .says("2027-04-05");
        ok("meeting", "prepare", "MTG-2027-0001").says("ACT-2027-0001").says("LATE");
        run("meeting", "action", "done", "ACT-2027-0001", "--as", "dung").ends(ExitCode.USAGE);
        ok("meeting", "action", "done", "ACT-2027-0001", "--note", "đã thay", "--as", "dung")
                .says("done");
        ok("meeting", "action", "done", "ACT-2027-0001", "--note", "đã thay", "--as", "dung")
                .says("(unchanged)");
        run("meeting", "action", "move", "ACT-2027-0001", "--due", "2027-06-01", "--reason", "x", "--as", "lan")
                .ends(ExitCode.REFUSED);
    }

    @Test
    void bothLeadersAwayIsRefusedAndADelegationHelps() {
        ok("meeting", "plan", "core", "--secretary", "hoa", "--as", "lan");
        clock("2027-01-04T01:05:00Z");
        for (String who : List.of("lan", "nam")) {
            ok(
                    "roster",
                    "absence",
                    "add",
                    who,
                    "--from",
                    "2027-01-04 07:00",
                    "--to",
                    "2027-01-05 17:00",
                    "--kind",
                    "leave",
                    "--as",
                    who);
        }
        run("meeting", "open", "MTG-2026-0001", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("VG-MEETING-CHAIR-AWAY")
                .complains("vigil meeting postpone")
                .complains("vigil roster delegate add");
        ok(
                "roster",
                "delegate",
                "add",
                "--from-person",
                "lan",
                "--to-person",
                "dung",
                "--office",
                "team-leader",
                "--scope",
                "chair",
                "--from",
                "2027-01-04",
                "--until",
                "2027-01-05",
                "--basis",
                "Giấy ủy quyền 01",
                "--as",
                "lan");
        ok("meeting", "open", "MTG-2026-0001", "--chair", "dung", "--as", "lan");
        ok("meeting", "show", "MTG-2026-0001").says("delegated DEL-2027-0001");
        clock("2027-01-04T02:05:00Z");
        ok("meeting", "close", "MTG-2026-0001", "--as", "dung");
        ok("meeting", "approve", "MTG-2026-0001", "--as", "dung");
        assertTrue(ok("meeting", "minutes", "MTG-2026-0001", "--format", "md", "-o", path("uq"))
                .out()
                .contains("uq.md"));
    }

    @Test
    void theDeputyChairsForAnAbsentLeaderAndTheBlockSaysSo() throws IOException {
        ok("meeting", "plan", "huddle", "--date", "2026-12-28", "--at", "07:00", "--secretary", "hoa", "--as", "lan");
        ok(
                "roster",
                "absence",
                "add",
                "lan",
                "--from",
                "2026-12-27 07:00",
                "--to",
                "2026-12-29 17:00",
                "--kind",
                "mission",
                "--as",
                "lan");
        ok("meeting", "open", "MTG-2026-0001", "--chair", "nam", "--at", "-1h", "--as", "hoa");
        ok("meeting", "close", "MTG-2026-0001", "--as", "hoa");
        ok("meeting", "minutes", "MTG-2026-0001", "--format", "md", "-o", path("kt"));
        String md = Files.readString(folder.resolve("kt.md"));
        assertTrue(md.contains("KT. TỔ TRƯỞNG"), md);
        assertTrue(md.contains("ABS-2026-0001"), md);
    }

    @Test
    void theReviewResolvesProposalsAndSetsTasks() throws IOException {
        ok(
                        "meeting",
                        "proposal",
                        "add",
                        "--kind",
                        "camera",
                        "--title",
                        "Lắp camera cổng phụ",
                        "--item",
                        "Camera|cái|2|6.250.000",
                        "--as",
                        "hoa")
                .says("PRO-2026-0001");
        run(
                        "meeting",
                        "proposal",
                        "add",
                        "--kind",
                        "budget",
                        "--title",
                        "x",
                        "--item",
                        "Camera|cái|hai|1",
                        "--as",
                        "hoa")
                .ends(ExitCode.USAGE)
                .complains("VG-MEETING-PROPOSAL");
        ok(
                "meeting",
                "proposal",
                "export",
                "PRO-2026-0001",
                "--format",
                "md",
                "--issue",
                "-o",
                path("tt"),
                "--as",
                "lan");
        String md = Files.readString(folder.resolve("tt.md"));
        clock("2026-12-29T01:00:00Z");
        run(
                        "meeting",
                        "proposal",
                        "export",
                        "PRO-2026-0001",
                        "--format",
                        "md",
                        "--issue",
                        "-o",
                        path("tt"),
                        "--as",
                        "lan")
                .ends(ExitCode.OK)
                .says("unchanged");
        clock("2026-12-28T01:00:00Z");
        assertTrue(md.contains("01/TTr-TNC") && md.contains("Mười hai triệu năm trăm nghìn đồng"), md);
        ok("meeting", "plan", "steering", "--secretary", "chi", "--as", "binh").says("2027-01-11");
        clock("2027-01-11T01:05:00Z");
        ok("meeting", "prepare", "MTG-2026-0001").says("PRO-2026-0001");
        run("meeting", "open", "MTG-2026-0001", "--chair", "chi", "--secretary", "lan", "--as", "binh")
                .ends(ExitCode.REFUSED);
        ok("meeting", "open", "MTG-2026-0001", "--as", "binh");
        clock("2027-01-11T02:05:00Z");
        run("meeting", "close", "MTG-2026-0001", "--as", "chi")
                .ends(ExitCode.REFUSED)
                .complains("--no-action");
        ok(
                        "meeting",
                        "action",
                        "add",
                        "Mượn thang",
                        "--meeting",
                        "MTG-2026-0001",
                        "--owner",
                        "lan",
                        "--due",
                        "2027-02-01",
                        "--to-division",
                        "Phòng Hành chính",
                        "--as",
                        "chi")
                .says("asks to coordinate");
        ok("meeting", "action", "export", "ACT-2027-0001", "--format", "md", "-o", path("pp"), "--as", "lan");
        String letter = Files.readString(folder.resolve("pp.md"));
        assertTrue(letter.contains("đề nghị quý đơn vị phối hợp") && !letter.contains("yêu cầu"), letter);
        ok(
                "meeting",
                "proposal",
                "answer",
                "PRO-2026-0001",
                "--result",
                "accepted",
                "--meeting",
                "MTG-2026-0001",
                "--as",
                "binh");
        run("meeting", "proposal", "answer", "PRO-2026-0001", "--result", "refused", "--text", "không", "--as", "binh")
                .ends(ExitCode.CONFLICT);
        ok("meeting", "close", "MTG-2026-0001", "--as", "chi").says("held");
        run("meeting", "proposal", "told", "PRO-2027-0009", "--as", "lan").ends(ExitCode.NOT_FOUND);
        ok("meeting", "plan", "core", "--date", "2027-01-12", "--reason", "bù", "--secretary", "hoa", "--as", "lan");
        ok("meeting", "prepare", "MTG-2027-0001").says("PRO-2026-0001: Lắp camera cổng phụ – accepted");
    }

    @Test
    void petitionsKeepTheirSourceAndInstructionsBecomeActions() throws IOException {
        Path source = Files.writeString(folder.resolve("who"), "Bà Tư tầng ba\n");
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
        ok("meeting", "petition", "add", "Xin thêm chỗ để xe", "--source-file", source.toString(), "--as", "hoa");
        for (Story.Run run : List.of(
                ok("meeting", "petition", "list"), ok("meeting", "petition", "list", "--json"), ok("ledger", "list"))) {
            assertFalse(run.out().contains("Bà Tư"), run.out());
        }
        run("meeting", "petition", "source", "PET-2026-0001", "--reason", "hỏi thêm", "--as", "hoa", "-n")
                .ends(ExitCode.DENIED);
        run("meeting", "petition", "told", "PET-2026-0001", "--how", "gặp", "--as", "hoa")
                .ends(ExitCode.REFUSED);
        ok(
                "meeting",
                "proposal",
                "add",
                "--kind",
                "wish",
                "--title",
                "Chỗ để xe",
                "--petition",
                "PET-2026-0001",
                "--as",
                "hoa");
        ok("meeting", "petition", "list").says("PRO-2026-0001");
        ok("meeting", "petition", "answer", "PET-2026-0001", "--text", "đã kẻ vạch", "--as", "binh");
        ok("meeting", "petition", "told", "PET-2026-0001", "--how", "gặp trực tiếp", "--as", "hoa");

        run("meeting", "supervise", "add", "Rà soát", "--kind", "instruction", "--as", "binh")
                .ends(ExitCode.USAGE);
        ok(
                        "meeting",
                        "supervise",
                        "add",
                        "Rà soát",
                        "--kind",
                        "instruction",
                        "--owner",
                        "nam",
                        "--due",
                        "2027-01-20",
                        "--document",
                        "12/KL",
                        "--as",
                        "binh")
                .says("ACT-2026-0001");
        ok(
                "meeting",
                "supervise",
                "add",
                "Cho mượn thang",
                "--kind",
                "support",
                "--division",
                "Hành chính",
                "--as",
                "binh");
        ok("meeting", "actions").says("12/KL");
    }

    @Test
    void aDraftIsEditedAndReadBackAndNothingIsLost() throws IOException {
        ok(
                "meeting",
                "plan",
                "urgent",
                "--date",
                "2026-12-27",
                "--place",
                "Phòng 1\n---\nentries: 9",
                "--secretary",
                "hoa",
                "--as",
                "lan");
        Path draft = folder.resolve("d.md");
        ok("meeting", "minutes", "MTG-2026-0001", "--draft", "-o", draft.toString());
        String text = Files.readString(draft)
                .replace("opened:", "opened: 2026-12-27 08:00")
                .replace("closed:", "closed: 2026-12-27 09:00")
                .replace("present:", "present:\n  - dung 08:10-08:50")
                .replace(
                        "## 2.",
                        "- dung: Nên khóa cổng\n- QUYẾT ĐỊNH: Khóa cổng (3/0/0)\n"
                                + "- VIỆC: Thay khóa | phụ trách: dung | hạn: 2027-01-15\n\n## 2.");
        Files.writeString(draft, text.replace("chair:", "chiar:") + "\nlạc\n");
        Map<String, String> before = story.files();
        run("meeting", "minutes", "--from", draft.toString(), "--as", "hoa")
                .ends(ExitCode.USAGE)
                .complains("line 4: there is no field chiar; did you mean chair?")
                .complains("not understood: lạc");
        assertEquals(before, story.files());
        Files.writeString(draft, text);
        ok("meeting", "minutes", "--from", draft.toString(), "--as", "hoa")
                .says("minutes drafted")
                .says("ACT-2026-0001");
        ok("meeting", "minutes", "--from", draft.toString(), "--as", "hoa").says("(unchanged)");

        Path first = folder.resolve("first.md");
        Path second = folder.resolve("second.md");
        ok("meeting", "minutes", "MTG-2026-0001", "--draft", "-o", first.toString());
        ok("meeting", "minutes", "MTG-2026-0001", "--draft", "-o", second.toString());
        Files.writeString(first, Files.readString(first).replace("Nên khóa cổng", "Nên khóa cả hai cổng"));
        Files.writeString(second, Files.readString(second).replace("(3/0/0)", "(2/1/0)"));
        ok("meeting", "diff", "MTG-2026-0001", "--file", first.toString())
                .says("+ ")
                .says("cả hai cổng");
        ok("meeting", "minutes", "--from", first.toString(), "--as", "hoa");
        run("meeting", "minutes", "--from", second.toString(), "--as", "lan")
                .ends(ExitCode.CONFLICT)
                .complains("Nên khóa cả hai cổng");
        String third =
                ok("meeting", "minutes", "MTG-2026-0001", "--draft").out().replace("(3/0/0)", "(2/1/0)");
        Files.writeString(second, third);
        ok("meeting", "minutes", "--from", second.toString(), "--as", "lan");
        ok("meeting", "show", "MTG-2026-0001").says("Khóa cổng (2/1/0)").says("Nên khóa cả hai cổng");
        ok("meeting", "verify", "MTG-2026-0001");
    }

    @Test
    void chairAndSecretarySignThePdfByTheirKeys() throws IOException {
        String passphrase = secret("a pass phrase of some length");
        for (String who : List.of("lan", "hoa", "dung")) {
            ok("extract", "key", "init", "--for", who, "--passphrase-file", passphrase, "--as", "lan");
        }
        ok("meeting", "plan", "huddle", "--date", "2026-12-28", "--at", "07:00", "--secretary", "hoa", "--as", "lan");
        ok("meeting", "open", "MTG-2026-0001", "--at", "-1h", "--as", "lan");
        ok("meeting", "close", "MTG-2026-0001", "--as", "lan");
        sign("lan", "lan", passphrase).ends(ExitCode.REFUSED).complains("not approved");
        ok("meeting", "approve", "MTG-2026-0001", "--as", "lan");
        sign("dung", "dung", passphrase).ends(ExitCode.REFUSED).complains("VG-MEETING-SIGNER");
        sign("hoa", "lan", passphrase).ends(ExitCode.DENIED);
        sign("hoa", "hoa", passphrase).ends(ExitCode.OK).says("minutes approved");
        sign("hoa", "hoa", passphrase).ends(ExitCode.OK).says("(unchanged)");
        run("meeting", "sign", "MTG-2026-0001", "--paper", "--scan", scan("z"), "--as", "lan")
                .ends(ExitCode.CONFLICT);
        run("meeting", "sign", "MTG-2026-0001", "--paper", "--as", "lan").ends(ExitCode.USAGE);
        sign("lan", "lan", passphrase).ends(ExitCode.OK).says("minutes signed");
        ok("meeting", "verify", "MTG-2026-0001").says("agrees with the ledger");
        byte[] pdf = Files.readAllBytes(folder.resolve("signed.pdf"));
        List<PdfSignatures.Found> found = PdfSignatures.signatures(pdf);
        assertEquals(
                List.of("Phạm Thu Hoa", "Trần Thị Lan"),
                found.stream().map(f -> f.name()).toList());
        assertTrue(found.stream().allMatch(PdfSignatures.Found::covers));
        try (var scans = Files.walk(folder.resolve("site"))) {
            Path kept = scans.filter(p -> p.toString().endsWith(".pdf"))
                    .filter(p -> p.toFile().length() == pdf.length)
                    .findFirst()
                    .orElseThrow();
            pdf[200] ^= 1;
            Files.write(kept, pdf);
        }
        run("meeting", "verify", "MTG-2026-0001").ends(ExitCode.NOT_GENUINE);
    }

    private Story.Run sign(String who, String key, String passphrase) {
        String file = folder.resolve("site/keys/" + key + ".p12").toString();
        return run(
                "meeting",
                "sign",
                "MTG-2026-0001",
                "--key",
                file,
                "--passphrase-file",
                passphrase,
                "-o",
                path("signed.pdf"),
                "--force",
                "--as",
                who);
    }

    private String secret(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("passphrase"), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    /** Every verb, given what belongs to another: not found, and nothing is written. */
    @Test
    void somebodyElsesObjectIsNotFound() {
        ok("meeting", "plan", "huddle", "--date", "2026-12-29", "--secretary", "hoa", "--as", "lan");
        ok("meeting", "action", "add", "x", "--owner", "hoa", "--due", "2027-01-09", "--as", "lan");
        ok("meeting", "proposal", "add", "--kind", "budget", "--title", "x", "--as", "hoa");
        ok("meeting", "petition", "add", "y", "--as", "hoa");
        Map<String, String> before = story.files();
        List<String> ids = List.of("MTG-2026-0001", "ACT-2026-0001", "PRO-2026-0001", "PET-2026-0001", "INC-2026-0001");
        List<String> verbs = new ArrayList<>();
        for (String id : ids) {
            if (!id.startsWith("MTG")) {
                verbs.addAll(List.of(
                        "show " + id,
                        "prepare " + id,
                        "invite " + id,
                        "postpone " + id + " --date 2027-01-09 --reason x",
                        "cancel " + id + " --reason x",
                        "open " + id,
                        "attend " + id + " hoa",
                        "item " + id + " x",
                        "note " + id + " x",
                        "decide " + id + " x",
                        "close " + id,
                        "minutes " + id,
                        "minutes " + id + " --draft",
                        "approve " + id,
                        "sign " + id + " --paper --scan x",
                        "issue " + id,
                        "erratum " + id + " --was a --is b --reason c",
                        "diff " + id,
                        "export " + id + " --paper minutes",
                        "action add z --owner hoa --due 2027-01-09 --meeting " + id,
                        "proposal add --kind budget --title z --meeting " + id));
            }
            if (!id.startsWith("ACT")) {
                verbs.addAll(List.of(
                        "action show " + id,
                        "action note " + id + " x",
                        "action done " + id + " --note x",
                        "action drop " + id + " --reason x",
                        "action move " + id + " --due 2027-01-10 --reason x",
                        "action assign " + id + " nam --reason x",
                        "action export " + id + " --issue"));
            }
            if (!id.startsWith("PRO")) {
                verbs.addAll(
                        List.of("proposal show " + id, "proposal told " + id, "proposal export " + id + " --issue"));
            }
            if (!id.startsWith("PET")) {
                verbs.addAll(List.of(
                        "petition told " + id + " --how x",
                        "proposal add --kind wish --title w --petition " + id,
                        "petition source " + id + " --reason x -n"));
            }
        }
        for (String verb : verbs) {
            run(("meeting " + verb + " --as lan").split(" ")).ends(ExitCode.NOT_FOUND);
        }
        for (String id : ids) {
            if (!id.startsWith("PRO")) {
                run("meeting", "proposal", "answer", id, "--result", "accepted", "--as", "binh")
                        .ends(ExitCode.NOT_FOUND);
            }
            if (!id.startsWith("PET")) {
                run("meeting", "petition", "answer", id, "--text", "x", "--as", "binh")
                        .ends(ExitCode.NOT_FOUND);
            }
        }
        run("meeting", "export", "MTG-2026-0001", "--paper", "invitation", "--issue", "-o", path("x"), "--as", "dung")
                .ends(ExitCode.DENIED);
        assertEquals(before, story.files());
    }

    @Test
    void whomABreachIsAboutIsNotReadOut() {
        ok("meeting", "proposal", "add", "--kind", "discipline", "--title", "Xử lý ông X", "--as", "lan");
        assertFalse(ok("report", "status").out().contains("ông X"));
        ok("meeting", "plan", "steering", "--secretary", "chi", "--as", "binh");
        assertFalse(ok("meeting", "prepare", "MTG-2026-0001")
                .says("PRO-2026-0001")
                .out()
                .contains("ông X"));
    }

    @Test
    void aDryRunWritesNothing() {
        ok("meeting", "plan", "huddle", "--date", "2026-12-29", "--secretary", "hoa", "--as", "lan");
        Map<String, String> before = story.files();
        ok("meeting", "plan", "core", "--as", "lan", "-n").says("MTG-2026-0002");
        ok("meeting", "cancel", "MTG-2026-0001", "--reason", "bận", "--as", "lan", "-n");
        ok("meeting", "invite", "MTG-2026-0001", "--as", "lan", "-n");
        ok("meeting", "proposal", "add", "--kind", "budget", "--title", "x", "--as", "hoa", "-n");
        ok("meeting", "action", "add", "x", "--owner", "hoa", "--due", "2027-01-09", "--as", "lan", "-n");
        assertEquals(before, story.files());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String scan(String name) throws IOException {
        Path file = folder.resolve(name + ".pdf");
        Files.writeString(file, "%PDF-1.4\n% " + name + "\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n");
        return file.toString();
    }
}
