package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.vigil.cli.command.CommandBase;

/** Flags taken without picocli mean what picocli makes of them; whatever is more than such flags is left to it. */
class PlainArgumentsTest {
    private static final String[] SWITCHES = {
        "--json", "-q", "--quiet", "-v", "--verbose", "-n", "--dry-run", "-y", "--yes", "--no-input"
    };

    private static final List<List<String>> PLAIN = List.of(
            List.of(),
            List.of("--json"),
            List.of("-q"),
            List.of("--quiet", "--json"),
            List.of("-v", "-n", "-y", "--no-input"),
            List.of("--verbose", "--dry-run", "--yes"),
            List.of("--home", "/a b"),
            List.of("--config", "x=y", "--json", "--home", "."),
            List.of("--home", "=", "-q"),
            List.of("--home", "\"q\""),
            List.of("--lang", "vi", "--as", "an"),
            List.of("--as", "vi", "--json", "--lang", "en"));

    private static final List<List<String>> MORE = List.of(
            List.of("--json", "--json"),
            List.of("-q", "--quiet"),
            List.of("--home"),
            List.of("--home", ""),
            List.of("--home", "--json"),
            List.of("--home", "a", "--home", "b"),
            List.of("--home=a"),
            List.of("--json=true"),
            List.of("-qv"),
            List.of("--lang", "fr"),
            List.of("--lang", "VI"),
            List.of("--lang"),
            List.of("--color", "never"),
            List.of("--as", ""),
            List.of("--as", "an", "--as", "an"),
            List.of("--format", "csv"),
            List.of("--jsn"),
            List.of("--"),
            List.of(""),
            List.of("word"));

    @Test
    void bothWaysFillTheSameFields() throws Exception {
        int taken = 0;
        List<List<String>> lines = new ArrayList<>(PLAIN);
        for (String one : SWITCHES) {
            lines.add(List.of(one));
        }
        for (String words : Commands.verbs()) {
            for (List<String> line : lines) {
                CommandBase quick = Commands.create(words);
                if (!quick.take(line)) {
                    continue;
                }
                taken++;
                CommandBase slow = Commands.create(words);
                CommandLine.ParseResult result = Arguments.parser(slow).parseArgs(line.toArray(new String[0]));
                assertEquals(List.of(), result.errors(), words + " " + line);
                assertEquals(fields(slow), fields(quick), words + " " + line);
            }
        }
        assertTrue(taken >= 10 * lines.size(), "at least ten verbs start quickly");
    }

    @Test
    void everythingElseIsLeftAndNothingIsTaken() throws Exception {
        for (String words : Commands.verbs()) {
            String untouched = fields(Commands.create(words)).toString();
            for (List<String> line : MORE) {
                CommandBase command = Commands.create(words);
                assertFalse(command.take(line), words + " " + line);
                assertEquals(untouched, fields(command).toString(), words + " " + line);
            }
        }
    }

    @Test
    void aVerbThatRequiresSomethingNeverTakesNothing() {
        for (String words : Commands.verbs()) {
            CommandBase command = Commands.create(words);
            boolean required = Arguments.parser(Commands.create(words)).getCommandSpec().args().stream()
                    .anyMatch(CommandLine.Model.ArgSpec::required);
            assertFalse(required && command.take(List.of()), words);
        }
    }

    @Test
    void theListOfCamerasIsAmongThem() {
        assertTrue(Commands.create("camera list").take(List.of("--json")));
    }

    private static Map<String, Object> fields(CommandBase command) throws Exception {
        Map<String, Object> values = new TreeMap<>();
        for (Class<?> c = command.getClass(); c != Object.class; c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (!Modifier.isStatic(f.getModifiers())) {
                    f.setAccessible(true);
                    values.put(c.getSimpleName() + "." + f.getName(), f.get(command));
                }
            }
        }
        return values;
    }
}
