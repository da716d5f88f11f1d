package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** People, whom they stand in for, what they prove and whom they call, from the command line. It is Monday 2 March 2026, 14:05. */
class PeopleStoryTest {
    private static final String[] DELEGATE = {
        "roster",
        "delegate",
        "add",
        "--from-person",
        "minh",
        "--to-person",
        "tam",
        "--office",
        "steering-head",
        "--scope",
        "sign,chair",
        "--until",
        "2026-06-30",
        "--basis",
        "Giấy ủy quyền 12/UQ ngày 01/3/2026",
        "--as",
        "minh"
    };

    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        run("init", "--no-input").ends(ExitCode.OK);
        join("lan", "Nguyễn Thị Lan", "team-leader");
        join("dung", "Phạm Văn Dũng", "team-deputy");
        join("hoa", "Trần Thị Hoa", "team-member");
        join("minh", "Lê Minh", "steering-head");
        join("tam", "Võ Thị Tâm", "steering-deputy");
        join("quan-tri", "Đỗ Quản Trị", "administrator");
    }

    private void join(String id, String name, String office) {
        run("roster", "member", "add", id, "--name", name, "--office", office).ends(ExitCode.OK);
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static List<String> keys(String json) throws IOException {
        List<String> keys = new ArrayList<>();
        try (JsonParser p = new JsonFactory().createParser(json)) {
            for (JsonToken t = p.nextToken(); t != null; t = p.nextToken()) {
                if (t == JsonToken.FIELD_NAME && !keys.contains(p.currentName())) {
                    keys.add(p.currentName());
                }
            }
        }
        return keys;
    }

    @Test
    void officesAreGivenAndTakenByDateAndMembershipsEnd() {
        String[] appoint = {
            "roster",
            "member",
            "appoint",
            "hoa",
            "--office",
            "secretary",
            "--from",
            "2026-03-02",
            "--until",
            "2026-12-31",
            "--as",
            "lan"
        };
        run(appoint).ends(ExitCode.OK).withoutComplaint().says("appointed: Trần Thị Hoa (hoa)");
        run(with(appoint, "--lang", "vi")).ends(ExitCode.OK).says("không thay đổi");
        run("roster", "member", "appoint", "hoa", "--office", "secretary", "--from", "2026-05-01", "--as", "lan")
                .ends(ExitCode.CONFLICT)
                .complains("VG-PEOPLE-HELD")
                .complains("roster member relieve hoa --office secretary");
        run(
                        "roster",
                        "member",
                        "appoint",
                        "hoa",
                        "--office",
                        "secretary",
                        "--from",
                        "2025-01-01",
                        "--until",
                        "2025-02-01",
                        "--as",
                        "lan")
                .ends(ExitCode.REFUSED)
                .complains("VG-PEOPLE-NOT-THEN");
        run("roster", "member", "appoint", "hoa", "--office", "board", "--as", "hoa")
                .ends(ExitCode.DENIED);
        run("roster", "member", "relieve", "hoa", "--office", "secretary", "--on", "2026-03-31", "--as", "lan")
                .ends(ExitCode.OK)
                .says("relieved: Trần Thị Hoa");
        run("roster", "member", "relieve", "hoa", "--office", "board", "--as", "lan")
                .ends(ExitCode.NOT_FOUND);
        run("roster", "member", "end", "hoa", "--on", "2026-03-31", "--reason", "chuyển công tác", "--as", "lan")
                .ends(ExitCode.OK)
                .says("membership ended: Trần Thị Hoa");
        story.world().pass(Duration.ofDays(40));
        run("roster", "member", "list").saysNot("hoa");
        run("roster", "member", "list", "--all").says("hoa\tTrần Thị Hoa\t-\t-\t2026-03-02\t2026-03-31\tstaff\n");
    }

    @Test
    void membersAreFoundWithoutAccentsAndListedByGivenName() {
        run("roster", "member", "list").ends(ExitCode.OK).says("dung\tPhạm Văn Dũng");
        assertEquals(
                List.of("dung", "hoa", "lan", "minh", "tam", "quan-tri"),
                run("roster", "member", "list")
                        .out()
                        .lines()
                        .map(l -> l.split("\t")[0])
                        .toList());
        run("roster", "member", "list", "thi")
                .says("hoa")
                .says("lan")
                .says("tam")
                .saysNot("dung");
        run("roster", "member", "list", "DUNG").says("Phạm Văn Dũng").saysNot("hoa");
        run("roster", "member", "list", "xyz").ends(ExitCode.OK).withoutOutput();
    }

    @Test
    void guardsConsentAndOfficeHoursAreKept() throws IOException {
        run(
                        "roster",
                        "member",
                        "add",
                        "bao-ve-1",
                        "--name",
                        "Bùi Văn Bảo",
                        "--kind",
                        "guard",
                        "--consent",
                        "2026-01-05",
                        "--as",
                        "lan")
                .ends(ExitCode.OK);
        run("roster", "member", "show", "bao-ve-1", "--lang", "vi")
                .says("bảo vệ cơ quan")
                .says("2026-01-05");
        run("roster", "member", "correct", "bao-ve-1", "--consent", "", "--reason", "rút lại", "--as", "lan")
                .ends(ExitCode.OK);
        String shown = run("roster", "member", "show", "bao-ve-1", "--json").out();
        assertTrue(shown.contains("\"consent\":null") && shown.contains("\"kind\":\"guard\""), shown);
        run("roster", "member", "hours", "hoa", "T2-T6 7:30-11:30,13:00-17:00", "--as", "lan")
                .ends(ExitCode.OK)
                .says("office hours set");
        run("roster", "member", "show", "hoa").says("Mon-Fri 07:30-11:30 13:00-17:00");
        run("roster", "member", "hours", "hoa", "Mon-Fri 17:00-08:00", "--as", "lan")
                .ends(ExitCode.USAGE)
                .complains("VG-PEOPLE-HOURS");
        run("roster", "member", "hours", "hoa", "default", "--as", "lan").ends(ExitCode.OK);
        run("roster", "member", "show", "hoa").says("the site's");
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "changed",
                        "dryRun",
                        "member",
                        "id",
                        "name",
                        "phone",
                        "email",
                        "language",
                        "login",
                        "from",
                        "until",
                        "certificateSha256",
                        "kind",
                        "consent",
                        "officeHours",
                        "offices",
                        "office",
                        "title"),
                keys(run("roster", "member", "hours", "hoa", "none", "--as", "lan", "--json")
                        .out()));
    }

    @Test
    void anImportTellsEveryFaultAtOnceAndWritesNothing() throws IOException {
        Path broken = file(
                "broken.csv",
                "id,name,phone,offices,from,language,kind,login\n"
                        + ",Nguyễn Văn An,,team-leadr,,,,\n"
                        + ",Nguyễn Văn An,,,,,,\n"
                        + "B B,Lê Bình,abc,,30/2/2026,fr,robot,\n"
                        + "c,,,,2026-02-30,,,\n"
                        + "d,Đào Đức,,,,,,x\n"
                        + "d,Đào Đức Hai,,,,,,x\n"
                        + "e,Ê,,,,,,,thừa\n");
        Map<String, String> before = story.files();
        Story.Run faults = run("roster", "member", "import", broken.toString(), "--as", "lan");
        faults.ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("line 2, offices: there is no office \"team-leadr\"; did you mean \"team-leader\"?")
                .complains("line 2, id: several people are called Nguyễn Văn An")
                .complains("line 3, id: several people are called Nguyễn Văn An")
                .complains("line 4, id:")
                .complains("line 4, phone:")
                .complains("line 4, from: \"30/2/2026\"")
                .complains("line 4, language:")
                .complains("line 4, kind:")
                .complains("line 5, name:")
                .complains("line 5, from: \"2026-02-30\"")
                .complains("line 7, id: \"d\" stands in line 6 already")
                .complains("line 7, login:")
                .complains("line 8, …:");
        assertEquals(before.keySet(), story.files().keySet());
        run("roster", "member", "list", "--all").saysNot("Bình").saysNot("Đức");
        run("roster", "member", "import", file("header.csv", "idd;namme\n").toString(), "--as", "lan")
                .ends(ExitCode.USAGE)
                .complains("did you mean \"id\"?")
                .complains("line 1, name: it must be given");
        run("roster", "member", "import", folder.resolve("none.csv").toString(), "--as", "lan")
                .ends(ExitCode.NOT_FOUND);
        run("roster", "member", "import", broken.toString(), "--as", "hoa").ends(ExitCode.DENIED);
        run("roster", "member", "import", "--as", "lan").ends(ExitCode.USAGE);
    }

    @Test
    void aSpreadsheetsFileIsTakenOnceWhateverItsFormAndComesBackByExport() throws IOException {
        String name = Normalizer.normalize("Nguyễn Văn Ẩn", Normalizer.Form.NFD);
        Path list = folder.resolve("list.csv");
        Files.write(
                list,
                ("\ufeffid;name;phone;offices;kind;consent\r\n;" + name
                                + ";'+84 912 000 111;\"Tổ phó Tổ nòng cốt\";staff;2026-01-02\r\n"
                                + "bao-ve;Bùi Bảo;0912 000 222;;guard;\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        run("roster", "member", "import", list.toString(), "--as", "lan", "--dry-run")
                .ends(ExitCode.OK)
                .says("2 people would be added, 0 unchanged");
        run("roster", "member", "list").saysNot("bao-ve");
        run("roster", "member", "import", list.toString(), "--as", "lan")
                .ends(ExitCode.OK)
                .says("2 people added, 0 unchanged");
        run("roster", "member", "import", list.toString(), "--as", "lan", "--lang", "vi")
                .says("đã thêm 0 người, 2 người không thay đổi");
        run("roster", "member", "show", "nguyen-van-an").says("Nguyễn Văn Ẩn").says("+84 912 000 111");
        String exported = run("roster", "member", "export").out();
        assertTrue(
                exported.startsWith("id,name,phone,email,login,offices,from,until,language,kind,consent\r\n"),
                exported);
        assertTrue(
                exported.contains(
                        "nguyen-van-an,Nguyễn Văn Ẩn,'+84 912 000 111,,,team-deputy,2026-03-02,,,staff,2026-01-02\r\n"),
                exported);
        run("roster", "member", "import", file("again.csv", exported).toString(), "--as", "lan")
                .ends(ExitCode.OK)
                .says("0 people added, 8 unchanged");
        run(
                        "roster",
                        "member",
                        "import",
                        file("other.csv", "id,name\nhoa,Trần Thị Hoà\n").toString(),
                        "--as",
                        "lan")
                .ends(ExitCode.CONFLICT)
                .complains("hoa: name: there \"Trần Thị Hoa\", given \"Trần Thị Hoà\"");
        run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aCertificateIsRecordedForOneMemberOnly() throws IOException {
        run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
        String pem = story.home().resolve("trust/root.pem").toString();
        String[] enrol = {"roster", "member", "enrol", "hoa", "--certificate", pem, "--as", "lan"};
        run(with(enrol, "--dry-run")).ends(ExitCode.OK).says("would be recorded");
        run(enrol).ends(ExitCode.OK).says("the certificate of Trần Thị Hoa (hoa) is recorded");
        run(with(enrol, "--lang", "vi")).ends(ExitCode.OK).says("không thay đổi");
        run("roster", "member", "enrol", "minh", "--certificate", pem, "--as", "lan")
                .ends(ExitCode.CONFLICT);
        run("roster", "member", "enrol", "hoa", "--certificate", pem, "--as", "hoa")
                .ends(ExitCode.DENIED);
        run(
                        "roster",
                        "member",
                        "enrol",
                        "hoa",
                        "--certificate",
                        file("x.pem", "x").toString(),
                        "--as",
                        "lan")
                .ends(ExitCode.USAGE);
        assertTrue(run("roster", "member", "show", "hoa", "--json").out().contains("\"certificateSha256\":\""));
    }

    @Test
    void aPinIsSetFromAFileProvesAndIsResetByTwo() throws IOException {
        Path pin = file("pin", "2580\n");
        run("roster", "member", "pin", "set", "hoa", "--as", "hoa")
                .ends(ExitCode.USAGE)
                .complains("--pin-file");
        run(
                        "roster",
                        "member",
                        "pin",
                        "set",
                        "hoa",
                        "--pin-file",
                        file("weak", "1234").toString(),
                        "--as",
                        "hoa")
                .ends(ExitCode.USAGE)
                .complains("VG-PEOPLE-PIN-WEAK");
        run("roster", "member", "pin", "set", "hoa", "--pin-file", pin.toString(), "--as", "dung", "--dry-run")
                .ends(ExitCode.OK)
                .says("would be set");
        run("roster", "member", "pin", "set", "minh", "--pin-file", pin.toString(), "--as", "hoa")
                .ends(ExitCode.DENIED);
        run("roster", "member", "pin", "set", "hoa", "--pin-file", pin.toString(), "--as", "hoa")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("the PIN of hoa is set");
        run("roster", "member", "pin", "set", "hoa", "--pin-file", pin.toString(), "--as", "hoa")
                .ends(ExitCode.DENIED)
                .complains("--old-pin-file");
        Path loose = file("loose", "2580");
        Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rw-r--r--"));
        run(
                        "roster",
                        "member",
                        "pin",
                        "set",
                        "hoa",
                        "--pin-file",
                        pin.toString(),
                        "--old-pin-file",
                        loose.toString(),
                        "--as",
                        "hoa")
                .ends(ExitCode.DENIED);
        run(
                        "roster",
                        "member",
                        "pin",
                        "set",
                        "hoa",
                        "--pin-file",
                        file("next", "8520").toString(),
                        "--old-pin-file",
                        pin.toString(),
                        "--as",
                        "hoa")
                .ends(ExitCode.OK);

        String[] reset = {"roster", "member", "pin", "reset", "hoa", "--reason", "quên mã", "--as", "lan"};
        run("roster", "member", "pin", "confirm", "hoa", "--as", "quan-tri").ends(ExitCode.NOT_FOUND);
        run("roster", "member", "pin", "reset", "hoa", "--reason", "quên mã", "--as", "dung")
                .ends(ExitCode.DENIED);
        run(with(reset, "--lang", "vi")).ends(ExitCode.OK).says("đã đề nghị xóa mã PIN của hoa");
        run(reset).ends(ExitCode.OK).says("unchanged");
        run("roster", "member", "pin", "confirm", "hoa", "--as", "lan").ends(ExitCode.DENIED);
        run("roster", "member", "pin", "confirm", "hoa", "--as", "quan-tri", "--json")
                .ends(ExitCode.OK)
                .says("\"outcome\":\"written\"");
        run("roster", "member", "pin", "set", "hoa", "--pin-file", pin.toString(), "--as", "hoa")
                .ends(ExitCode.OK);
        for (String secret : List.of("2580", "8520")) {
            assertFalse(run("roster", "member", "show", "hoa", "--json").out().contains(secret));
        }
    }

    @Test
    void absencesAreWrittenByOneselfOrTheLeaderCorrectedAndEnded() throws IOException {
        String[] add = {
            "roster",
            "absence",
            "add",
            "lan",
            "--from",
            "2026-03-05",
            "--until",
            "2026-03-08",
            "--kind",
            "mission",
            "--as",
            "lan"
        };
        run(add).ends(ExitCode.OK)
                .withoutComplaint()
                .says("ABS-2026-0001 is on record: lan is away from 2026-03-05T00:00:00+07:00 to 2026-03-09T00:00:00");
        run(with(add, "--lang", "vi")).ends(ExitCode.OK).says("không thay đổi ABS-2026-0001");
        run(
                        "roster",
                        "absence",
                        "add",
                        "lan",
                        "--from",
                        "2026-03-08",
                        "--until",
                        "2026-03-10",
                        "--kind",
                        "sick",
                        "--as",
                        "lan")
                .ends(ExitCode.CONFLICT)
                .complains("ABS-2026-0001");
        run("roster", "absence", "add", "lan", "--kind", "sick", "--as", "hoa").ends(ExitCode.DENIED);
        run("roster", "absence", "add", "hoa", "--as", "hoa")
                .ends(ExitCode.USAGE)
                .complains("--reason or --kind");
        run(
                        "roster",
                        "absence",
                        "add",
                        "hoa",
                        "--kind",
                        "sick",
                        "--from",
                        "2026-03-05",
                        "--to",
                        "2026-03-05",
                        "--as",
                        "hoa")
                .ends(ExitCode.USAGE);
        run(
                        "roster",
                        "absence",
                        "add",
                        "hoa",
                        "--kind",
                        "sick",
                        "--to",
                        "2026-03-05",
                        "--until",
                        "2026-03-05",
                        "--as",
                        "hoa")
                .ends(ExitCode.USAGE);
        run("roster", "absence", "add", "hoa", "--reason", "việc nhà", "--as", "hoa", "--dry-run")
                .says("would be on record");
        run("roster", "absence", "add", "hoa", "--reason", "việc nhà", "--as", "hoa")
                .says("ABS-2026-0002");
        run(
                        "roster",
                        "absence",
                        "correct",
                        "ABS-2026-0001",
                        "--until",
                        "2026-03-09",
                        "--reason",
                        "nhầm ngày",
                        "--as",
                        "dung")
                .ends(ExitCode.OK)
                .says("2026-03-10T00:00:00");
        run("roster", "absence", "end", "ABS-2026-0002", "--as", "hoa").ends(ExitCode.OK);
        run("roster", "absence", "end", "ABS-2026-0002", "--as", "hoa").says("unchanged");
        run("roster", "absence", "end", "ABS-2026-0009", "--as", "hoa").ends(ExitCode.NOT_FOUND);
        run("roster", "absence", "list").says("ABS-2026-0001\tlan\tmission\t").saysNot("ABS-2026-0002");
        run("roster", "absence", "list", "--all", "--person", "tran thi hoa")
                .says("việc nhà")
                .saysNot("0001");
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "absences",
                        "id",
                        "person",
                        "kind",
                        "from",
                        "to",
                        "reason",
                        "enteredAt",
                        "enteredBy"),
                keys(run("roster", "absence", "list", "--json").out()));
    }

    @Test
    void aDelegationIsWrittenLimitedAndNeverHandedOn() throws IOException {
        run(
                        "roster",
                        "delegate",
                        "add",
                        "--from-person",
                        "minh",
                        "--to-person",
                        "tam",
                        "--office",
                        "steering-head",
                        "--as",
                        "minh")
                .ends(ExitCode.USAGE)
                .complains("--scope: it must be given")
                .complains("--until: it must be given")
                .complains("--basis: it must be given");
        run(with(DELEGATE, "--dry-run")).ends(ExitCode.OK).says("would be on record");
        run(DELEGATE).ends(ExitCode.OK).withoutComplaint().says("DEL-2026-0001 is on record: minh to tam");
        run(with(DELEGATE, "--lang", "vi")).ends(ExitCode.OK).says("không thay đổi DEL-2026-0001");
        run(
                        "roster",
                        "delegate",
                        "add",
                        "--from-person",
                        "tam",
                        "--to-person",
                        "hoa",
                        "--office",
                        "steering-head",
                        "--scope",
                        "sign",
                        "--until",
                        "2026-04-30",
                        "--basis",
                        "miệng",
                        "--as",
                        "tam")
                .ends(ExitCode.REFUSED)
                .complains("VG-PEOPLE-HANDED-ON");
        run(
                        "roster",
                        "delegate",
                        "add",
                        "--from-person",
                        "minh",
                        "--to-person",
                        "hoa",
                        "--office",
                        "steering-head",
                        "--scope",
                        "sgn,run-extraction",
                        "--until",
                        "2028-01-01",
                        "--basis",
                        "13/UQ",
                        "--as",
                        "minh")
                .ends(ExitCode.USAGE)
                .complains("did you mean \"sign\"?")
                .complains("\"run-extraction\" is no power of the office")
                .complains("at most 366 days");
        run(
                        "roster",
                        "delegate",
                        "add",
                        "--from-person",
                        "hoa",
                        "--to-person",
                        "dung",
                        "--office",
                        "board",
                        "--scope",
                        "all",
                        "--until",
                        "2026-04-30",
                        "--basis",
                        "x",
                        "--as",
                        "lan")
                .ends(ExitCode.REFUSED);
        run(
                        "roster",
                        "delegate",
                        "add",
                        "--from-person",
                        "minh",
                        "--to-person",
                        "lan",
                        "--office",
                        "steering-head",
                        "--scope",
                        "all",
                        "--until",
                        "2026-04-30",
                        "--basis",
                        "x",
                        "--as",
                        "lan")
                .ends(ExitCode.REFUSED)
                .complains("VG-PEOPLE-OWN-DELEGATION");
        run("roster", "delegate", "list").says("DEL-2026-0001\tsteering-head\tminh\ttam\tchair sign\t2026-03-02");
        run(
                        "roster",
                        "delegate",
                        "correct",
                        "DEL-2026-0001",
                        "--until",
                        "2026-07-31",
                        "--reason",
                        "nhầm hạn",
                        "--as",
                        "minh")
                .ends(ExitCode.OK)
                .says("2026-07-31");
        run("roster", "delegate", "end", "DEL-2026-0001", "--reason", "đã về", "--as", "hoa")
                .ends(ExitCode.DENIED);
        run("roster", "delegate", "end", "DEL-2026-0001", "--reason", "đã về", "--as", "minh")
                .ends(ExitCode.OK);
        story.world().pass(Duration.ofDays(1));
        run("roster", "delegate", "list").ends(ExitCode.OK).withoutOutput();
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "delegations",
                        "id",
                        "office",
                        "fromPerson",
                        "toPerson",
                        "from",
                        "until",
                        "basis",
                        "scope"),
                keys(run("roster", "delegate", "list", "--all", "--json").out()));
    }

    /** The table of docs/design/powers.md names each of these verbs once, and no other. */
    @Test
    void theTableOfPowersNamesEachVerb() throws IOException {
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/design/powers.md"))) {
            String cell = line.startsWith("| roster ") ? line.substring(2, line.indexOf(" |", 2)) : "";
            int end = cell.indexOf(',') < 0 ? cell.length() : cell.indexOf(',');
            String group = cell.isEmpty() ? "" : cell.substring(0, cell.lastIndexOf(' ', end - 1) + 1);
            for (String verb : cell.isEmpty()
                    ? new String[0]
                    : cell.substring(group.length()).split(", ")) {
                told.add(group + verb);
            }
        }
        List<String> there = new ArrayList<>();
        for (String verb : Commands.verbs()) {
            if (verb.startsWith("roster ")) {
                there.add(verb);
            }
        }
        Collections.sort(told);
        Collections.sort(there);
        assertEquals(there, told);
    }

    @Test
    void outsideBodiesHoldByDateAndTheEmergencyNumbersAlwaysDo() {
        run("roster", "body", "list").says("113\t").says("114\t").says("115\t");
        String[] add = {
            "roster",
            "body",
            "add",
            "cong-an-phuong",
            "--name",
            "Công an phường",
            "--phone",
            "0252 3 000 000",
            "--kind",
            "police",
            "--as",
            "lan"
        };
        run(add).ends(ExitCode.OK).says("the contact cong-an-phuong is on record");
        run(with(add, "--lang", "vi")).ends(ExitCode.OK).says("không thay đổi");
        run(
                        "roster",
                        "body",
                        "add",
                        "cong-an-phuong",
                        "--name",
                        "Công an phường mới",
                        "--phone",
                        "0252 3 111 111",
                        "--kind",
                        "police",
                        "--from",
                        "2026-07-01",
                        "--as",
                        "lan")
                .ends(ExitCode.OK);
        run("roster", "body", "list", "--on", "2026-06-30")
                .says("0252 3 000 000")
                .saysNot("0252 3 111 111");
        run("roster", "body", "list", "--on", "2026-07-01")
                .says("0252 3 111 111")
                .saysNot("0252 3 000 000");
        run("roster", "body", "list", "--all").says("0252 3 111 111").says("0252 3 000 000");
        run(
                        "roster",
                        "body",
                        "correct",
                        "cong-an-phuong",
                        "--phone",
                        "0252 3 222 222",
                        "--reason",
                        "sai số",
                        "--as",
                        "lan")
                .ends(ExitCode.OK)
                .says("0252 3 222 222");
        run("roster", "body", "end", "cong-an-phuong", "--on", "2026-12-31", "--reason", "sáp nhập", "--as", "lan")
                .ends(ExitCode.OK);
        run("roster", "body", "list", "--on", "2027-01-01").saysNot("cong-an-phuong");
        run("roster", "body", "end", "113", "--reason", "x", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("VG-PEOPLE-BUILT-IN");
        run("roster", "body", "end", "cong-an-phuon", "--reason", "x", "--as", "lan")
                .ends(ExitCode.NOT_FOUND)
                .complains("cong-an-phuong");
        run("roster", "body", "add", "X Y", "--name", " ", "--phone", "abc", "--kind", "other", "--as", "lan")
                .ends(ExitCode.USAGE)
                .complains("ID:")
                .complains("--name:")
                .complains("--phone:");
        run("roster", "body", "add", "x", "--name", "X", "--phone", "113", "--kind", "other", "--as", "hoa")
                .ends(ExitCode.DENIED);
    }
}
