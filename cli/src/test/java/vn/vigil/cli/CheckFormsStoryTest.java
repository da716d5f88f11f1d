package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** What other programs read of a run of checks, runs each minute, and runs that several machines share. */
class CheckFormsStoryTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);
    private static SimulatedSite site;

    @TempDir
    Path folder;

    private Story story;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        CameraSpec.of("good").with(SMALL),
                        CameraSpec.of("frozen").with(SMALL).with(Fault.FROZEN),
                        CameraSpec.of("busy").with(SMALL).with(Fault.BUSY),
                        CameraSpec.of("dead").with(SMALL).with(Fault.DEAD)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
        add("gate-1", "good", "Cổng | \"chính\" \\");
        add("gate-2", "frozen", "Sân sau");
        add("gate-3", "dead", "Hành lang");
    }

    private void add(String id, String simulated, String name) {
        String url = site.camera(simulated).liveUrl().toString();
        story.run("camera", "add", id, "--url", url, "--name", name).ends(ExitCode.OK);
    }

    @Test
    void nagiosReadsOneLineAndItsPerformanceData() {
        Story.Run run = story.run("camera", "check", "--format", "nagios").ends(ExitCode.CRITICAL);
        String[] lines = run.out().split("\n");
        assertTrue(
                lines[0].startsWith(
                        "CAMERAS CRITICAL - 1 down, 1 degraded, 0 not checked, 1 up | down=1;;0;0 degraded=1;0;;0"),
                lines[0]);
        assertEquals("WARNING gate-2 Sân sau: degraded frozen", lines[1]);
        assertEquals("CRITICAL gate-3 Hành lang: down unreachable", lines[2]);
        assertEquals(3, lines.length);
        Story.Run good = story.run("--lang", "vi", "camera", "check", "gate-1", "--format", "nagios")
                .ends(ExitCode.OK);
        assertTrue(good.out().startsWith("CAMERAS OK - 0 down"), good.out());
    }

    @Test
    void openMetricsSaysNothingOfACameraThatWasNotChecked() throws Exception {
        Path file = folder.resolve("cameras.prom");
        Files.writeString(file, "the one before\n");
        Story.Run run = story.run("camera", "check", "--format", "openmetrics", "--metrics-out", file.toString())
                .ends(ExitCode.CRITICAL);
        assertTrue(run.out().endsWith("# EOF\n"), run.out());
        run.says("vigil_camera_up{camera=\"gate-1\",name=\"Cổng | \\\"chính\\\" \\\\\",essential=\"no\"} 1\n")
                .says("vigil_camera_up{camera=\"gate-2\",name=\"Sân sau\",essential=\"no\"} 0\n")
                .says(
                        "vigil_camera_finding{camera=\"gate-3\",name=\"Hành lang\",essential=\"no\",finding=\"unreachable\"} 1\n")
                .says("# UNIT vigil_camera_packet_loss_ratio ratio\n");
        assertEquals(run.out(), Files.readString(file));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var all = Files.list(folder)) {
            assertEquals(2, all.count(), "nothing is left beside it");
        }
        add("gate-4", "busy", "Kho");
        Story.Run late = story.run("camera", "check", "gate-4", "--format", "openmetrics")
                .ends(ExitCode.UNKNOWN);
        late.saysNot("vigil_camera_up{").says("vigil_camera_state=\"not-checked\"} 1");
    }

    @Test
    void aLightRunFindsWhatIsDownAndLeavesThePictureToTheDeepOne() {
        story.run("camera", "check").ends(ExitCode.CRITICAL);
        Story.Run light = story.run("camera", "check", "--light").ends(ExitCode.CRITICAL);
        String[] rows = light.out().split("\n");
        assertTrue(rows[0].contains("\tup\t"), rows[0]);
        assertTrue(rows[1].contains("\tdegraded\tfrozen\tjudge\t"), rows[1]);
        assertTrue(rows[2].contains("\tdown\tunreachable\ttcp\t"), rows[2]);
        story.run("camera", "check", "--light", "--json").says("\"mode\":\"light\"");
        story.run("camera", "check", "--light", "--deep").ends(ExitCode.UNKNOWN).complains("exclude each other");
    }

    @Test
    void machinesThatShareTheWorkTakeEveryCameraOnce() {
        int rows = 0;
        for (String part : List.of("1/3", "2/3", "3/3")) {
            String out =
                    story.run("camera", "check", "--light", "--shard", part).out();
            rows += out.isEmpty() ? 0 : out.split("\n").length;
        }
        assertEquals(3, rows);
        for (String bad : List.of("0/2", "3/2", "1", "a/b", "1/100")) {
            story.run("camera", "check", "--shard", bad).ends(ExitCode.UNKNOWN).complains("PART/PARTS");
        }
        story.run("camera", "check", "gate-1", "--shard", "1/2").ends(ExitCode.UNKNOWN);
    }

    @Test
    void plannedMaintenanceIsNoFinding() {
        story.run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        story.run(
                        "camera",
                        "maintain",
                        "plan",
                        "gate-2",
                        "gate-3",
                        "--as",
                        "lan",
                        "--kind",
                        "preventive",
                        "--what",
                        "Vệ sinh",
                        "--by",
                        "lan",
                        "--from",
                        "2026-03-02 14:10",
                        "--for",
                        "4h")
                .ends(ExitCode.OK);
        story.world().pass(Duration.ofMinutes(10));
        story.run("camera", "check", "--quiet").ends(ExitCode.OK).withoutOutput();
        story.run("camera", "check", "--json").ends(ExitCode.OK).says("\"maintenance\":true");
        story.run("camera", "check", "--format", "nagios").says("1 up, 2 under maintenance");
        story.world().pass(Duration.ofHours(5));
        story.run("camera", "check", "--quiet").ends(ExitCode.CRITICAL).says("gate-3");
    }

    @Test
    void aDryRunWritesNothingNotEvenMetrics() {
        Map<String, String> before = story.files();
        Path file = folder.resolve("cameras.prom");
        story.run("camera", "check", "--dry-run", "--metrics-out", file.toString())
                .ends(ExitCode.CRITICAL);
        assertEquals(before, story.files());
        assertFalse(Files.exists(file));
    }
}
