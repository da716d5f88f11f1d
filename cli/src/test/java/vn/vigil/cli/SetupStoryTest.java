package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Version;
import vn.vigil.cli.command.help.Clause;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** A site is set up, its members entered, its ledger checked. */
class SetupStoryTest {
    @TempDir
    Path folder;

    private Story story() {
        return new Story(folder.resolve("site"));
    }

    @Test
    void withoutASiteVerbsSayHowToMakeOne() {
        story().run("roster", "member", "list")
                .ends(ExitCode.NO_STORE)
                .withoutOutput()
                .complains("next: vigil init");
    }

    @Test
    void aDryRunOfInitWritesNothing() {
        Story story = story();
        story.run("init", "--no-input", "--dry-run").ends(ExitCode.OK).says("nothing was written");
        assertTrue(story.files().isEmpty());
    }

    @Test
    void initMakesAWorkingSiteOnceAndIsPrivate() throws Exception {
        Story story = story();
        story.run("init", "--no-input")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("The site is ready.")
                .says("nobody has confirmed")
                .says("vigil camera check");
        Map<String, String> made = story.files();
        for (Map.Entry<String, String> file : made.entrySet()) {
            boolean isFolder = Files.isDirectory(story.home().resolve(file.getKey()));
            String mode = file.getValue().split(" ")[0];
            assertTrue(mode.equals(isFolder ? "rwx------" : "rw-------"), file.toString());
        }
        story.run("init", "--no-input").ends(ExitCode.OK).says("Unchanged");
        story.run("ledger", "verify").ends(ExitCode.OK).says("the ledger is intact: 1 entries");
    }

    @Test
    void confirmedNamesStand() {
        Story story = story();
        story.run(
                        "init",
                        "--body",
                        "Sở A",
                        "--superior",
                        "UBND tỉnh B",
                        "--place",
                        "C",
                        "--ward-police",
                        "Công an phường D",
                        "--track-from",
                        "2026-01-01",
                        "--json")
                .ends(ExitCode.OK)
                .says("\"confirmed\":true")
                .says("\"trackFrom\":\"2026-01-01\"");
        story.run("init", "--body", "Sở A").ends(ExitCode.OK).says("Unchanged");
        story.run("init", "--body", "Sở X")
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains("\"Sở A\" here, \"Sở X\"");
    }

    @Test
    void offATerminalNothingIsAskedAndNothingHangs() {
        story().run("init").ends(ExitCode.OK);
    }

    @Test
    void membersAreAddedOnceAndListedByGivenName() {
        Story story = story();
        story.run("init", "--no-input").ends(ExitCode.OK);
        String[] an = {
            "roster", "member", "add", "an", "--name", "Nguyễn Văn An", "--office", "team-leader", "--login", "an"
        };
        Map<String, String> before = story.files();
        String[] rehearsed = java.util.Arrays.copyOf(an, an.length + 1);
        rehearsed[an.length] = "-n";
        story.run(rehearsed).ends(ExitCode.OK).says("would be added");
        assertEquals(before, story.files(), "a dry run wrote something");

        story.run(an).ends(ExitCode.OK).says("added: Nguyễn Văn An (an)");
        story.run(an).ends(ExitCode.OK).says("unchanged: Nguyễn Văn An (an)");
        story.run("roster", "member", "add", "an", "--name", "Lê An", "--as", "an")
                .ends(ExitCode.CONFLICT)
                .complains("Nguyễn Văn An");
        story.run("roster", "member", "add", "binh", "--name", "Trần Bình", "--as", "an")
                .ends(ExitCode.OK);
        story.run("roster", "member", "list")
                .ends(ExitCode.OK)
                .says(
                        "an\tNguyễn Văn An\tteam-leader\tan\t2026-03-02\t-\tstaff\nbinh\tTrần Bình\t-\t-\t2026-03-02\t-\tstaff\n");
        story.run("roster", "member", "show", "binh", "--json").says("\"name\":\"Trần Bình\"");
        story.run("roster", "member", "show", "bihn").ends(ExitCode.NOT_FOUND).withoutOutput();
        story.run(
                        "roster",
                        "member",
                        "correct",
                        "binh",
                        "--name",
                        "Trần Thị Bình",
                        "--reason",
                        "thiếu chữ đệm",
                        "--as",
                        "an")
                .ends(ExitCode.OK)
                .says("corrected: Trần Thị Bình");
        story.run("roster", "member", "add", "chi", "--name", "Chi", "--as", "binh")
                .ends(ExitCode.DENIED);
    }

    @Test
    void settingsNameTheirOrigin() throws Exception {
        Story story = story();
        story.run("init", "--no-input").ends(ExitCode.OK);
        Files.writeString(story.home().resolve("config/vigil.conf"), "camera.timeout = 5s\n");
        story.world().environment("VIGIL_ZONE", "Asia/Bangkok");
        story.run("config", "show", "--origin", "--lang", "en")
                .ends(ExitCode.OK)
                .says("lang\ten\tflag\n")
                .says("zone\tAsia/Bangkok\tVIGIL_ZONE\n")
                .says("camera.timeout\t5s\t")
                .says("vigil.conf:1\n")
                .says("store.url\tsqlite\tdefault\n");
    }

    /** A clause that is served names verbs that exist. */
    @Test
    void servedClausesNameVerbsThatExist() {
        for (Clause c : Clause.all()) {
            if (c.served()) {
                assertTrue(!c.verbs().isEmpty(), c.id());
                for (String verb : c.verbs()) {
                    assertTrue(Commands.verbs().contains(verb), c.id() + ": vigil " + verb);
                }
            }
        }
        story().run("help", "clauses").ends(ExitCode.OK).says("7.3c\t").says("8.4l\t");
    }

    @Test
    void theVersionIsThePoms() throws Exception {
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + Version.NUMBER + "</version>"));
    }
}
