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

/** The floors of the core, held against the bytecode with equality: an edge more or less fails. */
class CoreArchitectureTest {
    /** Today's edges: who names whom. Floors go up; nothing imports upwards. */
    private static final Map<String, String> EDGES = Map.ofEntries(
            Map.entry(
                    "app",
                    "base calendar camera camera.alert config copy evidence extract hold incident intake ledger"
                            + " media meeting net notify people register report roster.book roster.holiday roster.paper roster.plan"
                            + " roster.watch secret store text upkeep witness"),
            Map.entry("base", ""),
            Map.entry("calendar", "base"),
            Map.entry(
                    "camera",
                    "base camera.alert config ledger media net onvif people rtsp secret store text upkeep"
                            + " vendor.dahua vendor.hikvision"),
            Map.entry("camera.alert", "base config ledger people store text"),
            Map.entry("config", "base text"),
            Map.entry("copy", "base config document evidence ledger media people seal store text"),
            Map.entry("document", "base text"),
            Map.entry("evidence", "base ledger media seal"),
            Map.entry(
                    "extract",
                    "base camera config copy document evidence footage hold incident ledger media people"
                            + " register seal store text"),
            Map.entry("footage", "base camera config evidence media text"),
            Map.entry("hold", "base camera config evidence footage ledger media people seal secret store text"),
            Map.entry(
                    "incident",
                    "base camera config document evidence hold ledger notify people roster.book"
                            + " roster.watch secret store text"),
            Map.entry("intake", "base calendar camera document people roster.book store text"),
            Map.entry("ledger", "base store"),
            Map.entry("media", "base"),
            Map.entry(
                    "meeting",
                    "base calendar camera config document extract incident ledger notify people register"
                            + " roster.holiday roster.watch seal secret store text upkeep"),
            Map.entry("net", "base"),
            Map.entry("notify", "base net secret store text"),
            Map.entry("onvif", "base net xml"),
            Map.entry("people", "base config ledger seal secret store text"),
            Map.entry("register", "base config ledger people seal store text"),
            Map.entry(
                    "report",
                    "base calendar camera config document evidence extract incident ledger meeting notify people register"
                            + " roster.holiday roster.plan roster.watch seal store text upkeep witness"),
            Map.entry("roster.book", "base calendar config ledger people roster.holiday store text"),
            Map.entry("roster.holiday", "base calendar config ledger people store text"),
            Map.entry(
                    "roster.paper", "base calendar config document people register roster.book roster.plan store text"),
            Map.entry("roster.plan", "base calendar config ledger people roster.book roster.search store text"),
            Map.entry("roster.search", "base"),
            Map.entry("roster.watch", "base calendar config ledger notify people roster.book roster.plan store text"),
            Map.entry("rtsp", "base net"),
            Map.entry("seal", "base net"),
            Map.entry("secret", "base config"),
            Map.entry("sim", "base media net xml"),
            Map.entry("store", "base config"),
            Map.entry("text", "base"),
            Map.entry("upkeep", "base config ledger people store text"),
            Map.entry("vendor.dahua", "base net"),
            Map.entry("vendor.hikvision", "base net xml"),
            Map.entry("witness", "base config ledger people seal"),
            Map.entry("xml", ""));

