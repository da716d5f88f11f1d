package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** The whole tree, walked: what no single verb may do. */
class CommandTreeTest {
    @TempDir
    Path home;

    /** Bad flags end a check verb with UNKNOWN, any other with USAGE; picocli's own 2 never leaks. */
    @Test
    void badFlagsEndWithUsageEverywhere() {
        Story story = new Story(home);
        for (String words : Commands.verbs()) {
            List<String> line = new ArrayList<>(Arrays.asList(words.split(" ")));
            line.add("--no-such-flag");
            ExitCode expected = Commands.create(words).check() ? ExitCode.UNKNOWN : ExitCode.USAGE;
            story.run(line.toArray(new String[0]))
                    .ends(expected)
                    .withoutOutput()
                    .complains("--no-such-flag");
        }
    }

    @Test
    void groupsAloneAskForAVerb() {
        Story story = new Story(home);
        for (String verb : Commands.verbs()) {
            int space = verb.lastIndexOf(' ');
            // "extract hold" is a verb itself, with verbs below it.
            if (space > 0 && !verb.startsWith("help ") && !Commands.isVerb(verb.substring(0, space))) {
                story.run(verb.substring(0, space).split(" "))
                        .ends(ExitCode.USAGE)
                        .withoutOutput()
                        .complains("needs a verb");
            }
        }
    }

    /** Short flags mean the same everywhere. */
    @Test
    void shortFlagsHaveOneMeaning() {
        List<String> allowed = List.of("-f", "-n", "-q", "-v", "-o", "-y");
        for (String words : Commands.verbs()) {
            for (OptionSpec o :
                    Arguments.parser(Commands.create(words)).getCommandSpec().options()) {
                for (String name : o.names()) {
                    assertTrue(name.startsWith("--") || allowed.contains(name), words + " " + name);
                    assertTrue(!name.equals("-f") || o.longestName().equals("--format"), words + " " + name);
                }
            }
        }
    }

    /** Secrets never come as flags. */
    @Test
    void noFlagTakesASecret() {
        for (String words : Commands.verbs()) {
            for (OptionSpec o :
                    Arguments.parser(Commands.create(words)).getCommandSpec().options()) {
                String name = o.longestName();
                // The fingerprint of a public key is no secret; a flag without a value takes nothing.
                boolean pin = name.contains("pin") && !name.equals("--tls-pin");
                boolean secret = name.contains("pass") || name.matches(".*secret(?!ary).*") || pin;
                boolean valued = o.arity().max() > 0;
                assertFalse(secret && valued && !name.endsWith("-file"), words + " " + name);
            }
        }
    }

    @Test
    void onlyCheckVerbsListTheCodesOfNagios() {
        for (String words : Commands.verbs()) {
            CommandBase command = Commands.create(words);
            assertEquals(
                    command.check(),
                    HelpSheet.of(words, vn.vigil.text.Lang.EN).exits().contains(ExitCode.CRITICAL),
                    words);
            assertFalse(!command.check() && command.exits().contains(ExitCode.UNKNOWN), words);
        }
    }

    @Test
    void helpWorksAnywhereAndInBothWays() {
        Story story = new Story(home.resolve("site"));
        for (String words : Commands.verbs()) {
            String page = story.run((words + " --help").split(" "))
                    .ends(ExitCode.OK)
                    .withoutComplaint()
                    .out();
            assertTrue(page.contains("vigil " + words), words);
            assertTrue(page.contains("130 INTERRUPTED"), words);
            assertEquals(page, story.run(("-h " + words).split(" ")).out());
            if (!words.startsWith("help ")) {
                assertEquals(page, story.run(("help " + words).split(" ")).out());
            }
            assertFalse(page.contains("null"), page);
        }
        assertTrue(story.files().isEmpty(), "help wrote something");
    }
}
