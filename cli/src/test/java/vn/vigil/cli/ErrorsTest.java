package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Severity;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.cli.testkit.Story;

/** How failures are told. */
class ErrorsTest {
    @TempDir
    Path home;

    @Test
    void aMistypedWordIsToldTheNearest() {
        Story story = new Story(home);
        String err =
                story.run("confg", "show").ends(ExitCode.USAGE).withoutOutput().err();
        assertEquals(
                """
                vigil: error: there is no command "confg"
                  why:  did you mean "config"?
                  next: vigil --help
                  [VG-CLI-COMMAND, exit 64]
                """,
                err);
        story.run("config", "shwo").ends(ExitCode.USAGE).complains("did you mean \"show\"?");
        story.run("config", "show", "--orgin").ends(ExitCode.USAGE).complains("did you mean --origin?");
    }

    @Test
    void theSameInVietnamese() {
        new Story(home)
                .run("confg", "--lang", "vi")
                .ends(ExitCode.USAGE)
                .complains("vigil: lỗi: không có lệnh \"confg\"");
    }

    @Test
    void allFaultsOfALineAreToldAtOnce() {
        new Story(home)
                .run("roster", "member", "add", "--nme=x", "--office", "kng")
                .ends(ExitCode.USAGE)
                .complains("--nme")
                .complains("--name NAME is missing")
                .complains("ID is missing")
                .complains("team-leader");
    }

    @Test
    void inJsonModeAFailureIsOneObjectLastOnStandardError() {
        String err = new Story(home)
                .run("--json", "config", "shw")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .err();
        assertTrue(
                err.startsWith("{\"schema\":\"vigil.error/1\",\"id\":\"VG-CLI-VERB\",\"exit\":64,\"name\":\"USAGE\","),
                err);
        assertTrue(err.endsWith("]}\n"), err);
        assertEquals(1, err.lines().count());
    }

    /** What is typed behind a flag that does not exist may be a secret. */
    @Test
    void aPasswordOnTheCommandLineIsNotRepeated() {
        for (String[] line : new String[][] {
            {"config", "show", "--password", "Ca$h!lla"},
            {"config", "show", "--password=Ca$h!lla"},
            {"config", "show", "--passwrd", "Ca$h!lla", "--json"}
        }) {
            Story.Run run = new Story(home).run(line).ends(ExitCode.USAGE);
            assertFalse((run.out() + run.err()).contains("Ca$h"), run.err());
        }
    }

    @Test
    void globalFlagsStandBeforeOrAfterTheVerb() {
        Story story = new Story(home);
        String after = story.run("config", "show", "--json", "--lang", "vi")
                .ends(ExitCode.OK)
                .out();
        assertEquals(after, story.run("--json", "--lang=vi", "config", "show").out());
        assertEquals(
                after, story.run("--lang", "vi", "config", "--json", "show").out());
    }

    @Test
    void brokenSettingsAreNamedWithFileAndLine() throws IOException {
        Story story = new Story(home);
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/vigil.conf"), "lang = en\nstor.url = sqlite\n");
        story.run("config", "show")
                .ends(ExitCode.USAGE)
                .complains("vigil.conf:2")
                .complains("store.url");
    }

    @Test
    void aReaderThatWentAwayIsAQuietSuccess() {
        assertEquals(0, withOutput("Broken pipe", new ByteArrayOutputStream()));
    }

    @Test
    void aFullDiskBehindStandardOutputIsNot() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(1, withOutput("No space left on device", err));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("No space left on device"));
    }

    private int withOutput(String failure, ByteArrayOutputStream err) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), out, err, false, false, false);
        return Main.run(new String[] {"help", "clauses"}, streams, new Story(home).world());
    }

    /** The table of the specification, spelled out again. */
    @Test
    void exitCodesAreWhatTheyWere() {
        StringBuilder all = new StringBuilder();
        for (ExitCode c : ExitCode.values()) {
            all.append(c.number()).append(' ').append(c.name()).append('\n');
        }
        assertEquals(
                """
                0 OK
                1 FAILED
                2 CRITICAL
                3 UNKNOWN
                10 NO_STORE
                11 BUSY
                12 DENIED
                13 UNREACHABLE
                14 NOT_FOUND
                15 PARTIAL
                16 REFUSED
                17 INFEASIBLE
                18 NOT_PROVEN
                19 NOT_TIMESTAMPED
                20 NOT_GENUINE
                21 CONFLICT
                64 USAGE
                70 BUG
                130 INTERRUPTED
                """,
                all.toString());
        for (ErrorKind kind : ErrorKind.values()) {
            assertEquals(kind.name(), ExitCode.of(kind).name());
        }
        assertEquals(1, ExitCode.of(Severity.WARNING).number());
        assertEquals(2, ExitCode.of(Severity.CRITICAL).number());
        assertEquals(3, ExitCode.of(Severity.UNKNOWN).number());
        assertEquals(3, ExitCode.ofCheck(ErrorKind.NO_STORE).number());
        assertEquals(14, ExitCode.ofCheck(ErrorKind.NOT_FOUND).number());
    }
}
