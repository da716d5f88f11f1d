package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** An instance of the public benchmark is solved from the command line, without a site. */
class RosterSolveStoryTest {
    private static final String INSTANCE =
            """
            SECTION_HORIZON
            7
            SECTION_SHIFTS
            D,480,
            SECTION_STAFF
            A,D=7,2400,1440,5,2,2,1
            B,D=7,2400,1440,5,2,2,1
            C,D=7,2400,1440,5,2,2,1
            SECTION_DAYS_OFF
            A,0
            SECTION_SHIFT_ON_REQUESTS
            B,1,D,3
            SECTION_SHIFT_OFF_REQUESTS
            C,2,D,2
            SECTION_COVER
            0,D,1,100,1
            1,D,2,100,1
            2,D,2,100,1
            3,D,2,100,1
            4,D,2,100,1
            5,D,1,100,1
            6,D,1,100,1
            """;

    @TempDir
    Path folder;

    private Story story;
    private Path in;
    private Path out;

    @BeforeEach
    void anInstance() throws Exception {
        story = new Story(folder.resolve("home"));
        in = Files.writeString(folder.resolve("instance.txt"), INSTANCE);
        out = folder.resolve("roster.tsv");
    }

    private Story.Run solve(String... more) {
        List<String> words = new ArrayList<>(
                List.of("roster", "solve", "--format", "curtois", in.toString(), "--out", out.toString()));
        words.addAll(List.of(more));
        return story.run(words.toArray(new String[0]));
    }

    @Test
    void theRosterIsWrittenAndTheSameAgainChangesNothing() throws Exception {
        solve("--effort", "200", "--dry-run")
                .ends(ExitCode.OK)
                .says("would be written")
                .withoutComplaint();
        assertFalse(Files.exists(out));
        solve("--effort", "200")
                .ends(ExitCode.OK)
                .says("hard rules broken\t0\n")
                .says("written\t")
                .withoutComplaint();
        byte[] once = Files.readAllBytes(out);
        List<String> lines = Files.readAllLines(out);
        assertEquals(3, lines.size());
        for (int i = 0; i < 3; i++) {
            assertTrue(lines.get(i).matches("[ABC](\t(D|)){7}"), lines.get(i));
            assertEquals("ABC".charAt(i), lines.get(i).charAt(0));
        }
        solve("--effort", "200").ends(ExitCode.OK).says("unchanged\t");
        assertArrayEquals(once, Files.readAllBytes(out));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(
                    List.of("instance.txt", "roster.tsv"),
                    all.filter(Files::isRegularFile)
                            .map(f -> f.getFileName().toString())
                            .sorted()
                            .toList());
        }
        assertFalse(Files.exists(story.home().resolve("vigil.db")));
    }

    @Test
    void aDifferentFileIsReplacedOnlyByForce() throws Exception {
        Files.writeString(out, "mine\n");
        solve("--effort", "50")
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains("a different file stands there")
                .complains("--force");
        assertEquals("mine\n", Files.readString(out));
        solve("--effort", "50", "--force").ends(ExitCode.OK).says("written\t");
        assertTrue(Files.readString(out).startsWith("A\t"));
        Files.writeString(out, "");
        solve("--effort", "50").ends(ExitCode.OK).says("written\t");
    }

    @Test
    void theDocumentNamesCostProofAndBound() throws Exception {
        Story.Run run =
                solve("--effort", "300", "--prove", "--json").ends(ExitCode.OK).withoutComplaint();
        List<String> keys = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME) {
                    keys.add(json.currentName());
                }
            }
        }
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "file",
                        "state",
                        "cost",
                        "under",
                        "over",
                        "wishes",
                        "violations",
                        "moves",
                        "proven",
                        "bound"),
                keys);
        run.says("\"schema\":\"vigil.roster.solve/1\"").says("\"violations\":0").says("\"proven\":true");
    }

    @Test
    void whatCannotBeSolvedIsExplainedByTheEmployeesOwnColumns() throws Exception {
        Files.writeString(in, INSTANCE.replace("B,D=7,2400,1440", "B,D=7,2400,2880"));
        solve("--effort", "10")
                .ends(ExitCode.INFEASIBLE)
                .withoutOutput()
                .complains("employee B")
                .complains("MinTotalMinutes=2880")
                .complains("MinTotalMinutes 2880 → 2400")
                .complains("VG-ROSTER-INFEASIBLE");
        assertFalse(Files.exists(out));
    }

    @Test
    void aFileThatIsNoInstanceIsRefusedByLineAndField() throws Exception {
        Files.writeString(in, INSTANCE.replace("C,2,D,2", "C,9,D,2").replace("6,D,1,100,1", "6,X,1,100,1"));
        solve().ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("line 14, field Day")
                .complains("line 22, field ShiftID");
        assertFalse(Files.exists(out));
        Files.delete(in);
        solve().ends(ExitCode.NOT_FOUND).complains("no such file");
    }

    @Test
    void wordsThatMakeNoSenseAreRefusedBeforeTheSearch() {
        solve("--seconds", "0").ends(ExitCode.USAGE).complains("--seconds");
        solve("--effort", "-1").ends(ExitCode.USAGE).complains("--effort");
        story.run("roster", "solve", in.toString(), "--out", out.toString()).ends(ExitCode.USAGE);
        story.run("roster", "solve", "--format", "csv", in.toString(), "--out", out.toString())
                .ends(ExitCode.USAGE);
        story.run("roster", "solve", "--format", "curtois", in.toString(), "--out", in.toString(), "--effort", "1")
                .ends(ExitCode.USAGE)
                .complains("another one than the instance");
        story.run(
                        "roster",
                        "solve",
                        "--format",
                        "curtois",
                        in.toString(),
                        "--out",
                        folder.resolve("no/where").toString(),
                        "--effort",
                        "1")
                .ends(ExitCode.USAGE);
    }
}
