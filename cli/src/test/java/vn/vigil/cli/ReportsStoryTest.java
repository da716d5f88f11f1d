package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** Reports as typed: from an empty store to a signed, numbered report and its second revision; and what goes wrong on the way. */
class ReportsStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void open() {
        story = new Story(folder.resolve("site"));
        clock("2026-01-05T01:00:00Z");
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
        member("binh", "Đỗ Quang Bình", "steering-head");
        member("phu", "Hoàng Văn Phú", "steering-deputy");
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

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String scan(String name) throws IOException {
        Path file = folder.resolve(name + ".pdf");
        Files.writeString(file, "%PDF-1.4\n% " + name + "\n%%EOF\n", StandardCharsets.ISO_8859_1);
        return file.toString();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hash(String period) {
        Matcher found = Pattern.compile("\"dataSha256\":\"([0-9a-f]{64})\"")
                .matcher(ok("report", "quarter", period, "--json").out());
        assertTrue(found.find());
        return found.group(1);
    }

    @Test
    void anEmptyStoreSaysWhatIsMissingAndNeverNought() throws IOException {
        clock("2026-04-07T02:00:00Z");
        Story.Run shown = ok(
                "report",
                "quarter",
                "2026-Q1",
                "--lang",
                "en",
                "--document-lang",
                "vi",
                "-o",
                file("q1"),
                "--format",
                "md,docx,pdf");
        shown.says("Nothing is asked of the board.")
                .says("nobody looked at them")
                .says("no request was ever filed");
        String text = Files.readString(folder.resolve("q1.md"));
        assertTrue(text.contains("chưa có số liệu"));
        assertEquals(
                8, text.split("chưa có số liệu \\| chưa có số liệu \\| Không đánh giá", -1).length - 1, "no nought");
        assertTrue(text.contains("Không có nội dung cần quyết định trong kỳ này."));
        ok("report", "quarter", "2026-Q1", "-o", file("q1"), "--format", "md").says("q1.md");
        run("report", "check", file("q1.docx")).ends(ExitCode.OK);
        ok("report", "explain", "incidents", "--period", "2026-Q1", "--lang", "en")
                .says("no data");
    }

    @Test
    void periodsThatAreNoneOrToComeAreRefusedAndRunningOnesSaySo() throws IOException {
        clock("2026-05-20T02:00:00Z");
        run("report", "quarter", "2026-Q9", "--lang", "en")
                .ends(ExitCode.USAGE)
                .complains("VG-REPORT-PERIOD")
                .complains("2026-Q3 for a quarter");
        run("report", "quarter", "2026-Q4", "--lang", "en")
                .ends(ExitCode.REFUSED)
                .complains("VG-REPORT-FUTURE");
        run("report", "year", "2027", "--lang", "en").ends(ExitCode.REFUSED).complains("vigil report year 2026");
        ok("report", "interim", "last", "--json").says("\"period\":\"2025-H2\"");
        run("report", "interim", "2026-Q1").ends(ExitCode.USAGE).complains("VG-REPORT-KIND");
        ok("report", "year", "last", "--json").says("\"period\":\"2025\"");
        run("report", "quarter", "2099-Q1", "--lang", "en")
                .ends(ExitCode.REFUSED)
                .complains("report quarter 2026-Q2");
        run("report", "quarter", "2026", "--lang", "en").ends(ExitCode.USAGE).complains("VG-REPORT-KIND");
        ok("report", "quarter", "2026-Q2", "--json").says("\"partial\":true").says("\"through\":\"2026-05-19\"");
        ok("report", "quarter", "2026-Q2", "--format", "md", "-o", file("part"));
        String part = Files.readString(folder.resolve("part.md"));
        assertTrue(part.contains("Kỳ báo cáo chưa kết thúc: số liệu tính đến hết ngày 19/05/2026"), part);
        assertFalse(part.contains("so với kỳ trước"), "a part is not held against a whole");
        run("report", "custom", "--from", "2026-03-01", "--to", "2026-02-01").ends(ExitCode.USAGE);
        run("report", "sign", "2026-Q2", "--paper", "--scan", "x.pdf", "--data", "000000000000", "--as", "lan")
                .ends(ExitCode.REFUSED);
        ok("report", "interim", "2026-H1", "--json").says("\"kind\":\"interim\"");
        ok("report", "custom", "--from", "2026-01-10", "--to", "2026-02-09", "--json")
                .says("2026-01-10..2026-02-09");
    }

    private void quarterWithRecords() {
        clock("2026-02-10T02:00:00Z");
        ok(
                "incident",
                "open",
                "--title",
                "Phạm Thu Hoa thấy người lạ leo rào",
                "--kind",
                "intrusion",
                "--at",
                "2026-02-10T08:40:00+07:00",
                "--place",
                "cổng sau",
                "--source",
                "watch",
                "--as",
                "hoa");
        ok(
                "meeting",
                "proposal",
                "add",
                "--title",
                "Thay đầu ghi cho Trần Thị Lan",
                "--kind",
                "budget",
                "--text",
                "Đầu ghi hỏng",
                "--item",
                "Đầu ghi|cái|1|12500000",
                "--as",
                "lan");
        ok("meeting", "action", "add", "Kiểm tra đèn cổng", "--owner", "hoa", "--due", "2026-02-20", "--as", "lan");
        ok(
                "report",
                "activity",
                "add",
                "Luật Phòng cháy và chữa cháy",
                "--kind",
                "legal-education",
                "--theme",
                "fire",
                "--people",
                "45",
                "--new",
                "30",
                "--as",
                "hoa");
        clock("2026-04-07T02:00:00Z");
    }

    @Test
    void aReportIsSignedNumberedVerifiedAndRevisedByLateData() throws IOException {
        quarterWithRecords();
        ok("report", "quarter", "2026-Q1", "--format", "json,md,docx,xlsx,csv,html", "-o", file("bc"))
                .says("Thay đầu ghi cho T.T.L.")
                .says("12,500,000 đồng");
        assertFalse(Files.readString(folder.resolve("bc.json")).contains("Trần Thị Lan"), "no name in the data either");
        String data = sha256(folder.resolve("bc.json"));
        assertEquals(hash("2026-Q1"), data, "sha256sum of the data is what the report prints");
        String draft = Files.readString(folder.resolve("bc.md"));
        assertTrue(draft.contains(data));
        for (String name : List.of("Trần Thị Lan thấy", "Phạm Thu Hoa thấy", "cho Trần Thị Lan")) {
            assertFalse(draft.contains(name), name);
        }
        assertTrue(Files.exists(folder.resolve("bc-figures.csv")));
        // Made again, nothing changes.
        ok("report", "quarter", "2026-Q1", "--format", "json,md,docx", "-o", file("bc"));

        String scan = scan("signed");
        run(
                        "report",
                        "sign",
                        "2026-Q1",
                        "--paper",
                        "--scan",
                        scan,
                        "--data",
                        "123456789abc",
                        "--as",
                        "lan",
                        "--lang",
                        "en")
                .ends(ExitCode.REFUSED)
                .complains("VG-REPORT-OTHER-DATA");
        run("report", "sign", "2026-Q1", "--paper", "--scan", scan, "--as", "lan")
                .ends(ExitCode.USAGE);
        run("report", "sign", "2026-Q1", "--paper", "--scan", scan, "--data", data.substring(0, 12), "--as", "hoa")
                .ends(ExitCode.DENIED);
        run("report", "issue", "2026-Q1", "--as", "lan").ends(ExitCode.NOT_FOUND);
        Map<String, String> before = story.files();
        ok(
                "report",
                "sign",
                "2026-Q1",
                "--paper",
                "--scan",
                scan,
                "--data",
                data.substring(0, 12),
                "--as",
                "lan",
                "--dry-run");
        assertEquals(before.keySet(), story.files().keySet(), "a rehearsal writes nothing");
        ok("report", "sign", "2026-Q1", "--paper", "--scan", scan, "--data", data.substring(0, 12), "--as", "lan")
                .says("RPT-2026-0001");
        ok("report", "sign", "2026-Q1", "--paper", "--scan", scan, "--data", data, "--as", "lan", "--lang", "en")
                .says("Unchanged");
        before = story.files();
        run("report", "sign", "2026-Q1", "--paper", "--scan", scan("other"), "--data", data, "--as", "lan")
                .ends(ExitCode.CONFLICT);
        assertEquals(before.keySet(), story.files().keySet(), "a refused scan is not kept");
        run("report", "issue", "2026-Q1", "--date", "2026-04-01", "--as", "lan").ends(ExitCode.USAGE);
        run(
                        "report",
                        "issue",
                        "2026-Q1",
                        "--number",
                        "123/BC-SKHĐT",
                        "--date",
                        "2026-04-07",
                        "--as",
                        "lan",
                        "--lang",
                        "en")
                .ends(ExitCode.OK)
                .says("123/BC-SKHĐT");
        ok("report", "issue", "2026-Q1", "--as", "lan", "--lang", "en").says("Unchanged");
        run("report", "issue", "2026-Q1", "--number", "124/BC-SKHĐT", "--as", "lan")
                .ends(ExitCode.CONFLICT);

        ok("report", "quarter", "2026-Q1", "--format", "docx,md,pdf", "-o", file("issued"));
        String issued = Files.readString(folder.resolve("issued.md"));
        assertTrue(issued.contains("number: 123/BC-SKHĐT") && issued.contains("date: 2026-04-07"), issued);
        assertTrue(issued.contains("Sổ cái tại thời điểm ký"), "the ledger's head is printed");
        ok("report", "verify", "2026-Q1", file("issued.docx"), file("issued.pdf"), scan, "--lang", "en")
                .says("is what was signed");
        Files.writeString(folder.resolve("issued.md"), issued.replace("Kiểm tra", "Kiem tra"));
        run("report", "verify", "2026-Q1", file("issued.md"), "--lang", "en")
                .ends(ExitCode.NOT_GENUINE)
                .says("is not revision 1");

        // Late data: the paper log of a session in March arrives in April.
        clock("2026-04-20T02:00:00Z");
        ok(
                "report",
                "activity",
                "add",
                "Nhắc khóa xe",
                "--kind",
                "reminder",
                "--theme",
                "traffic",
                "--date",
                "2026-03-12",
                "--people",
                "20",
                "--as",
                "hoa");
        assertNotEquals(data, hash("2026-Q1"));
        ok("report", "verify", "2026-Q1", "--lang", "en").says("make the next revision");
        ok("report", "quarter", "2026-Q1", "--format", "md", "-o", file("second"));
        String second = Files.readString(folder.resolve("second.md"));
        assertTrue(second.contains("Thay đổi so với bản trước"));
        assertTrue(second.contains("| Số lần đôn đốc, nhắc nhở | 0 | 1 |"), second.substring(second.length() - 900));
        String now = hash("2026-Q1");
        ok("report", "sign", "2026-Q1", "--paper", "--scan", scan("again"), "--data", now, "--as", "lan")
                .says("RPT-2026-0002");
        ok("report", "issue", "2026-Q1", "--as", "lan").says("01/BC-TNC");
        ok("report", "quarter", "2026-Q1", "--format", "md", "-o", file("first"), "--revision", "1");
        assertEquals(issued, Files.readString(folder.resolve("first.md")), "the first stays as issued");
        ok("report", "quarter", "2026-Q1", "--format", "json", "-o", file("first"), "--revision", "1");
        assertEquals(data, sha256(folder.resolve("first.json")), "so do its data");
        run("report", "quarter", "2026-Q1", "--format", "csv", "-o", file("first"), "--revision", "1")
                .ends(ExitCode.USAGE);
        ok("report", "quarter", "2026-Q1", "--json").says("\"revision\":2").says("\"number\":\"01/BC-TNC\"");
        run("report", "verify", "2026-Q1", "--revision", "3").ends(ExitCode.NOT_FOUND);
        ok("report", "register", "2026", "--format", "csv").says("123/BC-SKHĐT").says("01/BC-TNC");
        ok("report", "register", "2026", "--xlsx", file("so.xlsx"));
        assertTrue(Files.size(folder.resolve("so.xlsx")) > 1000);
    }

    @Test
    void aReportIsSignedByKeyWithinItsPdf() throws IOException {
        quarterWithRecords();
        String passphrase = file("passphrase");
        Files.writeString(Path.of(passphrase), "một mật khẩu đủ dài\n");
        Files.setPosixFilePermissions(
                Path.of(passphrase), java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        ok("extract", "key", "init", "--for", "lan", "--passphrase-file", passphrase, "--as", "lan");
        ok("extract", "key", "init", "--for", "hoa", "--passphrase-file", passphrase, "--as", "lan");
        Path keys = folder.resolve("site/keys");
        String own = keys.resolve("lan.p12").toString();
        run("report", "sign", "2026-Q1", "--key", own, "--passphrase-file", passphrase, "--as", "nam")
                .ends(ExitCode.REFUSED);
        ok(
                "report",
                "sign",
                "2026-Q1",
                "--key",
                own,
                "--passphrase-file",
                passphrase,
                "--as",
                "lan",
                "-o",
                file("ky.pdf"));
        ok("report", "issue", "2026-Q1", "--as", "lan");
        ok("report", "verify", "2026-Q1", file("ky.pdf"), "--lang", "en").says("is what was signed");
        byte[] bytes = Files.readAllBytes(folder.resolve("ky.pdf"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("ky2.pdf"), bytes);
        run("report", "verify", "2026-Q1", file("ky2.pdf")).ends(ExitCode.NOT_GENUINE);
        ok("report", "sign", "2026-Q1", "--key", own, "--passphrase-file", passphrase, "--as", "lan", "--lang", "en")
                .says("Unchanged");
    }

    @Test
    void theYearMustSayWhatWasNotDone() {
        quarterWithRecords();
        clock("2027-01-04T02:00:00Z");
        run("report", "year", "2026", "--lang", "en", "-o", file("nam"))
                .ends(ExitCode.REFUSED)
                .complains("VG-REPORT-YEAR")
                .complains("what was not done")
                .complains("report remark add 2026 --section next");
        run("report", "remark", "add", "2026", " ", "--section", "next", "--as", "lan")
                .ends(ExitCode.USAGE);
        ok("report", "remark", "add", "2026", "Chưa phủ bãi xe sau", "--section", "not-done", "--as", "lan");
        ok(
                        "report",
                        "remark",
                        "add",
                        "2026",
                        "Chưa phủ bãi xe sau",
                        "--section",
                        "not-done",
                        "--as",
                        "lan",
                        "--lang",
                        "en")
                .says("Unchanged");
        ok("report", "remark", "add", "2026", "Lắp thêm hai camera", "--section", "next", "--as", "lan");
        ok("report", "year", "2026", "-o", file("nam"), "--format", "md");
        ok("report", "remark", "list", "2026", "--json").says("RMK-2027-0002");
        ok("report", "remark", "withdraw", "RMK-2027-0002", "--reason", "nhầm", "--as", "lan");
        run("report", "year", "2026", "-o", file("nam2"), "--format", "md").ends(ExitCode.REFUSED);
    }

    @Test
    void theBriefIsOnePage() throws IOException {
        quarterWithRecords();
        ok("report", "brief", "2026-Q1", "--format", "pdf,docx", "-o", file("tt"));
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("tt.pdf").toFile())) {
            assertEquals(1, pdf.getNumberOfPages());
        }
    }

    @Test
    void papersBesideTheReportNameNobody() throws IOException {
        quarterWithRecords();
        for (String verb : List.of("notice", "police")) {
            ok("report", verb, "2026-Q1", "--format", "md,docx", "-o", file(verb), "--issue", "--as", "lan");
            String text = Files.readString(folder.resolve(verb + ".md"));
            assertFalse(text.contains("Hoa") || text.contains("người lạ"), verb);
            run("report", "check", file(verb + ".docx")).ends(ExitCode.OK);
        }
        ok("report", "notice", "2026-Q1", "--violations", "--format", "md", "-o", file("vp"));
        ok("report", "notice", "--remind", "fire", "--format", "md,docx", "-o", file("nn"));
        assertTrue(Files.readString(folder.resolve("nn.md")).contains("114"));
        run("report", "notice", "--remind", "fire", "--violations").ends(ExitCode.USAGE);
        ok("report", "plan", "2026-Q2", "--format", "md", "-o", file("ct"), "--issue", "--as", "lan");
        assertTrue(Files.readString(folder.resolve("ct.md")).contains("Họp Tổ nòng cốt (2026-Q2)"));
        ok("report", "submission", "PRO-2026-0001", "--format", "md", "-o", file("ttr"));
        assertTrue(Files.readString(folder.resolve("ttr.md")).contains("Mười hai triệu năm trăm nghìn đồng"));
        run("report", "commend", "PRO-2026-0001").ends(ExitCode.USAGE);
    }

    @Test
    void namesStandInFullOnlyByPowerAndReasonAndTheLedgerKnows() throws IOException {
        quarterWithRecords();
        run("report", "quarter", "2026-Q1", "--names", "--as", "lan").ends(ExitCode.USAGE);
        run("report", "quarter", "2026-Q1", "--names", "--reason", "x", "--as", "hoa")
                .ends(ExitCode.DENIED);
        ok(
                "report",
                "quarter",
                "2026-Q1",
                "--names",
                "--reason",
                "Ban Giám đốc yêu cầu",
                "--as",
                "lan",
                "--format",
                "md",
                "-o",
                file("day-du"));
        String text = Files.readString(folder.resolve("day-du.md"));
        assertTrue(text.contains("mark: LƯU HÀNH NỘI BỘ") && text.contains("Trần Thị Lan"));
        ok("ledger", "list", "--json").says("report.unmask").says("Ban Giám đốc yêu cầu");
    }

    @Test
    void whatFallsDueEndsWithTheCodesOfChecks() {
        clock("2026-01-05T02:00:00Z");
        // Soon; and no report is due on a time before the site was tracked.
        run("report", "due", "--lang", "en")
                .ends(ExitCode.FAILED)
                .says("core-meeting")
                .saysNot("2025-Q4");
        // Before the site was tracked nothing is overdue.
        ok("report", "due", "--year", "2025").withoutOutput();
        run("report", "due", "--year", "2025", "--all", "--json")
                .ends(ExitCode.OK)
                .says("not-tracked");
        clock("2026-04-20T02:00:00Z");
        Story.Run due = run("report", "due", "--json");
        due.ends(ExitCode.CRITICAL)
                .says("\"duty\":\"core-meeting\"")
                .says("\"duty\":\"quarter-report\"")
                .says("\"recommended\":true");
        run("report", "due", "--year", "99").ends(ExitCode.UNKNOWN);
        story.world().environment("VIGIL_DUTY_RECOMMENDED", "false");
        run("report", "due", "--json").saysNot("\"recommended\":true");
    }

    @Test
    void aNewYearBegins() {
        clock("2026-12-20T02:00:00Z");
        ok("year", "open", "2027", "--lang", "en")
                .says("begin at 01")
                .says("core-meeting")
                .says("2027");
        ok("year", "open", "2027", "--json").says("\"duties\"").says("holidaysMissing");
        run("year", "open", "1").ends(ExitCode.USAGE);
    }

    @Test
    void activitiesPledgesAndCriteriaAreKept() throws IOException {
        clock("2026-03-10T02:00:00Z");
        run("report", "activity", "add", "Họp", "--kind", "propaganda", "--people", "5", "--new", "9", "--as", "hoa")
                .ends(ExitCode.USAGE);
        run("report", "activity", "add", "Họp", "--kind", "propaganda", "--date", "2026-03-11", "--as", "hoa")
                .ends(ExitCode.USAGE);
        ok("report", "activity", "add", "Họp", "--kind", "propaganda", "--people", "9", "--as", "hoa")
                .says("ACV-2026-0001");
        ok("report", "activity", "add", "Họp", "--kind", "propaganda", "--people", "9", "--as", "hoa", "--json")
                .says("unchanged");
        ok("report", "activity", "correct", "ACV-2026-0001", "--people", "12", "--reason", "đếm lại", "--as", "hoa");
        ok("report", "activity", "list", "--json").says("\"people\":12");
        run("report", "activity", "correct", "PLG-2026-0001", "--people", "1", "--reason", "x", "--as", "hoa")
                .ends(ExitCode.NOT_FOUND);
        ok(
                        "report",
                        "pledge",
                        "add",
                        "Bùi Văn Tám",
                        "Cao Thị Chín",
                        "--division",
                        "Văn phòng",
                        "--as",
                        "hoa",
                        "--lang",
                        "en")
                .says("2 new pledges");
        ok("report", "pledge", "add", "bui van tam", "--division", "Văn phòng", "--as", "hoa", "--lang", "en")
                .says("0 new pledges");
        ok("report", "pledge", "withdraw", "PLG-2026-0001", "--reason", "ghi nhầm", "--as", "hoa");
        ok("report", "pledge", "list", "--year", "2026").says("Cao Thị Chín").saysNot("Bùi Văn Tám");
        ok("report", "pledge", "form", "2026", "--format", "md,pdf", "-o", file("ck"));

        Path list = folder.resolve("tc.csv");
        Files.writeString(list, "Mã,Nội dung,Điểm\nTC1,Không có tội phạm,60\nTC2,\"Camera hoạt động, đủ\",0\n");
        run("report", "criteria", "import", list.toString(), "--title", "Tiêu chí", "--as", "lan", "--lang", "en")
                .ends(ExitCode.USAGE)
                .complains("line 3");
        Files.writeString(list, "Mã,Nội dung,Điểm\nTC1,Không có tội phạm,60\nTC2,\"Camera hoạt động, đủ\",40\n");
        ok("report", "criteria", "import", list.toString(), "--title", "Tiêu chí", "--as", "lan");
        ok("report", "criteria", "import", list.toString(), "--title", "Tiêu chí", "--as", "lan", "--json")
                .says("unchanged");
        run("report", "criteria", "score", "2026", "TC2", "41", "--as", "lan").ends(ExitCode.USAGE);
        run("report", "criteria", "score", "2026", "TC9", "1", "--as", "lan").ends(ExitCode.NOT_FOUND);
        ok("report", "criteria", "score", "2026", "TC1", "60", "--as", "lan", "--lang", "en")
                .says("60/100")
                .says("1 not scored");
        ok("report", "criteria", "score", "2026", "TC2", "35", "--note", "hai lần mất hình", "--as", "lan");
        ok("report", "criteria", "show", "2026", "--json").says("\"given\":95").says("\"open\":0");
        ok("report", "criteria", "export", "2026", "--format", "md", "-o", file("tc"));
        assertTrue(Files.readString(folder.resolve("tc.md")).contains("**95**"));
        run("report", "criteria", "export", "2025").ends(ExitCode.NOT_FOUND);
    }

    @Test
    void aBrokenTemplateIsNamedByItsLineAndTheShippedOneOffered() throws IOException {
        clock("2026-04-07T02:00:00Z");
        Path templates = Files.createDirectories(folder.resolve("site/config/templates"));
        Files.writeString(templates.resolve("report-period.vi.md"), "---\nkind: BÁO CÁO\n---\n\n{{ nothing }}\n");
        run("report", "quarter", "2026-Q1", "-o", file("x"))
                .ends(ExitCode.USAGE)
                .complains("report-period.vi.md")
                .complains("5");
        assertFalse(Files.exists(folder.resolve("x.docx")));
    }

    @Test
    void explainShowsRuleRowsAndWhatIsLeftOut() {
        quarterWithRecords();
        ok("report", "explain", "--json").says("\"id\":\"watch-kept\"").says("\"formula\"");
        ok("report", "explain", "first-action", "--period", "2026-Q1", "--lang", "en")
                .says("nothing was done yet")
                .says("INC-2026-0001");
        run("report", "explain", "availabilty", "--lang", "en")
                .ends(ExitCode.NOT_FOUND)
                .complains("nearest: availability");
    }

    @Test
    void everyClauseIsServed() {
        ok("help", "clauses", "--json").says("\"8.4f\"").saysNot("planned");
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesNothingHalfMade() throws IOException {
        clock("2026-04-07T02:00:00Z");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path there = Files.writeString(locked.resolve("bc.pdf"), "something else");
        run("report", "quarter", "2026-Q1", "-o", locked.resolve("bc").toString(), "--lang", "en")
                .ends(ExitCode.CONFLICT)
                .complains("bc.pdf");
        assertFalse(Files.exists(locked.resolve("bc.docx")), "all or none");
        assertEquals("something else", Files.readString(there));
        run("report", "quarter", "2026-Q1", "-o", folder.resolve("nowhere/bc").toString(), "--lang", "en")
                .ends(ExitCode.FAILED)
                .complains("nowhere");
    }

    @Test
    void theDraftIsMailedOnceToThoseWhoCompileAndSign() {
        clock("2026-04-02T02:00:00Z");
        // The working day before the core team meets on 6 April is Friday the third.
        Story.Run early = ok("report", "quarter", "2026-Q1", "--if-due", "--mail", "-o", file("m"), "--lang", "en");
        early.complains("not due today (2026-04-03)").withoutOutput();
        assertFalse(Files.exists(folder.resolve("m.docx")));
        clock("2026-04-03T02:00:00Z");
        ok("report", "quarter", "2026-Q1", "--if-due", "--mail", "-o", file("m"), "--lang", "en")
                .complains("Nobody to mail it to");
        story.world().environment("VIGIL_MAIL_HOST", "192.0.2.1");
        story.world().environment("VIGIL_MAIL_FROM", "vigil@example.vn");
        ok("roster", "member", "correct", "lan", "--email", "lan@example.vn", "--reason", "mới có", "--as", "lan");
        ok("report", "quarter", "2026-Q1", "--mail", "-o", file("m"), "--force", "--lang", "en", "--dry-run")
                .complains("The draft goes to: lan");
    }

    @Test
    void minutesNameTheReportThatWasIssued() throws IOException {
        quarterWithRecords();
        String data = hash("2026-Q1");
        ok("report", "sign", "2026-Q1", "--scan", scan("ky"), "--data", data, "--as", "lan");
        ok("report", "issue", "2026-Q1", "--as", "lan");
        ok(
                "meeting",
                "plan",
                "core",
                "--quarter",
                "2026-Q2",
                "--date",
                "2026-04-07",
                "--secretary",
                "hoa",
                "--as",
                "lan",
                "--reason",
                "chờ báo cáo");
        ok("meeting", "open", "MTG-2026-0001", "--at", "-1h", "--as", "lan");
        ok("meeting", "close", "MTG-2026-0001", "--as", "lan");
        ok("meeting", "approve", "MTG-2026-0001", "--as", "lan");
        ok("meeting", "minutes", "MTG-2026-0001", "--format", "md", "-o", file("bb"));
        String minutes = Files.readString(folder.resolve("bb.md"));
        assertTrue(minutes.contains("01/BC-TNC (SHA-256 " + data + ")"), minutes);
    }
}
