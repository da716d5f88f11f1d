package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** Holidays and the lunar calendar from the command line. It is Monday 2 March 2026, 14:05. */
class HolidayStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        run("init", "--no-input").ends(ExitCode.OK);
        run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        run("roster", "member", "add", "hoa", "--name", "Trần Thị Hoa", "--office", "team-member", "--as", "lan")
                .ends(ExitCode.OK);
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    private Story.Run holiday(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "roster";
        all[1] = "holiday";
        System.arraycopy(words, 0, all, 2, words.length);
        return run(all);
    }

    private Story.Run add(String date, String kind, String... more) {
        String[] all = new String[more.length + 11];
        List<String> words =
                List.of("roster", "holiday", "add", date, "--kind", kind, "--name", "Nghỉ", "--basis", "QĐ 1", "--as");
        for (int i = 0; i < words.size(); i++) {
            all[i] = words.get(i);
        }
        System.arraycopy(more, 0, all, 11, more.length);
        return run(all);
    }

    @Test
    void theYearThatIsDecidedIsListedWithoutWarning() {
        holiday("list", "--quiet")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("2026-02-16\tmonday\tTết (29/12 lunar)\ttet\t9441/TB-BNV, 2025-10-16\n")
                .says("2026-04-27\tmonday\tin lieu of 2026-04-26: Hùng Kings' day (10/3 lunar)\tholiday\t")
                .says("2026-08-22\tsaturday\tLàm bù ngày 31/8\tworkday\t")
                .saysNot("2026-11-24")
                .saysNot("assumed");
        holiday("list", "--year", "2026").ends(ExitCode.OK).complains("2026-11-24 (Ngày Văn hóa Việt Nam, 80-NQ/TW)");
        holiday("list", "--year", "2025").ends(ExitCode.OK).withoutComplaint();
        holiday("list", "--year", "2025", "--format", "csv")
                .says("date,weekday,name,class,source\r\n")
                .says("2025-04-26,saturday,Làm bù ngày 02/5,workday,\"8726/VPCP-KGVX, 2024-11-26\"\r\n");
        story.onTerminal();
        holiday("list", "--lang", "vi", "--color", "never")
                .says("Chủ nhật")
                .says("Giỗ Tổ Hùng Vương (10/3 âm lịch)")
                .says("ngày nghỉ hằng tuần");
    }

    @Test
    void aYearWithoutDecisionIsWarnedOfEvenWhenQuiet() {
        holiday("list", "--year", "2030", "--quiet")
                .ends(ExitCode.OK)
                .complains("no complete decision on the public holidays of 2030 is on record")
                .says("2030-02-01\tfriday\tTết (29/12 lunar)\ttet\t45/2019/QH14 §112 (assumed)\n")
                .says("2030-02-02\tsaturday\tTết (1/1 lunar)\t");
        holiday("list", "--year", "2030", "--lang", "vi").complains("chưa có đủ quyết định");
        holiday("list", "--year", "2060")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("VG-CALENDAR-YEAR")
                .complains("from 2000 to 2053");
        holiday("list", "--year", "soon").ends(ExitCode.USAGE).withoutOutput();
    }

    @Test
    void jsonKeepsItsKeys() {
        String json = holiday("list", "--json").ends(ExitCode.OK).out();
        assertTrue(json.startsWith(
                "{\"schema\":\"vigil.roster.holiday.list/1\",\"zone\":\"Asia/Ho_Chi_Minh\",\"days\":["));
        assertTrue(
                json.contains("{\"date\":\"2026-04-27\",\"weekday\":\"monday\","
                        + "\"name\":\"in lieu of 2026-04-26: Hùng Kings' day (10/3 lunar)\",\"class\":\"holiday\",\"off\":true,"
                        + "\"reason\":\"in-lieu\",\"insteadOf\":\"2026-04-26\",\"origin\":\"law\","
                        + "\"source\":\"45/2019/QH14 §111.3\"}"),
                json);
        json = holiday("lunar", "2031-04-21", "--json").ends(ExitCode.OK).out();
        assertEquals(
                "{\"schema\":\"vigil.roster.holiday.lunar/1\",\"zone\":\"Asia/Ho_Chi_Minh\",\"date\":\"2031-04-21\","
                        + "\"year\":2031,\"month\":3,\"leap\":true,\"day\":1,\"lunar\":\"1/3+/2031\"}\n",
                json);
        json = holiday("months", "--year", "2031", "--json").ends(ExitCode.OK).out();
        assertTrue(
                json.contains("{\"year\":2031,\"month\":3,\"leap\":true,\"date\":\"2031-04-21\",\"days\":30}")
                        || json.contains(
                                "{\"year\":2031,\"month\":3,\"leap\":true,\"date\":\"2031-04-21\",\"days\":29}"),
                json);
        assertTrue(json.startsWith("{\"schema\":\"vigil.roster.holiday.months/1\","));
        json = add("2026-11-24", "holiday", "lan", "--json").ends(ExitCode.OK).out();
        assertEquals(
                "{\"schema\":\"vigil.roster.holiday.add/1\",\"zone\":\"Asia/Ho_Chi_Minh\",\"outcome\":\"written\","
                        + "\"day\":{\"date\":\"2026-11-24\",\"kind\":\"holiday\",\"name\":\"Nghỉ\",\"basis\":\"QĐ 1\"}}\n",
                json);
        json = holiday("export", "--year", "2026", "--json").ends(ExitCode.OK).out();
        assertTrue(json.startsWith("{\"schema\":\"vigil.roster.holiday.export/1\","));
        assertTrue(
                json.contains("{\"date\":\"2026-11-24\",\"kind\":\"holiday\",\"name\":\"Nghỉ\",\"basis\":\"QĐ 1\"}"));
    }

    @Test
    void theMonthsOfYearsAreAllThatBeginInThem() {
        String months = holiday("months", "--year", "2022", "--to", "2035")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .out();
        long begun = months.lines()
                .filter(l -> l.split("\t")[3].compareTo("2036") < 0)
                .count();
        assertEquals(174, begun);
        assertTrue(months.contains("2033\t11\tyes\t2033-12-22\t29\n"));
        assertTrue(months.contains("2030\t1\tno\t2030-02-02\t"));
        holiday("months", "--year", "2000", "--to", "2050", "--format", "csv")
                .ends(ExitCode.OK)
                .says("year,month,leap,date,days\r\n")
                .says("1999,12,no,2000-01-07,")
                .says("2050,12,no,2051-01-13,");
        holiday("months", "--year", "1999").ends(ExitCode.USAGE).withoutOutput();
        holiday("lunar", "2026-02-17")
                .ends(ExitCode.OK)
                .says("lunar date\t1/1/2026\n")
                .says("leap month\tno\n");
        holiday("lunar", "2026-02-30").ends(ExitCode.USAGE).withoutOutput();
        holiday("lunar", "1999-02-03").ends(ExitCode.USAGE).complains("VG-CALENDAR-YEAR");
    }

    @Test
    void aDayIsDecidedAndTakenBack() {
        var before = story.files();
        add("2026-11-24", "holiday", "lan", "--dry-run").ends(ExitCode.OK).says("would be put on record");
        assertEquals(before, story.files());
        add("2026-11-24", "holiday", "hoa")
                .ends(ExitCode.DENIED)
                .withoutOutput()
                .complains("manage rosters");
        add("2026-11-24", "holiday", "lan")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("2026-11-24 is on record as holiday");
        add("2026-11-24", "holiday", "lan").ends(ExitCode.OK).says("unchanged");
        holiday("list").says("2026-11-24\ttuesday\tNghỉ\tholiday\tQĐ 1\n").withoutComplaint();
        add("2026-11-24", "tet", "lan")
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains("--kind: on record is holiday, this says tet");
        add("31/12/26x", "feest", "lan")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("DATE: ")
                .complains("--kind: \"feest\" is no kind of day");
        holiday("remove", "2026-11-24", "--reason", "ghi nhầm", "--as", "lan", "--lang", "vi")
                .ends(ExitCode.OK)
                .says("Đã bỏ ngày 2026-11-24");
        holiday("remove", "2026-11-24", "--reason", "ghi nhầm", "--as", "lan")
                .ends(ExitCode.OK)
                .says("unchanged");
        holiday("list").saysNot("2026-11-24");
        holiday("remove", "2026-02-16", "--reason", "x", "--as", "lan")
                .ends(ExitCode.NOT_FOUND)
                .complains("9441/TB-BNV")
                .complains("vigil roster holiday add 2026-02-16 --kind work");
    }

    @Test
    void whatIsExportedIsImportedElsewhereAndOnlyOnce() throws IOException {
        add("2026-11-24", "holiday", "lan").ends(ExitCode.OK);
        add("2026-11-23", "swap", "lan").ends(ExitCode.OK);
        Path file = folder.resolve("days.csv");
        String exported = holiday("export").ends(ExitCode.OK).withoutComplaint().out();
        assertTrue(exported.startsWith("date,kind,name,basis\r\n2022-01-31,tet,"));
        Files.writeString(file, exported);
        holiday("import", file.toString(), "--as", "lan").ends(ExitCode.OK).says("days added: 0; unchanged: ");

        Story other = new Story(folder.resolve("other"));
        other.run("init", "--no-input").ends(ExitCode.OK);
        var before = other.files();
        other.run("roster", "holiday", "import", file.toString(), "--dry-run")
                .ends(ExitCode.OK)
                .says("days that would be added: 2;");
        assertEquals(before, other.files());
        other.run("roster", "holiday", "import", file.toString())
                .ends(ExitCode.OK)
                .says("days added: 2;");
        assertEquals(exported, other.run("roster", "holiday", "export").out());
        String json = other.run("roster", "holiday", "import", file.toString(), "--json")
                .out();
        assertTrue(json.contains("\"outcome\":\"unchanged\",\"added\":[],\"unchanged\":[\"2022-01-31\","), json);

        Files.writeString(file, "date,kind,name,basis\n2026-13-01,holiday,Lễ,TB 1\n2026-12-01,hoilday,Lễ,\n");
        other.run("roster", "holiday", "import", file.toString())
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("line 2, date: \"2026-13-01\" is no date")
                .complains("line 3, kind: \"hoilday\" is no kind of day; did you mean holiday?")
                .complains("line 3, basis: is missing");
        assertFalse(other.run("roster", "holiday", "export").out().contains("2026-12-01"));
        other.run("roster", "holiday", "import", "nowhere.csv")
                .ends(ExitCode.NOT_FOUND)
                .withoutOutput();
    }
}
