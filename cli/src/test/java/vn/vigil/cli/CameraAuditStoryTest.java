package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** {@code vigil camera audit}, as a person and a script see it. */
class CameraAuditStoryTest {
    private static final String HEAD = "maker\tmodels\tfrom\tuntil\tbuilt-before\tmatch\tid\tseverity\ttitle\tsource\n";
    private static SimulatedSite site;

    @TempDir
    Path folder;

    private Story story;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(CameraSpec.of("open")
                        .with(new PictureSpec(320, 180, 10, 1, 10))
                        .withLogin("admin", "secret-word")
                        .with(Fault.ANONYMOUS)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
    }

    private Path table(String name, String date, String title) throws Exception {
        return Files.writeString(
                folder.resolve(name),
                "vigil-advisories\t1\t" + date + "\n" + HEAD
                        + "vigil\tSimulated*\t-\t<2.0\t-\tlisted\tCVE-2030-0001\thigh\t" + title
                        + "\thttps://example.org/a\n");
    }

    @Test
    void anOpenCameraIsBadAndTheTableSaysWhy() throws Exception {
        story.run("camera", "add", "gate-1", "--onvif", site.camera("open").onvifAddress())
                .ends(ExitCode.OK);
        Map<String, String> before = story.files();
        Story.Run run = story.run("camera", "audit", "--format", "csv")
                .ends(ExitCode.CRITICAL)
                .says("id,point,verdict,reason,found,todo\r\n")
                .says("gate-1,anonymous-stream,bad,stream-open,")
                .says("gate-1,anonymous-snapshot,bad,snapshot-open,")
                .says("gate-1,firmware,unknown,firmware-maker-not-in-table,")
                .saysNot("default-password")
                .complains("default passwords were not tried")
                .complains("advisories, as known on");
        assertTrue(run.out().lines().count() > 10);
        assertEquals(before, story.files(), "an audit changes nothing");
        story.run("camera", "audit", "gate-1", "--quiet")
                .ends(ExitCode.CRITICAL)
                .withoutComplaint()
                .saysNot("\tok\t");
        story.onTerminal();
        story.run("--lang", "vi", "camera", "audit").says("nguy hiểm").says("tắt truy cập ẩn danh");
    }

    @Test
    void theJsonDocumentKeepsItsKeys() {
        story.run("camera", "add", "gate-1", "--url", "rtsp://127.0.0.1:1/live").ends(ExitCode.OK);
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "auditedAt",
                        "advisories",
                        "date",
                        "importedAt",
                        "rows",
                        "stale",
                        "defaultPasswordsTried",
                        "verdict",
                        "cameras",
                        "id",
                        "name",
                        "pinning",
                        "findings",
                        "point",
                        "reason",
                        "values",
                        "found",
                        "todo"),
                keys(story.run("camera", "audit", "--json")
                        .says("\"schema\":\"vigil.camera.audit/1\"")
                        .says("\"point\":\"anonymous-stream\",\"verdict\":\"unknown\"")));
    }

    @Test
    void aTableOfTheSitesOwnIsCheckedKeptAndNeverReplacedByAnOlderOne() throws Exception {
        story.run("camera", "add", "gate-1", "--onvif", site.camera("open").onvifAddress())
                .ends(ExitCode.OK);
        Path good = table("good.tsv", "2020-01-01", "A sentence");
        Map<String, String> before = story.files();
        story.run("camera", "audit", "--import-advisories", good.toString(), "--dry-run")
                .ends(ExitCode.OK)
                .says("would be imported");
        assertEquals(before, story.files());
        story.run("camera", "audit", "--import-advisories", good.toString())
                .ends(ExitCode.OK)
                .says("1 advisories of 2020-01-01 imported");
        story.run("camera", "audit", "--import-advisories", good.toString())
                .ends(ExitCode.OK)
                .says("unchanged");
        story.run("camera", "audit", "--format", "csv")
                .says("gate-1,firmware,bad,firmware-affected,")
                .says("CVE-2030-0001")
                .complains("the site's own table was imported on");
        story.run(
                        "camera",
                        "audit",
                        "--import-advisories",
                        table("old.tsv", "2019-01-01", "Another").toString())
                .ends(ExitCode.CONFLICT)
                .complains("2020-01-01");
        story.run(
                        "camera",
                        "audit",
                        "--import-advisories",
                        table("future.tsv", "2999-01-01", "Another").toString())
                .ends(ExitCode.UNKNOWN)
                .complains("VG-AUDIT-TABLE");
        story.run(
                        "camera",
                        "audit",
                        "--import-advisories",
                        folder.resolve("none.tsv").toString())
                .ends(ExitCode.NOT_FOUND);
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void whatIsNotThereIsNamed() {
        story.run("camera", "audit").ends(ExitCode.OK).withoutOutput();
        story.run("camera", "audit", "gate-9").ends(ExitCode.NOT_FOUND).complains("gate-9");
        story.run("camera", "audit", "--group", "yard").ends(ExitCode.NOT_FOUND).complains("yard");
    }

    /** Every key once, in the order of its first appearance. */
    private static List<String> keys(Story.Run run) {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new ArrayList<>(keys);
    }
}
