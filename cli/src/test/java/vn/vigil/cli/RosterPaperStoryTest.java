package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** Rosters on paper, in calendars and from tables, by their verbs. The world begins on Monday 2 March 2026. */
class RosterPaperStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void aSiteWithAPlan() throws Exception {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
        String[][] team = {
            {"an", "Nguyễn Văn An", "team-leader"},
            {"hoa", "Lê Thị Hoa", "team-member"},
            {"dung", "Phạm Văn Dũng", "team-member"}
        };
        for (String[] one : team) {
            story.run(
                            "roster",
                            "member",
                            "add",
                            one[0],
                            "--name",
                            one[1],
                            "--office",
                            one[2],
                            "--from",
                            "2026-01-01",
                            "--phone",
                            "0900 000 001")
                    .ends(ExitCode.OK);
        }
        story.run("roster", "post", "add", "chinh", "--name", "Phòng trực", "--from", "2026-01-01", "--as", "an")
                .ends(ExitCode.OK);
        story.run(
                        "roster",
                        "shift",
                        "add",
                        "toi",
                        "--post",
                        "chinh",
                        "--name",
                        "Ca tối",
                        "--start",
                        "18:00",
                        "--end",
                        "21:00",
                        "--kind",
                        "by-telephone",
                        "--watchers",
                        "1",
                        "--counts",
                        "no",
                        "--from",
                        "2026-01-01",
                        "--as",
                        "an")
                .ends(ExitCode.OK);
        StringBuilder plan = new StringBuilder("date,shift,person\n");
        for (int day = 1; day <= 30; day++) {
            plan.append("2026-04-")
                    .append(day < 10 ? "0" : "")
                    .append(day)
                    .append(",toi,")
                    .append(new String[] {"an", "Lê Thị Hoa", "dung"}[day % 3])
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("plan.csv"), plan);
        var before = story.files();
        story.run("roster", "import", file.toString(), "--as", "an", "--dry-run")
                .ends(ExitCode.OK)
                .says("would change 30 seats");
        assertEquals(before, story.files());
        story.run("roster", "import", file.toString(), "--as", "an")
                .ends(ExitCode.OK)
                .says("30 seats changed, 0 unchanged")
                .says("vigil roster check --from 2026-04-01 --to 2026-04-30");
        story.run("roster", "import", file.toString(), "--as", "an")
                .ends(ExitCode.OK)
                .says("unchanged: all 30 seats");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String read(String name) throws Exception {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void aPlanFromElsewhereIsReadWholeOrNotAtAll() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), "date,shift,person\n2026-04-31,toi,an\n2026-04-01,tio,Lê Thị Hoà\n");
        story.run("roster", "import", bad.toString(), "--as", "an")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("line 2, column date")
                .complains("line 3, column shift: there is no shift tio; did you mean toi?")
                .complains("line 3, column person: there is nobody called Lê Thị Hoà; did you mean Lê Thị Hoa?");
        story.run("roster", "import", file("none.csv"), "--as", "an").ends(ExitCode.NOT_FOUND);
        story.run("roster", "import", file("plan.csv"), "--as", "hoa").ends(ExitCode.DENIED);
        story.run("roster", "import", file("plan.csv"), "--as", "an", "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.roster.import/1\"")
                .says("\"changed\":0,\"unchanged\":30,\"from\":\"2026-04-01\",\"to\":\"2026-04-30\"");
    }

    @Test
    void aFileIsWrittenOnceToldTheSameAndNeverReplacedUnasked() throws Exception {
        String[] export = {"roster", "export", "--month", "2026-04", "--format", "csv", "--out", file("a.csv")};
        story.run("roster", "export", "--month", "2026-04", "--format", "csv", "--out", file("a.csv"), "-n")
                .ends(ExitCode.OK)
                .says("would write: ")
                .complains("is not published; this is a draft");
        assertFalse(Files.exists(folder.resolve("a.csv")));
        story.run(export).ends(ExitCode.OK).says("written: ").says("(30 duties)");
        story.run(export).ends(ExitCode.OK).says("unchanged: ");
        Files.writeString(folder.resolve("a.csv"), "mine");
        story.run(export).ends(ExitCode.CONFLICT).withoutOutput().complains("--force");
        assertEquals("mine", read("a.csv"));
        story.run("roster", "export", "--month", "2026-04", "--format", "csv", "--out", file("a.csv"), "--force", "-q")
                .ends(ExitCode.OK)
                .withoutOutput()
                .withoutComplaint();
        assertTrue(read("a.csv").contains("2026-04-01,toi,watcher,1,hoa,yes,Lê Thị Hoa,chinh,"));
        story.run("roster", "export", "--from", "2026-04-01", "--to", "2026-04-02", "--format", "csv", "--out", "-")
                .ends(ExitCode.OK)
                .says("2026-04-02,toi,watcher,1,dung,")
                .saysNot("2026-04-03");
        story.run(
                        "roster",
                        "export",
                        "--quarter",
                        "2026-Q2",
                        "--format",
                        "csv",
                        "--person",
                        "hoa",
                        "--json",
                        "--out",
                        file("b.csv"))
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.roster.export/1\"")
                .says("\"format\":\"csv\",\"language\":\"en\",\"state\":\"new\",\"dryRun\":false,\"size\":")
                .says("\"sha256\":\"")
                .says("\"duties\":10,\"publications\":[],\"warnings\":[");
        assertTrue(read("b.csv").contains(",hoa,") && !read("b.csv").contains(",dung,"), read("b.csv"));
    }

    @Test
    void faultsOfTheCommandLineAreToldBeforeAnythingIsMade() {
        story.run("roster", "export", "--format", "csv").ends(ExitCode.USAGE).complains("--month 2026-12");
        story.run("roster", "export", "--month", "2026-04", "--quarter", "2026-Q2", "--format", "csv")
                .ends(ExitCode.USAGE);
        story.run("roster", "export", "--from", "2026-04-02", "--to", "2026-04-01", "--format", "csv")
                .ends(ExitCode.USAGE)
                .complains("the last day 2026-04-01 lies before the first 2026-04-02");
        story.run("roster", "export", "--from", "2026-01-01", "--to", "2027-12-31", "--format", "csv")
                .ends(ExitCode.USAGE)
                .complains("366");
        story.run("roster", "export", "--month", "4/2026", "--format", "csv")
                .ends(ExitCode.USAGE)
                .complains("a month is written 2026-12");
        story.run("roster", "export", "--month", "2026-04", "--format", "csv", "--remind", "60")
                .ends(ExitCode.USAGE)
                .complains("--remind goes only with --format ics");
        story.run("roster", "export", "--month", "2026-04", "--format", "ics", "--date", "today")
                .ends(ExitCode.USAGE);
        story.run("roster", "export", "--month", "2026-04", "--format", "ics", "--all", "--person", "an")
                .ends(ExitCode.USAGE);
        story.run("roster", "export", "--month", "2026-04", "--format", "csv", "--post", "chin")
                .ends(ExitCode.NOT_FOUND)
                .complains("did you mean chinh?");
        story.run("roster", "export", "--month", "2025-04", "--format", "csv", "--out", file("x"))
                .ends(ExitCode.NOT_FOUND)
                .complains("no seat is to be filled");
        story.run("roster", "print", "2026-04", "--format", "ics").ends(ExitCode.USAGE);
        story.onTerminal()
                .run("roster", "print", "2026-04", "--out", "-")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("a terminal cannot show pdf");
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void aPublishedRosterIsNumberedSignedPrintedAndCalledOffWhereItChanges() throws Exception {
        Story.Run publish = story.run("roster", "publish", "--month", "2026-04", "--as", "an");
        publish.ends(ExitCode.OK);
        story.run("roster", "notice", "ROS-2026-0001", "--scan", file("plan.csv"), "--as", "an")
                .ends(ExitCode.REFUSED)
                .complains("vigil roster notice ROS-2026-0001");
        story.run("roster", "notice", "ROS-2026-0001", "--as", "an", "-n")
                .ends(ExitCode.OK)
                .says("would be No. 01/TB-TNC of 2026-03-02, signed by Nguyễn Văn An");
        story.run("roster", "notice", "ROS-2026-0001", "--as", "an")
                .ends(ExitCode.OK)
                .says("No. 01/TB-TNC of 2026-03-02");
        story.run("roster", "notice", "ROS-2026-0001", "--as", "an")
                .ends(ExitCode.OK)
                .says("unchanged: No. 01/TB-TNC");
        story.run("roster", "notice", "ROS-2026-0002", "--as", "an")
                .ends(ExitCode.NOT_FOUND)
                .complains("did you mean ROS-2026-0001?");
        Path scan = Files.write(
                folder.resolve("signed.pdf"), "%PDF-1.4\n1 0 obj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        story.run("roster", "notice", "ROS-2026-0001", "--scan", scan.toString(), "--as", "an")
                .ends(ExitCode.OK)
                .says("scan kept: ");
        story.run("roster", "notice", "ROS-2026-0001", "--scan", scan.toString(), "--as", "an", "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.roster.notice/1\"")
                .says("\"number\":\"01/TB-TNC\"")
                .says("\"changed\":false");

        story.run("roster", "export", "--month", "2026-04", "--format", "md", "--out", file("t.md"), "--lang", "vi")
                .ends(ExitCode.OK);
        assertTrue(read("t.md").contains("Kèm theo Thông báo số 01/TB-TNC ngày 02 tháng 3 năm 2026"), read("t.md"));
        assertTrue(read("t.md").contains("Theo lịch ROS-2026-0001 (bản thứ 1) công bố ngày 02/03/2026"), read("t.md"));

        story.run("roster", "import", file("plan.csv"), "--as", "an").ends(ExitCode.OK);
        Path swap = Files.writeString(folder.resolve("swap.csv"), "date,shift,person\n2026-04-01,toi,dung\n");
        story.run("roster", "import", swap.toString(), "--as", "an")
                .ends(ExitCode.REFUSED)
                .complains("--reason");
        story.run("roster", "import", swap.toString(), "--as", "an", "--reason", "Hoa bận việc nhà")
                .ends(ExitCode.OK);
        Files.createDirectory(folder.resolve("ics"));
        String[] each = {
            "roster",
            "export",
            "--month",
            "2026-04",
            "--format",
            "ics",
            "--each",
            "--remind",
            "1h",
            "--out",
            file("ics")
        };
        story.run(each)
                .ends(ExitCode.OK)
                .says("lich-truc-2026-04-an.ics (10 duties)")
                .says("lich-truc-2026-04-dung.ics (11 duties)")
                .says("lich-truc-2026-04-hoa.ics (9 duties)")
                .complains("1 seats have changed since publishing");
        story.run(each).ends(ExitCode.OK).says("unchanged: ").saysNot("written");
        String hoa = read("ics/lich-truc-2026-04-hoa.ics");
        assertEquals(2, hoa.split("STATUS:CANCELLED", -1).length, hoa);
        assertEquals(10, hoa.split("STATUS:CONFIRMED", -1).length, hoa);
        assertTrue(hoa.contains("TRIGGER:-PT60M"), hoa);
        story.run(
                        "roster",
                        "export",
                        "--month",
                        "2026-04",
                        "--format",
                        "ics",
                        "--person",
                        "hoa",
                        "--cancel",
                        "--utc",
                        "--out",
                        "-")
                .ends(ExitCode.OK)
                .says("METHOD:CANCEL\r\n")
                .says("DTSTART:20260401T110000Z\r\n")
                .saysNot("CONFIRMED");
        story.run("roster", "print", "2026-04", "--format", "html", "--lang", "vi", "--out", "-")
                .ends(ExitCode.OK)
                .says("LỊCH TRỰC THÁNG 4 NĂM 2026")
                .says("Ký nhận")
                .says("0900\u00a0000\u00a0001");
    }
}