    /** The floors from the ground up; an edge never points to a later one. */
    private static final List<String> ORDER = List.of(
            "base",
            "text",
            "calendar",
            "config",
            "secret",
            "net",
            "xml",
            "seal",
            "store",
            "notify",
            "ledger",
            "onvif",
            "rtsp",
            "vendor.dahua",
            "vendor.hikvision",
            "media",
            "evidence",
            "sim",
            "document",
            "people",
            "register",
            "witness",
            "roster.holiday",
            "roster.book",
            "roster.search",
            "roster.plan",
            "roster.watch",
            "roster.paper",
            "upkeep",
            "camera.alert",
            "camera",
            "footage",
            "copy",
            "hold",
            "incident",
            "extract",
            "meeting",
            "report",
            "intake",
            "app");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
                .importPackages("vn.vigil");
    }

    @Test
    void everyEdgeIsInTheTableAndEveryRowOfTheTableIsAnEdge() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        EDGES.forEach((from, to) -> wanted.put(from, to.isEmpty() ? Set.of() : new TreeSet<>(List.of(to.split(" ")))));
        assertEquals(lines(wanted), lines(House.edges(classes)));
    }

    @Test
    void noEdgePointsUpwards() {
        List<String> wrong = new ArrayList<>();
        House.edges(classes)
                .forEach((from, targets) -> targets.forEach(to -> {
                    if (ORDER.indexOf(to) > ORDER.indexOf(from) || !ORDER.contains(to)) {
                        wrong.add(from + " -> " + to);
                    }
                }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void librariesStayInTheirRooms() {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(House.users(classes, "org.bouncycastle.", Set.of("seal")));
        wrong.addAll(House.users(classes, "org.bytedeco.", Set.of("media")));
        for (String papers : List.of(
                "org.apache.poi.",
                "org.apache.pdfbox.",
                "com.openhtmltopdf.",
                "io.pebbletemplates.",
                "org.commonmark.")) {
            wrong.addAll(House.users(classes, papers, Set.of("document")));
        }
        wrong.addAll(House.users(classes, "org.sqlite.", Set.of("store")));
        // Named classes, not the room: what else of it is loaded must not pull the mail library in.
        Set<String> mail = Set.of("MailMessenger", "MailTransport", "Letter");
        wrong.addAll(House.users(classes, "jakarta.", mail));
        wrong.addAll(House.users(classes, "org.eclipse.angus.", mail));
        // Named classes again: the search itself must start without the prover's libraries.
        Set<String> prover = Set.of("Natives", "SatModel", "Prover", "Explainer");
        wrong.addAll(House.users(classes, "com.google.ortools.", prover));
        wrong.addAll(House.users(classes, "com.google.protobuf.", prover));
        wrong.addAll(House.users(classes, "java.net.Socket", Set.of("net")));
        wrong.addAll(House.users(classes, "java.net.ServerSocket", Set.of("net")));
        wrong.addAll(House.users(classes, "java.nio.channels.SocketChannel", Set.of("net")));
        wrong.addAll(House.users(classes, "java.net.DatagramSocket", Set.of("net")));
        wrong.addAll(House.users(classes, "java.net.HttpURLConnection", Set.of()));
        wrong.addAll(House.users(classes, "java.net.http.", Set.of()));
        wrong.addAll(House.users(classes, "picocli.", Set.of()));
        for (String statement : List.of("Connection", "Statement", "PreparedStatement", "ResultSet")) {
            House.users(classes, "java.sql." + statement, Set.of("store")).forEach(use -> {
                String name = use.substring(0, use.indexOf(' '));
                String type = name.substring(name.lastIndexOf('.') + 1);
                if (!type.startsWith("Sql")) {
                    wrong.add(use);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void clockRandomnessAndStreamsComeFromTheWorldOnly() {
        List<String> wrong = new ArrayList<>();
        Set<String> world = Set.of("RealWorld", "Randomness");
        for (String[] call : new String[][] {
            {"java.lang.System", "out"},
            {"java.lang.System", "err"},
            {"java.lang.System", "exit"},
            {"java.lang.System", "currentTimeMillis"},
            {"java.lang.System", "nanoTime"},
            {"java.lang.System", "getenv"},
            {"java.time.Instant", "now"},
            {"java.time.LocalDate", "now"},
            {"java.time.LocalDateTime", "now"},
            {"java.time.ZonedDateTime", "now"},
            {"java.time.ZoneId", "systemDefault"},
            {"java.util.Locale", "getDefault"},
            {"java.nio.charset.Charset", "defaultCharset"},
            {"java.util.UUID", "randomUUID"},
            {"java.lang.Thread", "sleep"},
            {"java.lang.Throwable", "printStackTrace"},
        }) {
            wrong.addAll(House.callers(classes, call[0], call[1], world));
        }
        wrong.addAll(House.users(classes, "java.util.Random", Set.of()));
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTestReadsTheRealClasses() {
        assertTrue(classes.contain("vn.vigil.base.World"), "nothing imported: the other tests would prove nothing");
    }

    private static String lines(Map<String, Set<String>> edges) {
        StringBuilder out = new StringBuilder();
        edges.forEach((from, to) ->
                out.append(from).append(" -> ").append(String.join(" ", to)).append('\n'));
        return out.toString();
    }
}
