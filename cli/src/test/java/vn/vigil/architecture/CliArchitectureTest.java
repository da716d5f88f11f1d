package vn.vigil.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The upper storey: which rooms of it, and of the core, each of its packages names; with equality. */
class CliArchitectureTest {
    private static final Map<String, String> EDGES = Map.ofEntries(
            Map.entry("cli", "app base cli.command cli.terminal cli.view config text"),
            Map.entry("cli.command", "app base cli.terminal cli.view config people text"),
            Map.entry("cli.command.alert", "app base camera camera.alert cli.command cli.terminal cli.view"),
            Map.entry(
                    "cli.command.camera",
                    "app base camera camera.alert cli.command cli.terminal cli.view config sim text upkeep"),
            Map.entry("cli.command.demo", "app base cli.command cli.terminal cli.view sim text"),
            Map.entry(
                    "cli.command.extract",
                    "app base camera cli.command cli.terminal cli.view copy evidence extract hold people"),
            Map.entry("cli.command.help", "base cli.command cli.terminal cli.view config text"),
            Map.entry(
                    "cli.command.incident",
                    "app base camera cli.command cli.terminal cli.view document extract hold incident ledger people"
                            + " roster.book text"),
            Map.entry("cli.command.ledger", "app base cli.command cli.terminal cli.view config ledger witness"),
            Map.entry(
                    "cli.command.meeting",
                    "app base calendar cli.command cli.terminal cli.view document ledger meeting people register text"
                            + " upkeep"),
            Map.entry(
                    "cli.command.report",
                    "app base calendar cli.command cli.terminal cli.view document ledger meeting people register report"
                            + " roster.watch text"),
            Map.entry(
                    "cli.command.roster",
                    "app base calendar camera cli.command cli.terminal cli.view ledger people register"
                            + " roster.book roster.holiday roster.plan roster.search roster.watch text"),
            Map.entry(
                    "cli.command.roster.paper",
                    "app base calendar cli.command cli.terminal cli.view config people register roster.paper text"),
            Map.entry("cli.command.site", "app base camera cli.command cli.terminal cli.view config intake people"),
            Map.entry("cli.generate", "app base cli cli.terminal config sim text"),
            Map.entry("cli.terminal", "base text"),
            Map.entry("cli.view", "base copy document evidence extract footage hold people text"));

    /** What nobody upstairs may touch: a command asks its feature's facade. */
    private static final Set<String> CLOSED = Set.of("store", "net", "onvif", "rtsp", "media", "seal", "secret");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
                .importPackages("vn.vigil.cli");
    }

    @Test
    void everyEdgeIsInTheTableAndEveryRowOfTheTableIsAnEdge() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        EDGES.forEach((from, to) -> wanted.put(from, to.isEmpty() ? Set.of() : new TreeSet<>(List.of(to.split(" ")))));
        assertEquals(lines(wanted), lines(House.edges(classes)));
    }

    @Test
    void nobodyUpstairsReachesPastAFacade() {
        List<String> wrong = new ArrayList<>();
        House.edges(classes)
                .forEach((from, targets) -> targets.forEach(to -> {
                    if (CLOSED.contains(to)) {
                        wrong.add(from + " -> " + to);
                    }
                }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void clockRandomnessAndStreamsComeFromTheFrontDoorOnly() {
        List<String> wrong = new ArrayList<>();
        for (String[] call : new String[][] {
            {"java.lang.System", "out"},
            {"java.lang.System", "err"},
            {"java.lang.System", "exit"},
            {"java.lang.System", "currentTimeMillis"},
            {"java.lang.System", "nanoTime"},
            {"java.lang.System", "getenv"},
            {"java.time.Instant", "now"},
            {"java.time.LocalDate", "now"},
            {"java.time.ZonedDateTime", "now"},
            {"java.time.ZoneId", "systemDefault"},
            {"java.util.Locale", "getDefault"},
            {"java.nio.charset.Charset", "defaultCharset"},
            {"java.util.UUID", "randomUUID"},
            {"java.lang.Thread", "sleep"},
            {"java.lang.Throwable", "printStackTrace"},
        }) {
            wrong.addAll(House.callers(
                    classes, call[0], call[1], Set.of("Main", "OpenMain", "cli.terminal", "cli.generate")));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTestReadsTheRealClasses() {
        assertTrue(classes.contain("vn.vigil.cli.Main"), "nothing imported: the other tests would prove nothing");
    }

    private static String lines(Map<String, Set<String>> edges) {
        StringBuilder out = new StringBuilder();
        edges.forEach((from, to) ->
                out.append(from).append(" -> ").append(String.join(" ", to)).append('\n'));
        return out.toString();
    }
}
