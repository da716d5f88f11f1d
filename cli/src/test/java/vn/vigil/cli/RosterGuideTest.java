package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.vigil.base.VigilException;

/** Each command that the guide to the roster names is one that vigil understands, and both languages name the same ones. */
class RosterGuideTest {
    /** A whole command in a line of a block or in a span of code. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^(vigil [^#\\n]*)|`(vigil [^`\\n]*)`");

    private static Path guide(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/guide"))) {
            at = at.getParent();
        }
        return at.resolve("docs/guide").resolve(name);
    }

    private static List<String> commands(String name) throws Exception {
        List<String> commands = new ArrayList<>();
        Matcher m = COMMAND.matcher(Files.readString(guide(name)));
        while (m.find()) {
            commands.add((m.group(1) != null ? m.group(1) : m.group(2)).strip());
        }
        return commands;
    }

    /** Words as a shell splits them: blanks and single quotes. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher m = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
        while (m.find()) {
            words.add(m.group(1) != null ? m.group(1) : m.group(2));
        }
        return words;
    }

    @Test
    void everyCommandIsUnderstood() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String name : List.of(
                "roster.md", "roster.vi.md", "incidents.md", "incidents.vi.md", "meetings.md", "meetings.vi.md")) {
            List<String> commands = commands(name);
            assertTrue(commands.size() > (name.startsWith("roster") ? 50 : 20), name + ": " + commands.size());
            for (String command : commands) {
                List<String> args = words(command);
                args.remove(0);
                try {
                    Resolution r = Resolution.of(args.toArray(new String[0]));
                    Arguments.parse(r.words(), Commands.create(r.words()), r.rest());
                } catch (VigilException e) {
                    wrong.add(name + ": " + command + ": " + e.id());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void bothLanguagesNameTheSameCommands() throws Exception {
        List<String> en = commands("roster.md");
        List<String> vi = commands("roster.vi.md");
        en.replaceAll(c -> c.replace("explain SEAT", "explain"));
        vi.replaceAll(c -> c.replace("explain CHỖ", "explain"));
        assertEquals(en, vi);
    }
}
