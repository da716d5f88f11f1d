package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** What rosters are made of, from the command line. It is Monday 2 March 2026, 14:05. */
class BookStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = site("site");
        make();
    }

    private Story site(String name) {
        Story site = new Story(folder.resolve(name));
        site.run("init", "--no-input").ends(ExitCode.OK);
        site.run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        for (String id : List.of("hoa", "an", "minh")) {
            site.run("roster", "member", "add", id, "--name", "Trần " + id, "--office", "team-member", "--as", "lan")
                    .ends(ExitCode.OK);
        }
        return site;
    }

    /** Splits at blanks; a blank inside a word is written {@code _}. */
    private Story.Run run(String line) {
        return run(story, line);
    }

    private static Story.Run run(Story site, String line) {
        String[] words = line.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('_', ' ');
        }
        return site.run(words);
    }

    private static final List<String> MADE = List.of(
            "roster post add room --name Phòng_trực --from 2026-01-01 --as lan",
            "roster shift add day --post room --name Ca_ngày --start 06:00 --end 18:00 --leads 1 --as lan",
            "roster shift add night --post room --name =Ca_đêm --start 18:00 --end 6:00 --next-day --days workday,tet --as lan",
            "roster pattern add turn --kind round-robin --shifts D=day_N=night --anchor 2026-03-02 --crew A=hoa --crew"
                    + " B=an --crew C=minh,lan --as lan",
            "roster leave add hoa --from 2026-03-10 --until 2026-03-12 --note Về_quê --as hoa",
            "roster leave add an --from 2026-03-10_08:00 --until 2026-03-10_12:00 --kind business --approved-by lan --as"
                    + " lan",
            "roster request add hoa 2026-03-20 --wish avoid --shift night --weight 8 --as hoa",
            "roster rule use vn-labour-2019 --as lan",
            "roster rule set nights-in-a-row --mode hard --bound 2 --for hoa --as lan",
            "roster watcher set hoa --leads yes --shadow-until 2026-03-31 --posts room --as lan");

    private void make() {
        for (String line : MADE) {
            run(line).ends(ExitCode.OK).withoutComplaint();
        }
    }

    @Test
    void theSameAgainIsUnchangedInBothLanguages() {
        for (String line : MADE) {
            run(line).ends(ExitCode.OK).says("unchanged");
        }
        run(MADE.get(1) + " --lang vi").ends(ExitCode.OK).says("ca trực day: không thay đổi gì");
        run("ledger verify").ends(ExitCode.OK);
    }

    @Test
    void aDryRunWritesNothing() {
        Map<String, String> before = story.files();
        for (String line : List.of(
                "roster post add gate --name Cổng --as lan",
                "roster post edit room --name Khác --reason x --as lan",
                "roster post end room --on 2026-12-31 --reason x --as lan",
                "roster shift add noon --post room --name Trưa --start 11:00 --end 13:00 --as lan",
                "roster shift edit day --end 19:00 --reason x --as lan",
                "roster shift end day --on 2026-12-31 --reason x --as lan",
                "roster pattern add x --cycle day_- --anchor 2026-03-02 --crew hoa --as lan",
                "roster pattern remove turn --reason x --as lan",
                "roster watcher set an --watches no --as lan",
                "roster leave add an --from 2026-04-01 --until 2026-04-02 --as an",
                "roster leave withdraw LV-2026-0001 --reason x --as hoa",
                "roster request add an 2026-04-01 --wish want --as an",
                "roster request withdraw RQ-2026-0001 --as hoa",
                "roster rule use none --as lan",
                "roster rule set rest --mode off --as lan",
                "roster rule set weekends --mode soft --bound 3 --for an --as lan")) {
            run(line + " --dry-run").ends(ExitCode.OK).says("nothing was written");
            assertEquals(before, story.files(), line);
        }
        run("roster setup --dry-run --as lan").ends(ExitCode.OK).says("nothing was written");
        assertEquals(before, story.files());
    }

    @Test
    void whatIsExportedIsReadBackUnchangedHereAndMakesAnotherSiteTheSame() throws Exception {
        Story other = site("other");
        for (String kind : List.of("post", "shift", "pattern", "leave", "request")) {
            String csv = run("roster " + kind + " export").ends(ExitCode.OK).out();
            Path file = folder.resolve(kind + ".csv");
            Files.writeString(file, csv);
            Map<String, String> before = story.files();
            run("roster " + kind + " import " + file + " --as lan")
                    .ends(ExitCode.OK)
                    .says(" 0 new, 0 changed");
            assertEquals(before.keySet(), story.files().keySet());
            assertEquals(csv, run("roster " + kind + " export").out(), kind);
            run(other, "roster " + kind + " import " + file + " --as lan")
                    .ends(ExitCode.OK)
                    .says(" 0 unchanged");
            assertEquals(csv, run(other, "roster " + kind + " export").out(), kind);
        }
        String rules = run("roster rule export").ends(ExitCode.OK).out();
        Path file = Files.writeString(folder.resolve("vn-labour-2019.csv"), rules);
        run(other, "roster rule use " + file + " --as lan").ends(ExitCode.OK).says("rules in force: vn-labour-2019");
        assertEquals(rules, run(other, "roster rule export").out());
        assertTrue(run("roster shift export").out().contains("'=Ca đêm"), "no spreadsheet runs it");
    }

    @Test
    void whatIsWrongEndsWithItsOwnCode() {
        Map<String, String> before = story.files();
        run("roster shift add day --post room --name Ca_ngày --start 06:00 --end 19:00 --as lan")
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains("--end: on record is 18:00, here is 19:00");
        run("roster shift add x --post rom --name X --start 06:00 --end 12:00 --as lan")
                .ends(ExitCode.NOT_FOUND)
                .complains("--post: there is no post \"rom\"; did you mean room?");
        run("roster shift add x --post rom --start 12:00 --end 06:00 --as lan")
                .ends(ExitCode.USAGE)
                .complains("--post:")
                .complains("--name: is missing")
                .complains("--end: from 12:00 to 06:00 crosses midnight");
        run("roster shift add x --as hoa").ends(ExitCode.DENIED).withoutOutput();
        run("roster leave add lan --from 2026-04-01 --until 2026-04-02 --as hoa")
                .ends(ExitCode.DENIED);
        run("roster leave add hoaa --from 2026-04-01 --until 2026-04-02 --as lan")
                .ends(ExitCode.NOT_FOUND);
        run("roster leave add hoa --from 2026-04-02 --until 2026-04-01 --as lan")
                .ends(ExitCode.USAGE)
                .complains("--until: ends before it begins");
        run("roster request add hoa 2026-03-01 --wish want --as hoa")
                .ends(ExitCode.USAGE)
                .complains("is past");
        run("roster request add hoa 2/3/2026 --wish want --as hoa").ends(ExitCode.USAGE);
        run("roster request withdraw RQ-2026-0001 --as an").ends(ExitCode.DENIED);
        run("roster pattern show trun").ends(ExitCode.NOT_FOUND).complains("did you mean turn?");
        run("roster rule set rest --bound 12 --as lan").ends(ExitCode.USAGE).complains("write it as 12h");
        run("roster rule use none.csv --as lan").ends(ExitCode.NOT_FOUND);
        run("roster shift edit day --end 19:00 --as lan").ends(ExitCode.USAGE).complains("--reason");
        run("roster setup --guards nobody --as lan").ends(ExitCode.NOT_FOUND).complains("--guards: ");
        run("roster post import nowhere.csv --as lan").ends(ExitCode.NOT_FOUND);
        assertEquals(before, story.files());
    }

    @Test
    void listsAreForPeopleAndForPrograms() {
        run("roster post list").says("room\tPhòng trực\t\t2026-01-01\t\n");
        run("roster leave list").says("LV-2026-0001\thoa\t2026-03-10\t2026-03-12\tannual\tVề quê\t");
        run("roster request list").says("RQ-2026-0001\thoa\t2026-03-20\tnight\tavoid\t8");
        run("roster rule list").says("nights-in-a-row\thoa\thard\t\t2\t").says("rest\t\thard\t\t12h\tĐiều 110");
        run("roster watcher list").says("hoa\tyes\tyes\t2026-03-31\troom").says("lan\tyes\tyes\t\t");
        run("roster pattern show turn").says("day night -");
        run("roster shift edit day --end 19:00 --reason Đổi_giờ --as lan")
                .ends(ExitCode.OK)
                .complains("note: shifts day and night at post room overlap");
        run("roster leave withdraw LV-2026-0001 --reason Hoãn --as hoa")
                .ends(ExitCode.OK)
                .says("is withdrawn");
        run("roster leave withdraw LV-2026-0001 --reason Hoãn --as hoa")
                .ends(ExitCode.OK)
                .says("unchanged");
        run("roster request withdraw RQ-2026-0001 --as hoa").ends(ExitCode.OK);
        run("roster pattern remove turn --reason Thôi --as lan")
                .ends(ExitCode.OK)
                .says("turn is removed");
        run("roster pattern list").withoutOutput().complains("there is no pattern yet");
        run("roster shift end day --on 2026-12-31 --reason Thôi --as lan").ends(ExitCode.OK);
        run("roster post edit room --zone cong --reason Chia_khu --as lan").ends(ExitCode.OK);
        run("roster post list").says("room\tPhòng trực\tcong\t");
        run("roster rule use none --as lan").ends(ExitCode.OK);
        run("roster rule list").says("hoa").saysNot("rest\t");
        story.onTerminal();
        run("roster shift list --lang vi --color never").says("trực tại chỗ").says("ngày làm việc, Tết");
    }

    @Test
    void theUsualBeginningIsSetUpOnce() {
        Story fresh = site("fresh");
        run(fresh, "roster setup --as lan --lang vi")
                .ends(ExitCode.OK)
                .says("đã lập vị trí trực")
                .says("Trực giờ hành chính")
                .says("vn-labour-2019");
        run(fresh, "roster setup --as lan").ends(ExitCode.OK).says("unchanged");
        run(fresh, "roster setup --as hoa").ends(ExitCode.DENIED);
    }

    @Test
    void theJsonDocumentsKeepTheirKeys() throws Exception {
        List<String> shift = List.of(
                "id",
                "post",
                "name",
                "start",
                "end",
                "nextDay",
                "kind",
                "watchers",
                "leads",
                "days",
                "handover",
                "counts",
                "body",
                "from",
                "until");
        keys(run("roster shift list --json").says("vigil.roster.shift.list/1"), List.of("shifts"), shift, shift);
        keys(
                run("roster post list --json").says("vigil.roster.post.list/1"),
                List.of("posts"),
                List.of("id", "name", "zone", "from", "until"));
        keys(
                run("roster pattern show turn --json").says("vigil.roster.pattern.show/1"),
                List.of("id", "cycle", "anchor", "crews", "from", "until"));
        List<String> leave = List.of("id", "person", "from", "until", "kind", "note", "approvedBy");
        keys(run("roster leave list --json"), List.of("leave"), leave, leave);
        keys(
                run("roster request list --json"),
                List.of("requests"),
                List.of("id", "person", "day", "shift", "wish", "weight"));
        keys(
                run(MADE.get(0) + " --json").says("\"outcome\":\"unchanged\""),
                List.of("outcome", "told", "post"),
                List.of("id", "name", "zone", "from", "until"));
        keys(
                run("roster watcher set hoa --json --as lan"),
                List.of("outcome", "told", "watcher"),
                List.of("person", "watches", "leads", "shadowUntil", "posts"));
        keys(
                run(MADE.get(8) + " --json"),
                List.of("outcome", "told", "rule"),
                List.of("rule", "person", "mode", "weight", "bound", "article"));
        keys(run("roster rule use vn-labour-2019 --as lan --json"), List.of("changed", "dryRun", "rules"));
        keys(run("roster leave withdraw LV-2026-0001 --reason x --as hoa --json"), List.of("id", "changed", "dryRun"));
        Path file = Files.writeString(folder.resolve("p.csv"), "id,name\ngate,Cổng\n");
        keys(
                run("roster post import " + file + " --as lan --json").says("\"added\":[\"gate\"]"),
                List.of("dryRun", "added", "changed", "unchanged"));
        keys(
                run("roster setup --as lan --json"),
                List.of("changed", "dryRun", "profile", "profileChosen", "posts"),
                List.of("id", "name", "zone", "from", "until"),
                List.of("shifts"),
                shift,
                shift,
                shift,
                shift);
    }

    @SafeVarargs
    private static void keys(Story.Run run, List<String>... wanted) throws Exception {
        run.ends(ExitCode.OK);
        List<String> all = new ArrayList<>(List.of("schema", "zone"));
        for (List<String> some : wanted) {
            all.addAll(some);
        }
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        }
        assertEquals(all, keys);
    }
}
